import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp } from '../../src/main/app.ts';
import { findBrowsers } from '../../src/main/browser/find-browser.ts';
import type { Result } from '../../src/shared/result.ts';
import { importFile } from '../helpers/import-fixture.ts';
import { csvText, transactions } from '../helpers/transaction-csv.ts';
import { eventually, isRunning } from '../helpers/web-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'veriscope-pdf-'));
const passing = join(folder, 'passing');
const workspace = join(folder, 'printed.veriscope');
const app = createApp('0.0.0-test');

beforeAll(async () => {
  mkdirSync(passing);
  const file = join(folder, 'source.csv');
  writeFileSync(file, csvText(transactions(400)));
  await importFile(workspace, file);
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** Prints, with a folder of its own for what passes, which must be empty afterwards. */
async function report(
  out: string,
  options: { readonly signal?: AbortSignal; readonly onStage?: (stage: string) => void } = {},
): Promise<Result<{ file: string; bytes: number }>> {
  vi.stubEnv('TMPDIR', passing);
  const result = await app.invoke(
    'report.write',
    { workspace, out },
    {
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      onProgress: ({ stage }) => options.onStage?.(stage),
    },
  );
  expect(readdirSync(passing)).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
  return result;
}

/** A program that stands in for a browser. */
function program(...lines: string[]): string {
  const path = join(folder, `browser-${readdirSync(folder).length}`);
  writeFileSync(path, `#!/bin/sh\n${lines.join('\n')}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe.skipIf(findBrowsers().length === 0)('a report printed by an installed browser', () => {
  it('is a tagged PDF on A4 with an outline and a text on every page', async () => {
    const out = join(folder, 'report.pdf');
    const stages: string[] = [];
    const result = await report(out, { onStage: (stage) => stages.push(stage) });
    expect(result).toMatchObject({ ok: true, value: { file: out } });
    expect(stages.at(-1)).toBe('print');
    const pdf = readFileSync(out, 'latin1');
    expect(pdf.startsWith('%PDF-1.')).toBe(true);
    expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
    expect(pdf).toMatch(/\/MarkInfo\s*<<\/Type \/MarkInfo\s*\/Marked true>>|\/Marked true/);
    expect(pdf).toContain('/Outlines');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
      Math.round(Number(width)),
      Math.round(Number(height)),
    ]);
    expect(boxes.length).toBeGreaterThan(5);
    expect(new Set(boxes.map(String))).toEqual(new Set(['596,842']));
  });

  it('replaces a file that stands there', async () => {
    const out = join(folder, 'again.pdf');
    writeFileSync(out, 'old');
    expect((await report(out)).ok).toBe(true);
    expect(readFileSync(out, 'latin1').startsWith('%PDF-')).toBe(true);
  });
});

describe.skipIf(process.platform === 'win32')('no report is printed', () => {
  it('without a browser, and it says what to install', async () => {
    vi.stubEnv('VERISCOPE_BROWSER', join(folder, 'none'));
    const out = join(folder, 'without.pdf');
    const result = await report(out);
    expect(result).toMatchObject({ ok: false, error: { code: 'BROWSER_NOT_FOUND' } });
    expect(result.ok ? '' : result.error.hint).toMatch(/^Install .*Chromium/);
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    ['ends at once', ['exit 3']],
    ['talks nonsense', ["printf 'nonsense\\0' >&4", 'exec sleep 30']],
    ['refuses', ['printf \'{"id":1,"error":{"message":"not today"}}\\0\' >&4', 'exec sleep 30']],
  ])('by a browser that %s, and what was there stays', async (_how, lines) => {
    vi.stubEnv('VERISCOPE_BROWSER', program(...lines));
    const out = join(folder, 'kept.pdf');
    writeFileSync(out, 'kept');
    expect(await report(out)).toMatchObject({ ok: false, error: { code: 'BROWSER_FAILED' } });
    expect(readFileSync(out, 'utf8')).toBe('kept');
  });

  it('when it is cancelled, and the browser is ended', async () => {
    const pidFile = join(folder, 'pid');
    vi.stubEnv(
      'VERISCOPE_BROWSER',
      program(`echo $$ > ${pidFile}.new`, `mv ${pidFile}.new ${pidFile}`, 'exec sleep 60'),
    );
    const cancel = new AbortController();
    const out = join(folder, 'cancelled.pdf');
    const printing = report(out, { signal: cancel.signal });
    await eventually('the browser runs', () => existsSync(pidFile));
    cancel.abort();
    expect(await printing).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(existsSync(out)).toBe(false);
    expect(isRunning(Number(readFileSync(pidFile, 'utf8')))).toBe(false);
  });

  it('to a name of another kind', async () => {
    expect(await report(join(folder, 'report.docx'))).toMatchObject({ ok: false, error: { code: 'USAGE' } });
  });
});
