import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { BRIDGE_CHANNELS, ENGINE_PORT_MESSAGE, type VeriscopeBridge } from '../shared/electron-bridge.ts';

const bridge = {
  connect: () => ipcRenderer.send(BRIDGE_CHANNELS.connect),
  post: (message) => ipcRenderer.send(BRIDGE_CHANNELS.toHost, message),
  onMessage: (listener) => {
    ipcRenderer.on(BRIDGE_CHANNELS.fromHost, (_event, message: unknown) => {
      if (message instanceof Uint8Array) listener(message);
    });
  },
  pathOf: (file) => webUtils.getPathForFile(file),
} satisfies VeriscopeBridge;

// A port cannot cross the context bridge; it reaches the page as a message of its own window, to its own origin only.
ipcRenderer.on(BRIDGE_CHANNELS.enginePort, ({ ports }) => {
  window.postMessage(ENGINE_PORT_MESSAGE, window.location.origin, ports);
});

contextBridge.exposeInMainWorld('veriscope', Object.freeze(bridge));
