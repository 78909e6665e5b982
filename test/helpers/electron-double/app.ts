import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { BrowserWindow, windowEvents } from './browser-window.ts';
import { emitEvent } from './emit-event.ts';
import { contentsCreated, type WebContents } from './web-contents.ts';

type AppShape = Pick<
  Electron.App,
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'setName'
  | 'getPath'
  | 'setPath'
  | 'setAppUserModelId'
  | 'requestSingleInstanceLock'
  | 'getPreferredSystemLanguages'
  | 'setAboutPanelOptions'
  | 'addRecentDocument'
  | 'clearRecentDocuments'
  | 'setJumpList'
  | 'isPackaged'
>;

/** The application's life cycle: single instance, ready, quitting in Electron's order of events. */
class App extends EventEmitter implements AppShape {
  isPackaged = true;
  languages: string[] = ['en-GB'];
  about: Electron.AboutPanelOptionsOptions = {};
  recentDocuments: string[] = [];
  jumpList: Electron.JumpListCategory[] | null = null;
  /** How the process would have ended; null while it runs. */
  exitCode: number | null = null;
  readonly switches = new Map<string, string>();
  readonly paths = new Map<string, string>();
  /** What a running instance was started with; null where this is the first. */
  runningInstance: { told: unknown } | null = null;
  lockData: unknown = null;
  name = '';

  readonly commandLine = {
    appendSwitch: (name: string, value = '') => void this.switches.set(name, value),
  } satisfies Pick<Electron.CommandLine, 'appendSwitch'>;

  whenReady(): Promise<void> {
    return Promise.resolve();
  }

  setName(name: string): void {
    this.name = name;
  }

  setAppUserModelId(): void {}

  getPath(name: string): string {
    return this.paths.get(name) ?? `/${name}`;
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }

  requestSingleInstanceLock(data?: Record<string, unknown>): boolean {
    this.lockData = data;
    if (this.runningInstance === null) return true;
    this.runningInstance.told = data;
    return false;
  }

  getPreferredSystemLanguages(): string[] {
    return this.languages;
  }

  setAboutPanelOptions(options: Electron.AboutPanelOptionsOptions): void {
    this.about = options;
  }

  addRecentDocument(path: string): void {
    this.recentDocuments.unshift(path);
  }

  clearRecentDocuments(): void {
    this.recentDocuments = [];
  }

  setJumpList(categories: Electron.JumpListCategory[] | null): 'ok' {
    this.jumpList = categories;
    return 'ok';
  }

  /** As Electron does: ask, close every window, ask for the last time. */
  quit(): void {
    if (emitEvent(this, 'before-quit')) return;
    for (const window of BrowserWindow.open.slice()) {
      window.close();
      if (!window.isDestroyed()) return;
    }
    if (!emitEvent(this, 'will-quit')) this.exit(0);
  }

  exit(code = 0): void {
    if (this.exitCode !== null) return;
    this.exitCode = code;
    this.emit('quit');
  }
}

export const app = new App();

windowEvents.on('all-closed', () => app.emit('window-all-closed'));
contentsCreated.on('created', (contents: WebContents) => emitEvent(app, 'web-contents-created', contents));

export function resetApp(): void {
  app.removeAllListeners();
  app.switches.clear();
  app.paths.clear();
  Object.assign(app, {
    isPackaged: true,
    languages: ['en-GB'],
    about: {},
    recentDocuments: [],
    jumpList: null,
    exitCode: null,
    runningInstance: null,
    lockData: null,
  } satisfies Partial<App>);
}
