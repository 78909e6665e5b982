import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Database from 'better-sqlite3';

/**
 * @typedef {object} Peer Answers a page by itself: sorts, skips and reads, each time anew.
 * @property {string} name
 * @property {(view: { order: readonly { column: string, direction: string }[], where?: string }, offset: number, limit: number) => unknown} page
 * @property {boolean} sorts whether it can be waited for where it has to sort
 * @property {() => void} close
 */

/** @param {readonly string[]} columns */
const list = (columns) => ['id', ...columns].map((name) => `"${name}"`).join(', ');

/**
 * @param {readonly string[]} columns
 * @param {{ order: readonly { column: string, direction: string }[], where?: string }} view
 * @param {number} offset
 * @param {number} limit
 */
function pageSql(columns, { order, where = 'TRUE' }, offset, limit) {
  const terms = order.map(
    ({ column, direction }) => `"${column}" ${direction === 'ascending' ? 'ASC' : 'DESC'} NULLS LAST`,
  );
  return `SELECT ${list(columns)} FROM transform WHERE ${where} ORDER BY ${[...terms, '"id"'].join(', ')} LIMIT ${limit} OFFSET ${offset}`;
}

/**
 * Bare DuckDB over the lens.
 * @param {string} workspace
 * @param {readonly string[]} columns
 * @returns {Promise<Peer>}
 */
export async function bareDuckDb(workspace, columns) {
  const instance = await DuckDBInstance.create(join(workspace, 'lens.duckdb'), { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  return {
    name: 'bare DuckDB',
    sorts: true,
    page: async (view, offset, limit) =>
      (await connection.runAndReadAll(pageSql(columns, view, offset, limit))).getRows(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/**
 * Bare SQLite over the book.
 * @param {string} workspace
 * @param {readonly string[]} columns
 * @returns {Peer}
 */
export function bareSqlite(workspace, columns) {
  const book = new Database(join(workspace, 'workspace.sqlite'), { readonly: true });
  return {
    name: 'bare SQLite',
    sorts: false,
    page: (view, offset, limit) =>
      book
        .prepare(pageSql(columns, view, offset, limit))
        .raw()
        .all(),
    close: () => void book.close(),
  };
}
