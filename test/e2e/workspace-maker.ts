import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { succeed } from '../helpers/cli.ts';

/** Rows of the file that can be loaded; one more cannot, and one stands in it twice. */
export const GOOD_ROWS = 2000;
/** Rows of a file whose import takes seconds. */
export const LARGE_ROWS = 100_000;
/** Where the row is broken. */
export const BROKEN = { line: GOOD_ROWS + 2, column: 'http_code', text: 'two hundred', mended: '200' } as const;

/** A file of transactions and the workspace that it was imported into. */
export interface MadeTransactions {
  readonly file: string;
  readonly workspace: string;
}

/** Makes a file with a broken row and a row that stands in it twice, and a workspace of it. */
export async function makeTransactions(folder: string): Promise<MadeTransactions> {
  const file = await makeSample(folder, GOOD_ROWS, 'january.csv');
  const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const columns = header.split(',');
  const first = rows[0] ?? '';
  const broken = first.split(',').map((cell, index) => {
    if (columns[index] === 'file_token') return 'token-of-the-broken-row';
    return columns[index] === BROKEN.column ? BROKEN.text : cell;
  });
  writeFileSync(file, `${[header, ...rows, broken.join(','), first].join('\n')}\n`);
  const workspace = join(folder, 'made.veriscope');
  await succeed(['import', file, '--workspace', workspace]);
  return { file, workspace };
}

/** Writes a synthetic CSV and returns its path. */
export async function makeSample(folder: string, rows: number, name: string, seed = 7): Promise<string> {
  const out = join(folder, name);
  await succeed(['sample', '--rows', String(rows), '--seed', String(seed), '--out', out]);
  return out;
}

/** A number from the books of a workspace, read beside the application. */
export function numberInBook(workspace: string, sql: string): number {
  const book = new Database(join(workspace, 'workspace.sqlite'), { readonly: true });
  try {
    return Number(book.prepare(sql).pluck().get());
  } finally {
    book.close();
  }
}
