import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, sep } from 'node:path';
import { app, dialog, shell, type BrowserWindow } from 'electron';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { CommonHandlers } from '../common-handlers.ts';
import { dataFolder } from '../data-folder.ts';
import { openable } from '../desktop-opener.ts';
import type { EngineSupervisor } from '../engine-supervisor.ts';
import type { HostHandlers, HostRequest } from '../host-calls.ts';

/** What the handlers need of the host around them. */
export interface HandlerParts {
  readonly common: CommonHandlers;
  readonly productVersion: string;
  readonly supervisor: Pick<EngineSupervisor, 'state' | 'pid'>;
  readonly openWindow: (route: string) => void;
  readonly onSettings: (settings: Settings) => void;
  readonly onRecent: () => void;
}

/** The handlers of the calls that one window makes of its host. */
export function hostHandlers(
  window: BrowserWindow,
  { common, productVersion, supervisor, openWindow, onSettings, onRecent }: HandlerParts,
): HostHandlers {
  return {
    ...common,
    'host.describe': () => ({
      kind: 'electron',
      platform: process.platform,
      productVersion,
      nativeDialogs: true,
      homeFolder: homedir(),
      documentsFolder: app.getPath('documents'),
      pathSeparator: sep,
      dataFolder: dataFolder(),
      engine: supervisor.state,
      canOpenFiles: true,
      ...(supervisor.pid === undefined ? {} : { enginePid: supervisor.pid }),
    }),
    'host.pick': async (request) => ({ path: await pick(window, request) }),
    'host.openFile': async ({ path }) => ({ opened: (await shell.openPath(openable(path))) === '' }),
    'host.showInFolder': ({ path }) => {
      const opened = isAbsolute(path) && existsSync(path);
      if (opened) shell.showItemInFolder(path);
      return { opened };
    },
    'host.newWindow': ({ route }) => {
      openWindow(route === '' || route.startsWith('#') ? route : `#${route}`);
      return {};
    },
    'settings.write': async (patch, signal) => {
      const settings = await common['settings.write'](patch, signal);
      onSettings(settings);
      return settings;
    },
    'recent.add': async (request, signal) => {
      const answer = await common['recent.add'](request, signal);
      onRecent();
      return answer;
    },
    'recent.forget': async (request, signal) => {
      const answer = await common['recent.forget'](request, signal);
      onRecent();
      return answer;
    },
  };
}

/** Opens the system's own dialog; null where it was cancelled. */
async function pick(
  window: BrowserWindow,
  { purpose, title, suggested, filters }: HostRequest<'host.pick'>,
): Promise<string | null> {
  const options = { title, filters, ...(suggested !== null && { defaultPath: suggested }) };
  if (purpose === 'save-file') {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      ...options,
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    return canceled || filePath === '' ? null : filePath;
  }
  // On macOS a workspace is a package, which its dialog treats as a file.
  const folder =
    process.platform === 'darwin' ? (['openFile', 'openDirectory'] as const) : (['openDirectory'] as const);
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    ...options,
    properties: purpose === 'open-file' ? ['openFile'] : [...folder, 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
