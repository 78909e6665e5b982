import { EventEmitter } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type Electron from 'electron';
import { emitDetails, emitEvent } from './emit-event.ts';
import { handOn } from './message-channel.ts';
import { Page } from './page.ts';
import { session, type Session } from './session.ts';

type ContentsShape = Pick<
  Electron.WebContents,
  | 'send'
  | 'postMessage'
  | 'reload'
  | 'isDestroyed'
  | 'setWindowOpenHandler'
  | 'forcefullyCrashRenderer'
  | 'getURL'
  | 'id'
>;
type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

/** The frame of a page, as far as a sender check looks at it. */
export interface Frame {
  readonly url: string;
}

/** Everything that was made is told here, as by `app`. */
export const contentsCreated = new EventEmitter();
let lastId = 0;

/** What a window shows: loads pages through its session, runs their preload script, carries messages both ways. */
export class WebContents extends EventEmitter implements ContentsShape {
  readonly id = ++lastId;
  readonly ipc = new EventEmitter();
  readonly session: Session;
  /** The page that is loaded, with its headers; null before, and after its process has gone. */
  page: Page | null = null;
  response: Response | null = null;
  mainFrame: Frame = { url: '' };
  reloads = 0;
  readonly printed: Electron.PrintToPDFOptions[] = [];
  readonly #preload: string | undefined;
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  #isDestroyed = false;
  #url = '';

  constructor({ preload, session: given }: Electron.WebPreferences) {
    super();
    this.#preload = preload;
    this.session = (given as Session | undefined) ?? session.defaultSession;
    contentsCreated.emit('created', this);
  }

  async load(url: string): Promise<void> {
    this.#url = url;
    const response = await this.session.fetch(url);
    if (response === null || this.#isDestroyed) throw new Error(`ERR_FAILED (-2) loading '${url}'`);
    this.response = response;
    this.#show(url);
    this.emit('did-finish-load');
  }

  getURL(): string {
    return this.#url;
  }

  send(channel: string, ...args: unknown[]): void {
    this.#deliver(channel, [], structuredClone(args));
  }

  postMessage(channel: string, message: unknown, transfer: Electron.MessagePortMain[] = []): void {
    this.#deliver(channel, transfer.map(handOn), [structuredClone(message)]);
  }

  reload(): void {
    this.reloads += 1;
    this.#leave();
    void this.load(this.#url).catch(() => undefined);
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#leave();
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    this.printed.push(options);
    return Promise.resolve(Buffer.from('%PDF-1.7 double'));
  }

  /** Ends the page's process, as a crash would. */
  forcefullyCrashRenderer(): void {
    this.crash('killed');
  }

  crash(reason: Electron.RenderProcessGoneDetails['reason']): void {
    this.#leave();
    emitEvent(this, 'render-process-gone', { reason, exitCode: 139 } satisfies Electron.RenderProcessGoneDetails);
  }

  /** A page, or a frame of it, sends a message as if by its preload script. */
  receive(channel: string, args: unknown[], senderFrame: Frame | null = this.mainFrame): void {
    this.ipc.emit(channel, { sender: this, senderFrame, ports: [], type: 'frame' }, ...args);
  }

  /** The page wants to go elsewhere: whether it was let. */
  navigate(url: string, kind: 'will-navigate' | 'will-redirect' = 'will-navigate'): boolean {
    return !emitDetails(this, kind, { url, isMainFrame: true, isSameDocument: false });
  }

  /** A frame of the page wants to go elsewhere. */
  navigateFrame(url: string, isMainFrame = false): boolean {
    return !emitDetails(this, 'will-frame-navigate', { url, isMainFrame });
  }

  /** The page calls `window.open`: whether it was let. */
  openWindow(url: string): boolean {
    return this.#openHandler({ url } as Electron.HandlerDetails).action === 'allow';
  }

  /** The page embeds a `<webview>`: whether it was let. */
  attachWebview(): boolean {
    return !emitEvent(this, 'will-attach-webview', {}, {});
  }

  #leave(): void {
    this.page?.end();
    this.page = null;
  }

  #show(url: string): void {
    this.mainFrame = { url };
    const frame = this.mainFrame;
    const page: Page = new Page(url, this.#preload, (channel, args) => {
      setImmediate(() => {
        if (!this.#isDestroyed && this.page === page) this.receive(channel, args, frame);
      });
    });
    this.page = page;
  }

  #deliver(channel: string, ports: MessagePort[], args: unknown[]): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
    const { page } = this;
    setImmediate(() => page?.receive(channel, ports, args));
  }
}
