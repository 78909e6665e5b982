import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { createApp } from '../../src/main/app.ts';
import { keepOpenAccess } from '../../src/main/engine/keep-open-access.ts';
import { MICROSERVICES } from '../../src/etl/model/microservices.ts';
import { DASHBOARD_PAGES } from '../../src/shared/dashboards/declared-query.ts';
import { pageQueries } from '../../src/shared/dashboards/page-queries.ts';
import { SLICER_QUERIES } from '../../src/shared/dashboards/slicer-queries.ts';
import { projectPath } from '../lib/paths.mjs';
import { measure, quantile } from './measure.mjs';

/** @typedef {import('../../src/shared/dashboards/declared-query.ts').DeclaredQueries} Queries */
/** @typedef {import('../../src/shared/contract/row-selection.ts').ColumnFilter} Filter */
/** @typedef {{ wall: number, thread: number }} Taken */

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    workspace: { type: 'string' },
    moves: { type: 'string', default: '60' },
    pages: { type: 'string', default: 'clients,times,retries,quality' },
    /** Whether DuckDB alone is asked too, which is slow. */
    peer: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const MOVES = Number(values.moves);
/** As many as the machine has that the aims are for. */
const PEER_THREADS = '2';

/** The slicers stand beside every page and ask with it. @type {Record<string, Queries>} */
const PAGES = Object.fromEntries(
  DASHBOARD_PAGES.map((page) => [page, { ...pageQueries(page, MICROSERVICES), ...slicers() }]),
);

const folder = mkdtempSync(join(tmpdir(), 'veriscope-bench-'));
try {
  const workspace = values.workspace ?? join(folder, 'bench.veriscope');
  if (!existsSync(workspace)) await makeWorkspace(workspace, values.rows);
  await benchDashboards(workspace);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @returns {Queries} */
function slicers() {
  return Object.fromEntries(Object.entries(SLICER_QUERIES).map(([name, query]) => [`slicer ${name}`, query]));
}

/**
 * Makes a workspace with a sample of so many rows; one that is named stays for the next time. The file that is
 * imported stands beside it meanwhile: 0.5 GB for each million rows.
 * @param {string} workspace
 * @param {string} rows
 */
async function makeWorkspace(workspace, rows) {
  const veriscope = projectPath('bin', 'veriscope.mjs');
  const csv = `${workspace}.csv`;
  print(`Making a workspace of ${Number(rows).toLocaleString('en-US')} rows ...`);
  await measure(process.execPath, [veriscope, 'sample', '--rows', rows, '--out', csv]);
  await measure(process.execPath, [veriscope, 'import', csv, '--workspace', workspace]);
  rmSync(csv);
}

/**
 * Times whole pages: under filters that change, and while a range is dragged.
 * @param {string} workspace
 */
async function benchDashboards(workspace) {
  const access = keepOpenAccess();
  const app = createApp('bench', { access });
  const { rows, days, clients } = await about(app, workspace);
  print(`\ndashboards of ${rows.toLocaleString('en-US')} rows on ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`);
  print('  milliseconds of wall time, then of the thread alone: other work on the machine is not in it');
  /** @type {Filter[][]} */
  const changes = [
    ...clients.flatMap((client) => [[oneOf('convenio', client, false)], [oneOf('convenio', client, true)]]),
    ...['ok', 'error'].map((status) => [oneOf('summary_status', status, false)]),
    ...Array.from({ length: 12 }, (_, hour) => [range('date_hour', hour, hour + 12)]),
    ...days.filter((_, index) => index % Math.ceil(days.length / 12) === 0).map((day) => [dates(days[0] ?? null, day)]),
  ];
  for (const page of values.pages.split(',')) {
    const queries = PAGES[page];
    if (queries === undefined) throw new Error(`there is no page ${page}: ${Object.keys(PAGES).join(', ')}`);
    const first = await timed(() => read(app, workspace, queries, [], null));
    print(`\n  ${page}: ${Object.keys(queries).length} questions; as it opens, columns loaded: ${shown(first)}`);
    const taken = [];
    for (const filters of changes) taken.push(await timed(() => read(app, workspace, queries, filters, null)));
    tell(`a slicer change (n ${taken.length})`, taken);
    for (const [name, column, filterAt] of drags(days)) {
      const moves = [];
      for (let move = 0; move <= MOVES; move += 1)
        moves.push(await timed(() => read(app, workspace, queries, [filterAt(move / MOVES)], column)));
      tell(`a move of a brush over ${name} (n ${MOVES})`, moves.slice(1));
    }
    if (!values.peer) continue;
    const peer = await bareDuckDb(app, workspace, queries, changes[1] ?? []);
    const own = await timed(() => read(app, workspace, queries, [...(changes[1] ?? []), range('id', 2, null)], null));
    print(
      `    bare DuckDB, ${PEER_THREADS} threads, a statement each: ${peer.toFixed(0)} ms, ${(peer / own.wall).toFixed(1)}x as long`,
    );
  }
  const { rss, arrayBuffers } = process.memoryUsage();
  print(`\n  memory: ${(rss / 1e6).toFixed(0)} MB, of which columns ${(arrayBuffers / 1e6).toFixed(0)} MB`);
  await access.dispose();
}

/**
 * Ranges as they are dragged: a window that is moved, and an edge.
 * @param {string[]} days
 * @returns {[string, string, (at: number) => Filter][]}
 */
function drags(days) {
  const day = (/** @type {number} */ at) => days[Math.min(days.length - 1, Math.floor(at * days.length))] ?? null;
  return [
    ['days', 'date', (at) => dates(day(at * 0.7), day(at * 0.7 + 0.3))],
    ['total_time_ms', 'total_time_ms', (at) => range('total_time_ms', 500 + 4000 * at, 1500 + 4000 * at)],
  ];
}

/**
 * The same questions as one statement each over the lens alone.
 * @param {import('../../src/main/app.ts').App} app
 * @param {string} workspace
 * @param {Queries} queries
 * @param {Filter[]} filters
 */
async function bareDuckDb(app, workspace, queries, filters) {
  const statements = [];
  for (const [name, declared] of Object.entries(queries)) {
    const query = { name, query: declared.query, without: [...(declared.without ?? [])] };
    statements.push((await ask(app, 'dashboard.sql', { ...selected(workspace, filters), query })).sql);
  }
  const instance = await DuckDBInstance.create(join(workspace, 'lens.duckdb'), {
    access_mode: 'READ_ONLY',
    threads: PEER_THREADS,
  });
  const connection = await instance.connect();
  try {
    // What is read is in memory: the page itself has read it.
    const started = performance.now();
    for (const sql of statements) await connection.runAndReadAll(sql);
    return performance.now() - started;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * @param {import('../../src/main/app.ts').App} app
 * @param {string} workspace
 */
async function about(app, workspace) {
  const sql = `SELECT count(*) AS rows, string_agg(DISTINCT substr("date", 1, 10), ',') AS days,
    string_agg(DISTINCT convenio, ',') AS clients FROM transform`;
  const instance = await DuckDBInstance.create(join(workspace, 'lens.duckdb'), { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const [row] = (await connection.runAndReadAll(sql)).getRowObjects();
  connection.closeSync();
  instance.closeSync();
  await ask(app, 'workspace.info', { workspace });
  return {
    rows: Number(row?.['rows']),
    days: String(row?.['days']).split(',').toSorted(),
    clients: String(row?.['clients']).split(',').toSorted(),
  };
}

/**
 * @param {import('../../src/main/app.ts').App} app
 * @param {string} workspace
 * @param {Queries} queries
 * @param {Filter[]} filters
 * @param {string | null} brushing
 */
function read(app, workspace, queries, filters, brushing) {
  const asked = Object.entries(queries).map(([name, { query, without = [] }]) => ({
    name,
    query,
    without: [...without],
  }));
  return ask(app, 'dashboard.read', { ...selected(workspace, filters), queries: asked, brushing });
}

/** @param {string} workspace @param {Filter[]} filters */
function selected(workspace, filters) {
  return { workspace, scope: /** @type {const} */ ('all'), selection: { filters, search: '' } };
}

/** @param {string} column @param {string} value @param {boolean} exclude @returns {Filter} */
function oneOf(column, value, exclude) {
  return { kind: 'values', column, values: [value], exclude };
}

/** @param {string} column @param {number | null} from @param {number | null} to @returns {Filter} */
function range(column, from, to) {
  return { kind: 'range', column, from, to };
}

/** @param {string | null} from @param {string | null} to @returns {Filter} */
function dates(from, to) {
  return { kind: 'dates', column: 'date', from, to };
}

/**
 * @template {import('../../src/shared/contract/calls.ts').CallName} Name
 * @param {import('../../src/main/app.ts').App} app
 * @param {Name} name
 * @param {import('../../src/shared/contract/calls.ts').CallRequest<Name>} request
 */
async function ask(app, name, request) {
  const answer = await app.invoke(name, request);
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}

/** @param {() => Promise<unknown>} act @returns {Promise<Taken>} */
async function timed(act) {
  const [started, before] = [performance.now(), process.threadCpuUsage()];
  await act();
  const { user, system } = process.threadCpuUsage(before);
  return { wall: performance.now() - started, thread: (user + system) / 1000 };
}

/** @param {string} name @param {Taken[]} taken */
function tell(name, taken) {
  const at = (/** @type {number} */ share) =>
    shown({
      wall: quantile(
        taken.map(({ wall }) => wall),
        share,
      ),
      thread: quantile(
        taken.map(({ thread }) => thread),
        share,
      ),
    });
  print(`    ${name.padEnd(46)} p50 ${at(0.5)}   p95 ${at(0.95)}`);
}

/** @param {Taken} taken */
function shown({ wall, thread }) {
  return `${wall.toFixed(1)} ms (${thread.toFixed(1)})`;
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}
