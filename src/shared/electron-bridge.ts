/**
 * What the preload script gives a window of the Electron host, as `window.veriscope`. Calls of the host travel here;
 * those of the engine over a message port of their own, so that rows never pass through the host.
 */
export interface VeriscopeBridge {
  /**
   * Opens the window's lines, which closes those of the page before it. The engine's port then arrives as the window
   * message {@link ENGINE_PORT_MESSAGE}, and again whenever the engine was started anew.
   */
  connect(): void;
  /** Sends a frame to the host. */
  post(message: Uint8Array): void;
  /** Hears the frames of the host. */
  onMessage(listener: (message: Uint8Array) => void): void;
  /** Where a dropped file lies on this computer; empty for one that was made in the page. */
  pathOf(file: File): string;
}

/** The channels between the preload script and the host. */
export const BRIDGE_CHANNELS = {
  connect: 'veriscope:connect',
  toHost: 'veriscope:to-host',
  fromHost: 'veriscope:from-host',
  enginePort: 'veriscope:engine-port',
} as const;

/** The window message that carries the engine's port. */
export const ENGINE_PORT_MESSAGE = 'veriscope:engine-port';
