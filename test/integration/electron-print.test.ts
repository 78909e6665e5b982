import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { printPdf } from '../../src/main/hosts/electron/print-pdf.ts';
import { BrowserWindow } from '../helpers/electron-double/browser-window.ts';
import { resetElectron } from '../helpers/electron-double/electron.ts';
import { buildPreload, runHost } from '../helpers/electron-double/running-host.ts';
import { partitions } from '../helpers/electron-double/session.ts';
import { importFixture } from '../helpers/import-fixture.ts';
import { folderOfFile, temporaryFolder } from '../helpers/temporary-folder.ts';
import { csvText, transactions } from '../helpers/transaction-csv.ts';

const folder = folderOfFile();
let preload = '';
beforeAll(async () => {
  preload = await buildPreload(folder);
});

const never = new AbortController().signal;

describe('printing in a window of our own', () => {
  it('loads the page alone, in a session of its own, without scripts, and leaves nothing open', async () => {
    onTestFinished(resetElectron);
    const out = join(temporaryFolder(), 'report.pdf');
    await printPdf({ html: '<title>Report</title>', out, signal: never });
    expect(readFileSync(out, 'latin1')).toContain('%PDF');
    expect(BrowserWindow.open).toEqual([]);
    const [printing] = [...partitions.values()];
    expect(await printing?.fetch('https://example.org/x.png')).toBeNull();
    expect(await printing?.fetch('file:///etc/passwd')).toBeNull();
    expect(await printing?.requestPermission('media', 'app://print/')).toBe(false);
    expect([...partitions.keys()].every((name) => !name.startsWith('persist:'))).toBe(true);
  });

  it('gives up where it is cancelled', async () => {
    onTestFinished(resetElectron);
    const out = join(temporaryFolder(), 'report.pdf');
    const cancel = new AbortController();
    const printing = printPdf({ html: '<title>Report</title>', out, signal: cancel.signal });
    cancel.abort();
    await expect(printing).rejects.toMatchObject({ error: { code: 'CANCELLED' } });
    expect(existsSync(out)).toBe(false);
    expect(BrowserWindow.open).toEqual([]);
  });
});

describe('a report as a PDF', () => {
  it('is printed by the host, on behalf of the engine', async () => {
    const { client } = await runHost(preload);
    const calls = await client();
    const fixture = importFixture();
    await fixture.import(csvText(transactions(3)));
    const out = join(fixture.folder, 'report.pdf');
    const answer = await calls.invoke('report.write', { workspace: fixture.workspace, out });
    expect(answer).toMatchObject({ ok: true, value: { file: out } });
    expect(readFileSync(out, 'latin1')).toBe('%PDF-1.7 double');
  });
});
