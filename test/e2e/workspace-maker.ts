import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { succeed } from '../helpers/cli.ts';

/** Rows of the file that can be loaded; one more cannot, and one stands in it twice. */
export const GOOD_ROWS = 2000;
/** Rows of a file whose import takes seconds. */
export const LARGE_ROWS = 200_000;
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
  const { header, rows } = tableIn(file);
  const [first = []] = rows;
  const broken = first.with(header.indexOf('file_token'), 'broken').with(header.indexOf(BROKEN.column), BROKEN.text);
  writeTable(file, [header, ...rows, broken, first]);
  const workspace = join(folder, 'made.veriscope');
  await succeed(['import', file, '--workspace', workspace]);
  return { file, workspace };
}

/** Makes a large file of the rows of `made`, over and over under other tokens: quicker than making up as many. */
export function makeLarge(folder: string, made: MadeTransactions): string {
  const file = join(folder, 'large.csv');
  const { header, rows } = tableIn(made.file);
  const token = header.indexOf('file_token');
  const good = rows.slice(0, GOOD_ROWS);
  const copies = Array.from({ length: LARGE_ROWS / GOOD_ROWS }, (_, copy) =>
    good.map((cells) => cells.with(token, `${cells[token]}-${copy}`)),
  );
  writeTable(file, [header, ...copies.flat()]);
  return file;
}

/** Makes a workspace of the synthetic month that has the published figures. */
export async function makeJanuary(folder: string): Promise<string> {
  const file = join(folder, 'january.csv');
  await succeed(['sample', '--preset', 'january-2025', '--out', file]);
  const workspace = join(folder, 'january.veriscope');
  await succeed(['import', file, '--workspace', workspace]);
  return workspace;
}

/** The cells of a synthetic CSV, which quotes none. */
function tableIn(file: string): { readonly header: string[]; readonly rows: string[][] } {
  const text = readFileSync(file, 'utf8');
  if (text.includes('"')) throw new Error(`a cell of ${file} is quoted`);
  const [header = [], ...rows] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  return { header, rows };
}

function writeTable(file: string, lines: readonly (readonly string[])[]): void {
  writeFileSync(file, lines.map((cells) => `${cells.join(',')}\n`).join(''));
}

/** Writes a synthetic CSV and returns its path. */
export async function makeSample(folder: string, rows: number, name: string, seed = 7): Promise<string> {
  const out = join(folder, name);
  await succeed(['sample', '--rows', String(rows), '--seed', String(seed), '--out', out]);
  return out;
}

/** A value from the books of a workspace, read beside the application. */
export function inBook(workspace: string, sql: string): string {
  const book = new Database(join(workspace, 'workspace.sqlite'), { readonly: true });
  try {
    return String(book.prepare(sql).pluck().get());
  } finally {
    book.close();
  }
}

export function numberInBook(workspace: string, sql: string): number {
  return Number(inBook(workspace, sql));
}

/** The earliest or latest date of a workspace, as a table shows it. */
export function dateInBook(workspace: string, which: 'min' | 'max'): string {
  return inBook(workspace, `SELECT replace(substr(${which}(date), 1, 26), 'T', ' ') FROM transform`);
}
