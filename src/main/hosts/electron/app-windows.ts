import { BrowserWindow, nativeTheme, type MessagePortMain } from 'electron';
import type { EventName, EventPayload } from '../../../shared/contract/events.ts';
import { COLOUR_TOKENS } from '../../../shared/design-tokens/colour-tokens.ts';
import { BRIDGE_CHANNELS } from '../../../shared/electron-bridge.ts';
import { APP_ORIGIN } from './app-scheme.ts';
import { HostLine } from './host-line.ts';
import { isOwnFrame } from './is-own-frame.ts';
import { placeBeside, type WindowState } from './window-state.ts';

const MIN_WIDTH = 720;
const MIN_HEIGHT = 480;

/** What windows are opened with, and who hears of them. */
export interface WindowParts {
  /** The preload script. */
  readonly preload: string;
  readonly icon?: string | undefined;
  readonly state: WindowState;
  /** Whether the developer tools may be opened. */
  readonly mayInspect: boolean;
  /** A new line to the engine for a window; null while there is none. */
  readonly engineLine: (window: number) => MessagePortMain | null;
  /** A window was made; nothing is loaded yet. */
  readonly onOpen: (window: BrowserWindow) => void;
  /** A page has opened its line to the host. */
  readonly onConnect: (line: HostLine, window: BrowserWindow) => void;
}

interface OpenWindow {
  readonly window: BrowserWindow;
  line: HostLine;
}

/** The windows of the application and their lines. */
export class AppWindows {
  readonly #parts: WindowParts;
  /** The one that was used last comes last. */
  readonly #windows: OpenWindow[] = [];

  constructor(parts: WindowParts) {
    this.#parts = parts;
  }

  get all(): readonly BrowserWindow[] {
    return this.#windows.map(({ window }) => window);
  }

  /** The window that was used last. */
  get current(): BrowserWindow | null {
    return this.#windows.at(-1)?.window ?? null;
  }

  /** Opens a window at a route (`#/...`). */
  open(route = ''): BrowserWindow {
    const { preload, icon, state, mayInspect, onOpen } = this.#parts;
    const { current } = this;
    const { bounds, isMaximized } = current === null ? state.place() : placeBeside(current);
    const window = new BrowserWindow({
      ...bounds,
      minWidth: MIN_WIDTH,
      minHeight: MIN_HEIGHT,
      show: false,
      title: 'Veriscope',
      ...(icon !== undefined && { icon }),
      backgroundColor: COLOUR_TOKENS.canvas[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: mayInspect,
      },
    });
    if (isMaximized) window.maximize();
    window.once('ready-to-show', () => window.show());
    this.#keep(window);
    onOpen(window);
    void window.loadURL(`${APP_ORIGIN}/${route}`).catch(() => undefined);
    return window;
  }

  /** Brings a window to the front, one that is open where there is one. */
  focus(): BrowserWindow {
    const window = this.current ?? this.open();
    if (window.isMinimized()) window.restore();
    window.focus();
    return window;
  }

  /** Tells the window that was used last; opens one where there is none. A page that is still loading is told later. */
  tell<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
    if (this.#windows.length === 0) this.open();
    this.#windows.at(-1)?.line.tell(name, payload);
  }

  /** Gives every connected page a line to the engine that runs now. */
  renewEngineLines(): void {
    for (const entry of this.#windows) if (entry.line.isOpen) this.#giveEngineLine(entry);
  }

  #keep(window: BrowserWindow): void {
    const { webContents: contents } = window;
    const entry: OpenWindow = { window, line: new HostLine(contents) };
    this.#windows.push(entry);
    contents.ipc.on(BRIDGE_CHANNELS.connect, (event) => {
      if (isOwnFrame(event)) this.#connect(entry);
    });
    contents.ipc.on(BRIDGE_CHANNELS.toHost, (event, message: unknown) => {
      if (isOwnFrame(event)) entry.line.receive(message);
    });
    window.on('focus', () => {
      this.#windows.splice(this.#windows.indexOf(entry), 1);
      this.#windows.push(entry);
    });
    window.on('close', () => this.#parts.state.keep(window));
    window.once('closed', () => {
      this.#windows.splice(this.#windows.indexOf(entry), 1);
      entry.line.close();
    });
  }

  /** A page that was loaded anew gets new lines: what the one before it had under way is cancelled. */
  #connect(entry: OpenWindow): void {
    if (entry.line.isOpen) {
      entry.line.close();
      entry.line = new HostLine(entry.window.webContents);
    }
    this.#parts.onConnect(entry.line, entry.window);
    entry.line.open();
    this.#giveEngineLine(entry);
  }

  #giveEngineLine({ window }: OpenWindow): void {
    const line = this.#parts.engineLine(window.webContents.id);
    if (line !== null) window.webContents.postMessage(BRIDGE_CHANNELS.enginePort, null, [line]);
  }
}
