import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../../../../package.json' with { type: 'json' };
import { AppException } from '../../../shared/result.ts';
import { browserHint, called, needsNoSandbox, NO_SANDBOX_NOTE } from '../../browser/browser-switches.ts';
import { findBrowsers } from '../../browser/find-browser.ts';
import { forkEngine } from '../../process/fork-engine.ts';
import { commonHandlers } from '../common-handlers.ts';
import { dataFolder } from '../data-folder.ts';
import { openWithDesktop, showInFileManager } from '../desktop-opener.ts';
import { documentsFolder } from '../documents-folder.ts';
import { hasDisplay } from '../has-display.ts';
import { hostAnswerer, type HostHandlers } from '../host-calls.ts';
import { WindowHub } from '../window-hub.ts';
import { AppWindows } from './app-window.ts';
import { claimProfile } from './browser-profile.ts';
import { startWebServer, type WebServer } from './web-server.ts';

/** A window that is loaded anew is away for a moment: so many milliseconds after the last one went, the host ends. */
const GRACE = 3000;
/** Milliseconds after which a browser that has shown nothing is taken for one that will not. */
const WINDOW_TIME = 20_000;

/** How the host is to run. */
export interface WebHostOptions {
  /** Opens no window and stays until it is told to end. */
  readonly headless: boolean;
  /** A workspace or a file to open in the first window. */
  readonly path: string | null;
  /** Ends the host. */
  readonly signal: AbortSignal;
  /** Addresses go here, one a line. */
  readonly out: NodeJS.WritableStream;
  /** All else that a person is told. */
  readonly notes: NodeJS.WritableStream;
  /** Each line of it asks for another address; null where nobody types. */
  readonly input: NodeJS.ReadStream | null;
}

/**
 * Runs the application in a browser of this computer until its last window is closed or the signal is raised. Without a
 * display or a browser it prints the address, and stays.
 */
export async function runWebHost({ headless, path, signal, out, notes, input }: WebHostOptions): Promise<void> {
  const say = (sentence: string): void => void notes.write(`${sentence}\n`);
  const windows = headless ? null : appWindows(say);
  const ended = new Ending(signal);
  let hadWindow = false;
  const onCount = (count: number): void => {
    hadWindow ||= count > 0;
    if (windows !== null) ended.after(count === 0 && hadWindow ? GRACE : null);
    else if (count === 0) printAddress();
  };
  const hub = new WindowHub(forkEngine, onCount);
  const server = await startWebServer(rendererFolder(), (window) => hub.connect(window, answerHost));
  const printAddress = (): void => void out.write(`${server.entrance()}\n`);
  const show = (route: string): void =>
    windows?.open(server.entrance(route), (code) => {
      // The browser of a window that is loaded anew does not end.
      if (hadWindow && hub.windows === 0) ended.after(0);
      if (hadWindow || signal.aborted) return;
      say(`The browser ended without showing a window (exit code ${code ?? 'none'}). ${browserHint()}`);
      say('Or open this address in a browser of your own:');
      printAddress();
    });
  const answerHost = hostAnswerer(handlers(hub, server, windows === null ? null : show));
  if (path !== null) hub.openPath(resolve(path));
  hub.start();
  if (windows === null) {
    say('Open this address in a browser. It works once; Enter prints another, Ctrl-C ends Veriscope.');
    printAddress();
  } else {
    show('');
  }
  const late = setTimeout(() => {
    if (windows === null || hadWindow) return;
    say('No window has come up yet. This address opens one in any browser:');
    printAddress();
  }, WINDOW_TIME);
  input?.on('data', printAddress);
  await ended.promise;
  clearTimeout(late);
  input?.off('data', printAddress).pause();
  hub.stop();
  windows?.close();
  await server.close();
}

/** The windows of a browser that was found; null where an address has to do. */
function appWindows(say: (sentence: string) => void): AppWindows | null {
  if (!hasDisplay()) {
    say('There is no display to open a window on.');
    return null;
  }
  const [browser] = findBrowsers();
  if (browser === undefined) {
    say(`No browser was found that can show Veriscope in a window of its own. ${browserHint()}`);
    return null;
  }
  say(`Veriscope runs in a window of ${called(browser)}.`);
  if (needsNoSandbox()) say(NO_SANDBOX_NOTE);
  return new AppWindows(browser, claimProfile(dataFolder(), browser));
}

function handlers(hub: WindowHub, server: WebServer, show: ((route: string) => void) | null): HostHandlers {
  return {
    ...commonHandlers(hub),
    'host.describe': () => ({
      kind: 'web',
      platform: process.platform,
      productVersion: packageJson.version,
      nativeDialogs: false,
      homeFolder: homedir(),
      documentsFolder: documentsFolder(),
      pathSeparator: sep,
      dataFolder: dataFolder(),
      engine: hub.engineState,
      canOpenFiles: hasDisplay(),
      ...(hub.supervisor.pid === undefined ? {} : { enginePid: hub.supervisor.pid }),
    }),
    'host.pick': () => {
      throw new AppException('USAGE', 'This host has no dialogs of its own.', 'Use the dialog of the window.');
    },
    'host.openFile': async ({ path }) => ({ opened: await openWithDesktop(path) }),
    'host.showInFolder': async ({ path }) => ({ opened: await showInFileManager(path) }),
    'host.newWindow': ({ route }) => {
      const hash = route === '' || route.startsWith('#') ? route : `#${route}`;
      if (show === null) return { url: `${server.origin}/${hash}` };
      show(hash);
      return {};
    },
  };
}

/** `dist/renderer`, seen from the bundle in `dist/node` or from this source. */
function rendererFolder(): string {
  const folder = extname(import.meta.url) === '.ts' ? '../../../../dist/renderer' : '../renderer';
  const path = fileURLToPath(new URL(folder, import.meta.url));
  if (!existsSync(join(path, 'index.html')))
    throw new AppException('USAGE', 'The window of Veriscope is not built.', 'Run `npm run build` in its folder.');
  return path;
}

/** Fulfilled when the signal is raised or a delay has passed that nothing called off. */
class Ending {
  readonly promise: Promise<void>;
  #end: () => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(signal: AbortSignal) {
    this.promise = new Promise((fulfil) => {
      this.#end = () => {
        clearTimeout(this.#timer);
        fulfil();
      };
    });
    if (signal.aborted) this.#end();
    signal.addEventListener('abort', () => this.#end(), { once: true });
  }

  /** Ends after so many milliseconds; null calls that off. */
  after(delay: number | null): void {
    clearTimeout(this.#timer);
    if (delay !== null) this.#timer = setTimeout(this.#end, delay);
  }
}
