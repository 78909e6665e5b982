import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createApp } from '../../src/main/app.ts';
import { keepOpenAccess } from '../../src/main/engine/keep-open-access.ts';
import { tableColumns } from '../../src/etl/model/table-columns.ts';
import { projectPath } from '../lib/paths.mjs';
import { bareDuckDb, bareSqlite } from './grid-peers.mjs';
import { measure, quantile } from './measure.mjs';
import { windowTiming } from './window-timing.mjs';

/** @typedef {import('../../src/shared/contract/calls.ts').CallRequest<'grid.rows'>} RowsRequest */
/** @typedef {{ name: string, order: NonNullable<RowsRequest['order']>, selection?: RowsRequest['selection'], where?: string }} View */

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    workspace: { type: 'string' },
    pages: { type: 'string', default: '60' },
    'peer-pages': { type: 'string', default: '3' },
  },
});
const pages = Number(values.pages);
const peerPages = Number(values['peer-pages']);
const PAGE = 200;
const columns = tableColumns('transform').map(({ name }) => name);

/** @param {string} column @param {'ascending' | 'descending'} direction */
const by = (column, direction) => [{ column, direction }];
const accepted = {
  filters: [{ kind: /** @type {const} */ ('values'), column: 'summary_status', values: ['ok'], exclude: false }],
};
/** @type {View[]} */
const VIEWS = [
  { name: 'unsorted', order: [] },
  { name: 'sorted by a number', order: by('total_time_ms', 'descending') },
  { name: 'sorted by a text', order: by('file_token', 'ascending') },
  { name: 'sorted by the date', order: by('date', 'descending') },
  { name: 'filtered', order: [], selection: accepted, where: `"summary_status" = 'ok'` },
  {
    name: 'filtered and sorted',
    order: by('score_liqe_near_img', 'descending'),
    selection: accepted,
    where: `"summary_status" = 'ok'`,
  },
];

const folder = mkdtempSync(join(tmpdir(), 'veriscope-bench-'));
try {
  await benchGrid(values.workspace ?? (await sampleWorkspace(values.rows)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * A workspace with a sample of so many rows.
 * @param {string} rows
 */
async function sampleWorkspace(rows) {
  const veriscope = projectPath('bin', 'veriscope.mjs');
  const [csv, workspace] = [join(folder, 'sample.csv'), join(folder, 'bench.veriscope')];
  print(`Making a workspace of ${Number(rows).toLocaleString('en-US')} rows ...`);
  await measure(process.execPath, [veriscope, 'sample', '--rows', rows, '--out', csv]);
  await measure(process.execPath, [veriscope, 'import', csv, '--workspace', workspace]);
  rmSync(csv);
  return workspace;
}

/**
 * Times the calls of a grid in one process that keeps the workspace open, and sets each beside its peers in the same run.
 * @param {string} workspace
 */
async function benchGrid(workspace) {
  if (!existsSync(workspace)) throw new Error(`there is no workspace at ${workspace}`);
  const first = await firstPages(workspace);
  const access = keepOpenAccess();
  const app = createApp('bench', { access });
  const peers = [await bareDuckDb(workspace, columns), bareSqlite(workspace, columns)];
  try {
    const { rows } = await ask(app, 'grid.count', { workspace, table: 'transform', selection: {} });
    print(
      `\ngrid of ${rows.toLocaleString('en-US')} rows x ${columns.length} columns, pages of ${PAGE} rows at ${pages} places`,
    );
    print('  first page after opening');
    for (const { name, milliseconds } of first) print(`    ${name.padEnd(22)}${time(milliseconds)}`);
    print(`  any page after it         p50        p95   ratio of p50 to ${peers.map(({ name }) => name).join(', ')}`);
    for (const view of VIEWS) {
      const all = await rowsOfView(app, workspace, view);
      const taken = await timed(pages, (at) => page(app, workspace, view, Math.floor(at * (all - PAGE))));
      const ratios = [];
      for (const peer of peers.filter(({ sorts }) => sorts || view.order.length === 0)) {
        const peerTaken = await timed(peerPages, (at) => peer.page(view, Math.floor(at * (all - PAGE)), PAGE));
        ratios.push(
          `${(quantile(taken, 0.5) / quantile(peerTaken, 0.5)).toPrecision(2)}x (${time(quantile(peerTaken, 0.5)).trim()})`,
        );
      }
      const [p50, p95] = [quantile(taken, 0.5), quantile(taken, 0.95)];
      print(`    ${view.name.padEnd(20)}${time(p50)}${time(p95)}   ${ratios.join('   ')}`);
    }
    print('  other questions');
    for (const [name, question] of questions(app, workspace)) {
      const started = performance.now();
      await question();
      print(`    ${name.padEnd(40)}${time(performance.now() - started)}`);
    }
  } finally {
    for (const peer of peers) peer.close();
    await access.dispose();
  }
  const shown = await windowTiming(workspace);
  print('  the window, in a browser: median and least');
  if (shown === null) print('    not timed: no Chromium, Chrome or Edge was found');
  else {
    print(
      `    ${'from start to a page that takes a click'.padEnd(40)}${time(shown.interactive.median)}${time(shown.interactive.least)}`,
    );
    print(
      `    ${'from asking it for a workspace to its rows'.padEnd(40)}${time(shown.firstRows.median)}${time(shown.firstRows.least)}`,
    );
  }
}

/**
 * The first page of views in an app that has nothing open yet.
 * @param {string} workspace
 */
async function firstPages(workspace) {
  const found = [];
  for (const view of VIEWS.filter(({ name }) => !name.startsWith('filtered'))) {
    const access = keepOpenAccess();
    const started = performance.now();
    await page(createApp('bench', { access }), workspace, view, 0);
    found.push({ name: view.name, milliseconds: performance.now() - started });
    await access.dispose();
  }
  return found;
}

/**
 * @param {import('../../src/main/app.ts').App} app
 * @param {string} workspace
 * @returns {[string, () => Promise<unknown>][]}
 */
function questions(app, workspace) {
  const table = /** @type {const} */ ('transform');
  const some = columns.slice(0, 12);
  return [
    [
      'values of a column of few',
      () => ask(app, 'grid.values', { workspace, table, column: 'summary_desc', selection: {} }),
    ],
    [
      'values of a column of many',
      () => ask(app, 'grid.values', { workspace, table, column: 'documento', selection: {} }),
    ],
    ['count of a search', () => ask(app, 'grid.count', { workspace, table, selection: { search: 'ab1' } })],
    [
      `overview of ${some.length} columns`,
      () => ask(app, 'grid.overview', { workspace, table, columns: some, selection: {} }),
    ],
    [
      `overview of all ${columns.length}`,
      () => ask(app, 'grid.overview', { workspace, table, columns, selection: {} }),
    ],
    [
      `overview of all ${columns.length}, filtered`,
      () => ask(app, 'grid.overview', { workspace, table, columns, selection: accepted }),
    ],
    ['a transaction with its attempts', () => ask(app, 'transaction.read', { workspace, id: 1 })],
  ];
}

/**
 * The first page of a view, then its whole order, which later pages are cut from.
 * @param {import('../../src/main/app.ts').App} app
 * @param {string} workspace
 * @param {View} view
 */
async function rowsOfView(app, workspace, view) {
  await page(app, workspace, view, 0);
  const { rowCount } = await page(app, workspace, view, 1000);
  return Number(rowCount);
}

/**
 * @param {import('../../src/main/app.ts').App} app
 * @param {string} workspace
 * @param {View} view
 * @param {number} offset
 */
function page(app, workspace, { order, selection }, offset) {
  return ask(app, 'grid.rows', { workspace, table: 'transform', columns, order, selection, offset, limit: PAGE });
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

/**
 * Times `act` at places between 0 and 1 that look random and are the same in every run.
 * @param {number} times
 * @param {(at: number) => unknown} act
 */
async function timed(times, act) {
  const GOLDEN = 0.618_033_988_75;
  const taken = [];
  for (let index = 1; index <= times; index += 1) {
    const started = performance.now();
    await act((index * GOLDEN) % 1);
    taken.push(performance.now() - started);
  }
  return taken;
}

/** @param {number} milliseconds */
function time(milliseconds) {
  return `${milliseconds.toFixed(1)} ms`.padStart(11);
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}
