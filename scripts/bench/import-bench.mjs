import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectPath } from '../lib/paths.mjs';
import { measure, median } from './measure.mjs';

/** @typedef {import('./measure.mjs').Measurement} Measurement */

const { values } = parseArgs({
  options: {
    rows: { type: 'string', multiple: true, default: ['14654', '200000'] },
    runs: { type: 'string', default: '3' },
  },
});
const node = process.execPath;
const veriscope = [projectPath('bin', 'veriscope.mjs')];
const folder = mkdtempSync(join(tmpdir(), 'veriscope-bench-'));

try {
  for (const rows of values.rows) await benchRows(Number(rows), Number(values.runs));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Imports a sample of so many rows and sets each figure beside those of its peers in the same run, taken in turns so
 * that a busy moment of the machine hits all alike.
 * @param {number} rows
 * @param {number} runs
 */
async function benchRows(rows, runs) {
  const csv = join(folder, 'sample.csv');
  const preset = rows === 14_654 ? ['--preset', 'january-2025'] : ['--rows', String(rows)];
  await measure(node, [...veriscope, 'sample', ...preset, '--out', csv]);
  const megabytes = statSync(csv).size / 1e6;
  /** @type {{ whole: number[], ready: number[], memory: (number | null)[], sqlite: number[], duckdb: number[] }} */
  const taken = { whole: [], ready: [], memory: [], sqlite: [], duckdb: [] };
  for (let run = 0; run < runs; run += 1) {
    const workspace = join(folder, 'bench.veriscope');
    const imported = await measure(node, [...veriscope, 'import', csv, '--workspace', workspace, '--json']);
    const { milliseconds } = JSON.parse(imported.output);
    taken.whole.push(imported.seconds);
    // The import's own clock starts when the program has: a command that does nothing tells how long that takes.
    const startUp = await measure(node, [...veriscope, '--version']);
    taken.ready.push(startUp.seconds + milliseconds.lensReady / 1000);
    taken.memory.push(imported.peakMegabytes);
    rmSync(workspace, { recursive: true });
    taken.sqlite.push(
      (await peer('sqlite', (file) => ['sqlite3', [file, '.mode csv', `.import '${csv}' raw`]])).seconds,
    );
    taken.duckdb.push(
      (await peer('duckdb', (file) => [node, [projectPath('scripts', 'bench', 'bare-duckdb.mjs'), file, csv]])).seconds,
    );
  }
  const whole = median(taken.whole);
  const ready = median(taken.ready);
  const sqlite = median(taken.sqlite);
  const duckdb = median(taken.duckdb);
  const memories = taken.memory.filter((value) => value !== null);
  print(`\nimport of ${rows.toLocaleString('en-US')} rows (${megabytes.toFixed(1)} MB), median of ${runs}`);
  print(
    `  whole process, three tables and the lens   ${whole.toFixed(2)} s   ${Math.round(rows / whole).toLocaleString('en-US')} rows/s`,
  );
  print(`  ratio to sqlite3 .import (raw text, 1 table) ${(whole / sqlite).toFixed(2)}x   (${sqlite.toFixed(2)} s)`);
  print(`  first figures can be had (lens ready)      ${ready.toFixed(2)} s`);
  print(`  ratio to bare DuckDB read_csv into a table ${(ready / duckdb).toFixed(2)}x   (${duckdb.toFixed(2)} s)`);
  print(
    `  peak memory                                ${memories.length === 0 ? 'not told by this system' : `${Math.max(...memories).toFixed(0)} MB`}`,
  );
}

/**
 * @param {string} name
 * @param {(file: string) => [string, string[]]} command
 * @returns {Promise<Measurement>}
 */
async function peer(name, command) {
  const file = join(folder, `peer.${name}`);
  const [program, args] = command(file);
  try {
    return await measure(program, args);
  } finally {
    for (const suffix of ['', '.wal']) rmSync(file + suffix, { force: true });
  }
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}
