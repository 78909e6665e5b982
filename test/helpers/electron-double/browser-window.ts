import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { emitEvent } from './emit-event.ts';
import { WebContents } from './web-contents.ts';

type WindowShape = Pick<
  Electron.BrowserWindow,
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'maximize'
  | 'minimize'
  | 'restore'
  | 'isMaximized'
  | 'isMinimized'
  | 'isFullScreen'
  | 'isVisible'
  | 'getNormalBounds'
  | 'setBounds'
  | 'id'
>;

/** Hears of the last window that closes. */
export const windowEvents = new EventEmitter();
let lastId = 0;

/** A window: keeps its bounds, can be closed unless a listener prevents it. */
export class BrowserWindow extends EventEmitter implements WindowShape {
  /** Those that are open, the first opened first. */
  static readonly open: BrowserWindow[] = [];

  readonly id = ++lastId;
  readonly webContents: WebContents;
  readonly options: Electron.BrowserWindowConstructorOptions;
  /** How far loading has come; rejects as `loadURL` does. */
  loaded: Promise<void> = Promise.resolve();
  #bounds: Electron.Rectangle;
  #mode: 'normal' | 'maximized' | 'minimized' = 'normal';
  #isVisible: boolean;
  #isDestroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    const { x = 40, y = 40, width = 800, height = 600, show = true } = options;
    this.#bounds = { x, y, width, height };
    this.#isVisible = show;
    this.webContents = new WebContents(options.webPreferences ?? {});
    BrowserWindow.open.push(this);
  }

  async loadURL(url: string): Promise<void> {
    this.loaded = this.webContents.load(url);
    await this.loaded;
    this.emit('ready-to-show');
  }

  show(): void {
    this.#isVisible = true;
    this.focus();
  }

  focus(): void {
    if (!this.#isDestroyed) this.emit('focus');
  }

  close(): void {
    if (!this.#isDestroyed && !emitEvent(this, 'close')) this.destroy();
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.webContents.destroy();
    BrowserWindow.open.splice(BrowserWindow.open.indexOf(this), 1);
    this.emit('closed');
    if (BrowserWindow.open.length === 0) windowEvents.emit('all-closed');
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  maximize(): void {
    this.#mode = 'maximized';
  }

  minimize(): void {
    this.#mode = 'minimized';
  }

  restore(): void {
    this.#mode = 'normal';
  }

  isMaximized(): boolean {
    return this.#mode === 'maximized';
  }

  isMinimized(): boolean {
    return this.#mode === 'minimized';
  }

  isFullScreen(): boolean {
    return false;
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  getNormalBounds(): Electron.Rectangle {
    return this.#bounds;
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
  }
}
