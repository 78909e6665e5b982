import { join } from 'node:path';
import { app, nativeTheme, session } from 'electron';
import type { Settings } from '../../../shared/contract/settings.ts';
import { commonHandlers } from '../common-handlers.ts';
import { dataFolder } from '../data-folder.ts';
import { hostAnswerer } from '../host-calls.ts';
import { WindowHub } from '../window-hub.ts';
import { serveApp } from './app-scheme.ts';
import { AppWindows } from './app-windows.ts';
import { ApplicationMenu } from './application-menu.ts';
import { guardSession } from './guard-session.ts';
import { hostHandlers } from './host-handlers.ts';
import { hostLanguage } from './host-language.ts';
import { HOST_WORDS, type HostWords } from './host-words.ts';
import { prepareApplication } from './prepare-application.ts';
import { QuitGuard } from './quit-guard.ts';
import type { UpdateSource } from './update-source.ts';
import { UtilityEngine } from './utility-engine.ts';
import { watchWindow } from './watch-window.ts';
import { WindowState } from './window-state.ts';
import { WorkUnderWay } from './work-under-way.ts';

/** What the host is started with. */
export interface ElectronHostOptions {
  readonly productVersion: string;
  /** Built files: the preload script, the engine's entry, the folder of the window, the icon where the system needs it. */
  readonly preload: string;
  readonly engine: string;
  readonly renderer: string;
  readonly icon?: string | undefined;
  /** Files and workspaces that this start was asked to open. */
  readonly paths: readonly string[];
  readonly updates?: UpdateSource | undefined;
}

/**
 * Runs the application in windows of Electron, until it quits. Where it runs already, that one is told what to open, and
 * this process ends. To be called before Electron is ready.
 */
export async function startElectronHost({ paths, updates, ...options }: ElectronHostOptions): Promise<void> {
  const folder = dataFolder();
  const waiting = [...paths];
  let isOpen = false;
  const openPath = (path: string): void => {
    if (isOpen) windows.tell('file.opened', { path });
    else waiting.push(path);
  };
  const onSecondStart = (): void => void (isOpen && windows.focus());
  if (!prepareApplication(folder, paths, { onPath: openPath, onSecondStart })) {
    app.quit();
    return;
  }

  const mayInspect = !app.isPackaged;
  const work = new WorkUnderWay();
  const engine = new UtilityEngine(options.engine, {
    onStart: () => windows.renewEngineLines(),
    onWork: (window, calls) => work.set(window, calls),
    onEnd: () => work.clear(),
  });
  const hub = new WindowHub(() => engine.start());
  const handlers = commonHandlers(hub, folder);
  let settings = await handlers['settings.read']({}, new AbortController().signal);
  const words = (): HostWords => HOST_WORDS[hostLanguage(settings.language)];
  const guard = new QuitGuard(work, words);
  const windows = new AppWindows({
    preload: options.preload,
    icon: options.icon,
    state: new WindowState(join(folder, 'window.json')),
    mayInspect,
    engineLine: (window) => engine.line(window),
    onOpen: (window) => {
      watchWindow(window, words);
      guard.watchWindow(window);
    },
    onConnect: (line, window) => {
      const answers = hostHandlers(window, {
        common: handlers,
        productVersion: options.productVersion,
        supervisor: hub.supervisor,
        openWindow: (route) => void windows.open(route),
        onSettings,
        onRecent: () => void menu.show(),
      });
      hub.connect(line, hostAnswerer(answers));
      // A page that comes after the engine was given up would wait for its line.
      const { state, restarts } = hub.supervisor;
      if (state === 'failed') line.tell('engine.state', { state, restarts });
    },
  });
  const menu = new ApplicationMenu({
    words,
    mayInspect,
    handlers,
    run: (command) => windows.tell('menu.command', { command }),
    openPath,
    newWindow: () => void windows.open(),
  });

  await app.whenReady();
  guardSession(session.defaultSession, mayInspect);
  await session.defaultSession.setProxy({ mode: 'direct' });
  serveApp(session.defaultSession, options.renderer);
  app.setAboutPanelOptions({ applicationName: 'Veriscope', applicationVersion: options.productVersion });
  guard.watchApplication(() => windows.current);
  app.on('activate', () => void windows.focus());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (!engine.isRunning) return;
    // Work that is cancelled gets its moment to undo itself.
    event.preventDefault();
    void engine.ended().then(() => app.exit(0));
    hub.stop();
  });

  onSettings(settings);
  hub.start();
  windows.open();
  isOpen = true;
  for (const path of waiting) openPath(path);
  updates?.start();

  function onSettings(changed: Settings): void {
    settings = changed;
    nativeTheme.themeSource = changed.theme;
    void menu.show();
  }
}
