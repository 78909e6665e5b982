import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { AppException } from '../../shared/result.ts';
import { PDF_LAYOUT, PDF_MARGINS, PDF_PAPER, printFailure } from '../services/report/pdf-page.ts';
import type { PdfPrint, PdfPrinter } from '../services/report/pdf-printer.ts';
import { browserHint, called, platformSwitches, quietSwitches } from './browser-switches.ts';
import { DevtoolsPipe } from './devtools-pipe.ts';
import { findBrowsers, type Browser } from './find-browser.ts';

/** Milliseconds that a browser is given to print a report. */
const PRINT_TIME = 120_000;
/** Milliseconds that it is given to end by itself. */
const LEAVE_TIME = 3000;

const Anything = z.unknown();
const Target = z.object({ targetId: z.string() });
const Session = z.object({ sessionId: z.string() });
const Frames = z.object({ frameTree: z.object({ frame: z.object({ id: z.string() }) }) });
const Printed = z.object({ stream: z.string() });
const Piece = z.object({ data: z.string(), base64Encoded: z.boolean().optional(), eof: z.boolean() });

/** Prints a page with the first browser that `find` finds. */
export function browserPrinter(find: () => readonly Browser[] = findBrowsers): PdfPrinter {
  return async (job) => {
    const [browser] = find();
    if (browser === undefined)
      throw new AppException('BROWSER_NOT_FOUND', 'There is no browser to print a PDF with.', browserHint());
    await printWith(browser, job);
  };
}

/**
 * Prints through an installed browser without a window. The page goes to it through a pipe and never lies in a file; its
 * profile is a passing one.
 */
async function printWith(browser: Browser, { html, out, signal }: PdfPrint): Promise<void> {
  signal.throwIfAborted();
  const profile = await mkdtemp(join(profileParent(browser), 'veriscope-print-'));
  const child = start(browser, profile);
  const pipe = new DevtoolsPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const stop = (reason: string): void => {
    pipe.fail(new Error(reason));
    child.kill('SIGKILL');
  };
  const cancel = (): void => stop('cancelled');
  const timer = setTimeout(() => stop(`it took longer than ${PRINT_TIME / 1000} seconds`), PRINT_TIME);
  child.once('error', () => stop('it cannot be started'));
  signal.addEventListener('abort', cancel, { once: true });
  try {
    await print(pipe, html, out);
    await pipe.send('Browser.close', {}, Anything).catch(() => undefined);
  } catch (error) {
    child.kill('SIGKILL');
    throw printFailure(error, signal, () => {
      const reason = error instanceof Error ? error.message : 'it gave no reason';
      return new AppException(
        'BROWSER_FAILED',
        `${called(browser)} could not print the report: ${reason}.`,
        'Try again, or write the report as HTML and print that from your own browser.',
        { cause: error },
      );
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
    await ended(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined);
  }
}

function start(browser: Browser, profile: string): ChildProcess {
  const switches = ['--headless', '--remote-debugging-pipe', '--disable-gpu', '--mute-audio', '--hide-scrollbars'];
  return spawn(browser.path, [...switches, ...quietSwitches(profile), ...platformSwitches(), 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
}

/** A snap sees no hidden folder of the home and no /tmp of others. */
function profileParent({ packaging }: Browser): string {
  return packaging === 'plain' ? tmpdir() : homedir();
}

async function print(pipe: DevtoolsPipe, html: string, out: string): Promise<void> {
  const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' }, Target);
  const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true }, Session);
  const page = <Schema extends z.ZodType>(method: string, params: Record<string, unknown>, answer: Schema) =>
    pipe.send(method, params, answer, sessionId);
  const light = [{ name: 'prefers-color-scheme', value: 'light' }];
  await page('Emulation.setEmulatedMedia', { media: 'print', features: light }, Anything);
  const { frameTree } = await page('Page.getFrameTree', {}, Frames);
  await page('Page.setDocumentContent', { frameId: frameTree.frame.id, html }, Anything);
  const { stream } = await page(
    'Page.printToPDF',
    {
      ...PDF_LAYOUT,
      paperWidth: PDF_PAPER.width,
      paperHeight: PDF_PAPER.height,
      marginTop: PDF_MARGINS.top,
      marginBottom: PDF_MARGINS.bottom,
      marginLeft: PDF_MARGINS.left,
      marginRight: PDF_MARGINS.right,
      transferMode: 'ReturnAsStream',
    },
    Printed,
  );
  const file = await open(out, 'w');
  try {
    for (let isWhole = false; !isWhole;) {
      const { data, base64Encoded, eof } = await page('IO.read', { handle: stream, size: 1_048_576 }, Piece);
      await file.write(Buffer.from(data, base64Encoded === true ? 'base64' : 'utf8'));
      isWhole = eof;
    }
  } finally {
    await file.close();
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const timer = setTimeout(() => child.kill('SIGKILL'), LEAVE_TIME);
  await new Promise((resolve) => child.once('exit', resolve));
  clearTimeout(timer);
}
