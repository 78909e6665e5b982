import type { DuckDbSession } from '../duckdb-session.ts';
import type { LensValue } from '../lens-reader.ts';
import { DUCKDB } from '../../../etl/sql/dialects.ts';
import { codesFor, type CodedColumn, type Codes } from './coded-column.ts';
import { NumberCoder, type Validity } from './number-coder.ts';

/** What columns are read from, and how it is told and stopped. */
export interface ColumnSource {
  readonly lens: DuckDbSession;
  readonly signal: AbortSignal;
  readonly rows: number;
  /** Id of each row, ascending. */
  readonly ids: Float64Array;
  /** Told how many more rows were read. */
  readonly onRows: (rows: number) => void;
}

/** More texts than this are not listed in a statement but joined. */
const MOST_LISTED = 3000;
/** So many values are read by one statement, several columns together. */
const VALUES_AT_ONCE = 12_000_000;

/** How one column is read: a select item, and what becomes of its vector. */
interface Reading<Column> {
  readonly item: string;
  /** `rows`: the row of each slot; null where they follow each other from `from` on. */
  readonly take: (vector: Vector, from: number, count: number, rows: Uint32Array | null) => void;
  readonly finish: () => Column;
}

/** What of DuckDB's vectors is read: a missing slot holds anything, its bit of `validity` is 0. */
interface Vector {
  readonly items: Codes | Float64Array;
  readonly validity: { readonly data: BigUint64Array | null; readonly offset: number };
}

/** Reads SQL expressions over `transform` as coded columns. */
export async function loadCoded(source: ColumnSource, expressions: readonly string[]): Promise<readonly CodedColumn[]> {
  const types = await typesOf(source, expressions);
  const readings: (Reading<CodedColumn> | string)[] = [];
  for (const [index, expression] of expressions.entries()) {
    readings.push(
      types[index] === 'VARCHAR' ? await textReading(source, expression) : numberReading(source, expression),
    );
  }
  const joined = new Map<string, CodedColumn>();
  for (const reading of readings)
    if (typeof reading === 'string') joined.set(reading, await loadManyTexts(source, reading));
  const read = readings.filter((reading) => typeof reading !== 'string');
  await readAll(source, read);
  return readings.map((reading) => {
    const column = typeof reading === 'string' ? joined.get(reading) : reading.finish();
    if (column === undefined) throw new Error('a column was not read');
    return column;
  });
}

/** Reads SQL conditions over `transform`: 1 where they are true. */
export async function loadTruths(source: ColumnSource, predicates: readonly string[]): Promise<readonly Uint8Array[]> {
  const readings = predicates.map((predicate): Reading<Uint8Array> => {
    const truths = new Uint8Array(source.rows);
    return {
      item: `CAST(coalesce(${predicate}, FALSE) AS UTINYINT)`,
      take: ({ items }, from, count, rows) => {
        if (rows === null) truths.set(items.subarray(0, count), from);
        else for (let at = 0; at < count; at += 1) truths[rows[at] ?? 0] = items[at] ?? 0;
      },
      finish: () => truths,
    };
  });
  await readAll(source, readings);
  return readings.map(({ finish }) => finish());
}

/** Reads numeric SQL expressions over `relation` as they are, in the order that it says; missing ones are not-a-number. */
export async function readNumbers(
  { lens, signal }: Pick<ColumnSource, 'lens' | 'signal'>,
  select: readonly string[],
  relation: string,
  parameters: readonly LensValue[] = [],
): Promise<readonly Float64Array[]> {
  const items = select.map((item) => `CAST(${item} AS DOUBLE)`).join(', ');
  const parts: Float64Array[][] = select.map(() => []);
  for await (const chunk of await lens.connection.stream(`SELECT ${items} ${relation}`, [...parameters])) {
    signal.throwIfAborted();
    for (const [index, part] of parts.entries()) {
      const vector = chunk.getColumnVector(index) as unknown as Vector;
      const values = Float64Array.from(vector.items.subarray(0, chunk.rowCount));
      const isValid = validBits(vector);
      for (let at = 0; isValid !== null && at < values.length; at += 1) if (!isValid(at)) values[at] = Number.NaN;
      part.push(values);
    }
  }
  return parts.map((part) => {
    const all = new Float64Array(part.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const values of part) {
      all.set(values, at);
      at += values.length;
    }
    return all;
  });
}

async function typesOf({ lens }: ColumnSource, expressions: readonly string[]): Promise<readonly string[]> {
  const described = await lens.rows(`DESCRIBE SELECT ${expressions.join(', ')} FROM transform`);
  return described.map((row) => String(row['column_type']));
}

function numberReading({ rows: all }: ColumnSource, expression: string): Reading<CodedColumn> {
  const coder = new NumberCoder(all);
  return {
    item: `CAST(${expression} AS DOUBLE)`,
    take: (vector, from, count, rows) => {
      const { items } = vector;
      if (!(items instanceof Float64Array)) throw new Error('numbers are read as doubles');
      coder.take(items.subarray(0, count), validityOf(vector), from, rows);
    },
    finish: () => coder.finish(),
  };
}

/** How a column of few texts is read; its expression itself where there are too many to list. */
async function textReading(
  { lens, rows: all }: ColumnSource,
  expression: string,
): Promise<Reading<CodedColumn> | string> {
  const values = await distinctTexts(lens, expression, MOST_LISTED + 1);
  // A text with a zero byte cannot be written in a statement.
  if (values.length > MOST_LISTED || values.some((value) => value.includes('\0'))) return expression;
  const missing = values.length;
  const codes = codesFor(all, missing + 1);
  const list = (values.length === 0 ? [''] : values).map((value) => DUCKDB.text(value)).join(', ');
  return {
    item: `CAST(${expression} AS ENUM(${list}))`,
    take: (vector, from, count, rows) => {
      const { items } = vector;
      const isValid = validBits(vector);
      for (let at = 0; at < count; at += 1) {
        const row = rows === null ? from + at : (rows[at] ?? 0);
        codes[row] = isValid !== null && !isValid(at) ? missing : (items[at] ?? missing);
      }
    },
    finish: () => ({ kind: 'texts', codes, values, missing }),
  };
}

async function distinctTexts(
  lens: DuckDbSession,
  expression: string,
  limit: number | null,
): Promise<readonly string[]> {
  const rows = await lens.connection.runAndReadAll(
    `SELECT DISTINCT ${expression} AS v FROM transform WHERE ${expression} IS NOT NULL ORDER BY v${limit === null ? '' : ` LIMIT ${limit}`}`,
  );
  return rows.getColumns()[0]?.map(String) ?? [];
}

/** A column of more texts than a statement can list: the lens looks the code of each row up. */
async function loadManyTexts(source: ColumnSource, expression: string): Promise<CodedColumn> {
  const { lens, rows, onRows } = source;
  const values = await distinctTexts(lens, expression, null);
  const [found = new Float64Array()] = await readNumbers(
    source,
    ['d.code'],
    `FROM (SELECT "id", ${expression} AS v FROM transform) AS t LEFT JOIN (
      SELECT v, row_number() OVER (ORDER BY v) - 1 AS code
      FROM (SELECT DISTINCT ${expression} AS v FROM transform WHERE ${expression} IS NOT NULL)
    ) AS d ON t.v = d.v ORDER BY t."id"`,
  );
  onRows(rows);
  const missing = values.length;
  const codes = codesFor(rows, missing + 1);
  for (let row = 0; row < rows; row += 1) {
    const code = found[row] ?? Number.NaN;
    codes[row] = Number.isNaN(code) ? missing : code;
  }
  return { kind: 'texts', codes, values, missing };
}

async function readAll<Column>(source: ColumnSource, readings: readonly Reading<Column>[]): Promise<void> {
  const atOnce = Math.max(1, Math.floor(VALUES_AT_ONCE / Math.max(1, source.rows)));
  for (let first = 0; first < readings.length; first += atOnce)
    await readTogether(source, readings.slice(first, first + atOnce));
}

/** Threads share a scan, and a stream hands out what each has done when it is done: rows are told by their id. */
async function readTogether<Column>(
  { lens, signal, ids, onRows }: ColumnSource,
  readings: readonly Reading<Column>[],
): Promise<void> {
  const items = readings.map(({ item }, index) => `${item} AS c${index}`).join(', ');
  for await (const chunk of await lens.connection.stream(
    `SELECT CAST("id" AS DOUBLE) AS id, ${items} FROM transform`,
  )) {
    signal.throwIfAborted();
    const found = (chunk.getColumnVector(0) as unknown as Vector).items.subarray(0, chunk.rowCount);
    const from = placeOf(ids, found[0] ?? 0);
    const isInOrder = found.every((id, at) => ids[from + at] === id);
    const rows = isInOrder ? null : Uint32Array.from(found, (id) => placeOf(ids, id));
    for (const [index, { take }] of readings.entries())
      take(chunk.getColumnVector(index + 1) as unknown as Vector, from, chunk.rowCount, rows);
    onRows(chunk.rowCount * readings.length);
  }
}

/** Where a row with this id stands among the rows in order of id. */
export function placeOf(ids: Float64Array, id: number): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

const BITS = 5;
const LAST_BITS = 31;

/** Which slots of a vector hold a value. */
function validityOf({ validity: { data, offset } }: Vector): Validity {
  return { words: data === null ? null : new Uint32Array(data.buffer, data.byteOffset, data.length * 2), offset };
}

function validBits(vector: Vector): ((at: number) => boolean) | null {
  const { words, offset } = validityOf(vector);
  if (words === null) return null;
  return (at) => (((words[(offset + at) >>> BITS] ?? 0) >>> ((offset + at) & LAST_BITS)) & 1) === 1;
}
