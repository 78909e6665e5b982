import { spawn } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openBook } from '../../src/main/engine/book/open-book.ts';
import { existingWorkspace, workspacePaths } from '../../src/main/engine/workspace.ts';
import { bookRows, importFile, importFixture, lensRows } from '../helpers/import-fixture.ts';
import { chance } from '../helpers/staging-maker.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { csvText, transaction, transactions } from '../helpers/transaction-csv.ts';

const CHILD = fileURLToPath(new URL('../helpers/import-child.ts', import.meta.url));
// Three attempts make a process: no process is cut in two by a file.
const ROWS = 4998;

interface ChildRun {
  /** Since it reported its first stage. */
  readonly milliseconds: number;
  readonly stages: readonly string[];
  readonly exitCode: number | null;
}

/** Imports a file in another process and kills it some time after it has begun, if it is still alive then. */
function importInChild(workspace: string, file: string, killAfter: number | null): Promise<ChildRun> {
  return new Promise((resolve, reject) => {
    let started = 0;
    const child = spawn(process.execPath, [CHILD, workspace, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stdout.once('data', () => {
      started = performance.now();
      if (killAfter !== null) setTimeout(() => child.kill('SIGKILL'), killAfter);
    });
    child.once('error', reject);
    child.once('close', (exitCode) =>
      resolve({ exitCode, milliseconds: performance.now() - started, stages: output.trim().split('\n') }),
    );
  });
}

/** Counts of everything that an import writes, after the checks that `info --check` makes. */
function checkedCounts(workspace: string): readonly number[] {
  const book = openBook(existingWorkspace(workspace).book, 'read');
  try {
    expect(book.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(book.pragma('foreign_key_check')).toEqual([]);
  } finally {
    book.close();
  }
  const [counts] = bookRows(
    workspace,
    `SELECT (SELECT count(*) FROM runs) AS runs, (SELECT count(*) FROM staging) AS staging, (SELECT count(*) FROM transform) AS transform,
       (SELECT count(*) FROM no_retries) AS no_retries, (SELECT count(*) FROM rejects) AS rejects,
       (SELECT coalesce(sum(loaded), 0) FROM runs) AS loaded`,
  );
  return Object.values(counts ?? {}).map(Number);
}

/** One workspace that lives through several killed imports; each must leave it as before or as after. */
async function liveThrough(folder: string, lane: number, kills: number, duration: number): Promise<readonly string[]> {
  mkdirSync(folder);
  const { workspace, import: importText, write } = importFixture(folder);
  await importText(csvText([...transactions(6), transaction(7, { http_code: 'x' })]));
  const random = chance(lane + 1);
  const told: string[] = [];
  let [runs, staging, transform, noRetries, rejects] = checkedCounts(workspace) as [
    number,
    number,
    number,
    number,
    number,
  ];
  for (let kill = 0; kill < kills; kill += 1) {
    const rows = transactions(ROWS, ROWS * (kill + 1));
    const file = write(csvText([...rows, transaction(0, { service: 'contradicts' })]), `killed-${kill}.csv`);
    const moment = ((kill + random()) / kills) * duration;
    const { stages, exitCode } = await importInChild(workspace, file, moment);
    told.push(`${Math.round(moment)} ms: ${exitCode === 0 ? 'done' : (stages.at(-1) ?? '')}`);
    const found = checkedCounts(workspace);
    const before = [runs, staging, transform, noRetries, rejects, staging];
    const processes = new Set(rows.map((row) => row['procesoConvenioGuid'])).size;
    const after = [runs + 1, staging + ROWS, transform + ROWS, noRetries + processes, rejects + 1, staging + ROWS];
    const completed = found[0] === runs + 1;
    expect([moment, found]).toEqual([moment, completed ? after : before]);
    if (kill % 3 === 0)
      expect(await lensRows(workspace, 'SELECT count(*) AS n FROM transform')).toEqual([{ n: found[1] }]);
    if (kill % 4 === 3) {
      const again = await importFile(workspace, file);
      expect(again.outcome).toBe(completed ? 'already' : 'imported');
      expect(again.ledger).toEqual({
        read: ROWS + 1,
        loaded: completed ? 0 : ROWS,
        rejected: 1,
        duplicates: completed ? ROWS : 0,
      });
    }
    [runs, staging, transform, noRetries, rejects] = checkedCounts(workspace) as [
      number,
      number,
      number,
      number,
      number,
    ];
  }
  const ids = bookRows(workspace, 'SELECT file_token FROM no_retries ORDER BY file_token');
  expect(await lensRows(workspace, 'SELECT file_token FROM no_retries ORDER BY file_token')).toEqual(ids);
  return told;
}

describe('an import that is killed', () => {
  it('at twenty moments leaves the workspace as before or as after, and can be repeated', async () => {
    const folder = temporaryFolder();
    const { workspace, import: importText, write } = importFixture(folder);
    await importText(csvText(transactions(6)));
    const whole = await importInChild(workspace, write(csvText(transactions(ROWS, ROWS))), null);
    expect(whole).toMatchObject({ exitCode: 0 });
    expect(whole.stages.at(-1)).toBe('done');
    // Two at a time slow each other down: the moments spread over somewhat more than one import alone takes.
    const lanes = await Promise.all(
      [0, 1].map((lane) => liveThrough(join(folder, `lane-${lane}`), lane, 10, whole.milliseconds * 1.3)),
    );
    expect(lanes.flat()).toHaveLength(20);
    expect(lanes.flat().filter((told) => !told.endsWith('done')).length).toBeGreaterThan(8);
  });

  it('into a new workspace leaves none, or an empty one that the next import fills', async () => {
    const { folder, write } = importFixture();
    const file = write(csvText(transactions(ROWS)));
    for (const killAfter of [20, 80, 200]) {
      const workspace = join(folder, `new-${killAfter}.veriscope`);
      await importInChild(workspace, file, killAfter);
      const begun = (statSync(workspacePaths(workspace).book, { throwIfNoEntry: false })?.size ?? 0) > 0;
      const [runs] = begun ? checkedCounts(workspace) : [0];
      const { ledger, outcome } = await importFile(workspace, file);
      expect(outcome).toBe(runs === 1 ? 'already' : 'imported');
      expect(ledger.read).toBe(ROWS);
      expect(checkedCounts(workspace)[1]).toBe(ROWS);
    }
  });
});
