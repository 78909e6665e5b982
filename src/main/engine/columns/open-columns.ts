import type { DashboardSelection } from '../../../shared/contract/aggregate.ts';
import type { ColumnFilter } from '../../../shared/contract/row-selection.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import { SCOPE_SQL } from '../../../etl/dashboards/selected-sql.ts';
import { selectionPredicate } from '../../../etl/sql/row-selection.ts';
import type { DuckDbSession } from '../duckdb-session.ts';
import type { LensValue } from '../lens-reader.ts';
import { Brush } from './brush.ts';
import { codeFilter, type CodeFilter } from './code-filter.ts';
import { bytesOf, type CodedColumn } from './coded-column.ts';
import type { ColumnsCall, ColumnState } from './column-memory.ts';
import { loadCoded, loadTruths, placeOf, readNumbers, type ColumnSource } from './load-columns.ts';
import { processColumns, type ProcessColumns } from './process-columns.ts';
import { intersection, rowMask, unselectedRows, type RowMask } from './row-mask.ts';
import { matchingCodes } from './matching-codes.ts';
import { addToTally, type Tally } from './tally.ts';
import type { WorkspaceColumns } from './workspace-columns.ts';

/** What columns of one state of a workspace are made with, for one call. */
export interface OpenColumnsOptions extends Pick<ColumnsCall, 'signal' | 'onProgress'> {
  readonly lens: DuckDbSession;
  readonly stamp: string;
  readonly state: { readonly get: () => ColumnState | undefined; readonly set: (state: ColumnState) => void };
  readonly kept: {
    readonly get: (key: string) => object | undefined;
    readonly set: (key: string, value: object, bytes: number) => void;
  };
  /** Runs work while no other call does. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Opens the columns of a state; reads the ids of its rows where nobody has yet. */
export async function openColumns(options: OpenColumnsOptions): Promise<WorkspaceColumns> {
  const state = options.state.get() ?? (await options.alone(() => openState(options)));
  return new OpenColumns(options, state);
}

async function openState({ lens, stamp, signal, state }: OpenColumnsOptions): Promise<ColumnState> {
  const known = state.get();
  if (known !== undefined) return known;
  const [ids = new Float64Array()] = await readNumbers({ lens, signal }, ['"id"'], 'FROM transform');
  const read: ColumnState = { stamp, ids: ids.sort() };
  state.set(read);
  return read;
}

class OpenColumns implements WorkspaceColumns {
  readonly #options: OpenColumnsOptions;
  readonly #state: ColumnState;

  constructor(options: OpenColumnsOptions, state: ColumnState) {
    this.#options = options;
    this.#state = state;
  }

  get stamp(): string {
    return this.#options.stamp;
  }

  get ids(): Float64Array {
    return this.#state.ids;
  }

  get rows(): number {
    return this.#state.ids.length;
  }

  get signal(): AbortSignal {
    return this.#options.signal;
  }

  coded(expressions: readonly string[]): Promise<readonly CodedColumn[]> {
    return this.#loaded('column', expressions, loadCoded, bytesOf);
  }

  truths(predicates: readonly string[]): Promise<readonly Uint8Array[]> {
    return this.#loaded('truth', predicates, loadTruths, ({ byteLength }) => byteLength);
  }

  processes(): Promise<ProcessColumns> {
    return this.kept(
      'processes',
      async () => {
        const [first = new Float64Array(), attempts = new Float64Array()] = await this.#numbers(
          [`CASE WHEN t."x_without_process" THEN t."id" ELSE f."first" END`, 't."x_attempt_number"'],
          `FROM transform AS t LEFT JOIN (
            SELECT "procesoConvenioGuid" AS process, min("id") AS "first"
            FROM transform WHERE "procesoConvenioGuid" IS NOT NULL GROUP BY process
          ) AS f ON t."procesoConvenioGuid" = f.process ORDER BY t."id"`,
        );
        return processColumns(first, attempts);
      },
      ({ of, order, starts }) => of.byteLength + order.byteLength + starts.byteLength,
    );
  }

  async mask(
    asked: DashboardSelection,
    without: readonly string[] = [],
    brushing: string | null = null,
  ): Promise<RowMask> {
    const { scope, selection } = asked;
    const filters = selection.filters.filter(({ column }) => !without.includes(column));
    if (brushing !== null && filters.some(({ column }) => column === brushing)) {
      const brushed = await this.#brushed(asked, without, brushing);
      if (brushed !== null) return brushed;
    }
    return this.kept(
      maskKey(asked, without),
      async () => {
        const scoped = SCOPE_SQL[scope];
        const bits = [...(scoped === null ? [] : await this.truths([scoped]))];
        for (const filter of filters) bits.push(await this.#filterBits(filter));
        if (selection.search !== '') bits.push(await this.#lensBits({ filters: [], search: selection.search }));
        return rowMask(intersection(this.rows, bits));
      },
      ({ bits }) => bits.byteLength * BYTES_OF_MASKED_ROW,
    );
  }

  tally(mask: RowMask, tally: Tally): Uint32Array {
    if (!mask.isSteady) return mask.tally(tally);
    const rows = tally.codes.length;
    const left = rows - mask.count;
    if (left === 0 && tally.size <= MOST_KEPT_COUNTERS) return this.#tallyOfAll(tally);
    const counts = scratch(tally.size);
    if (left >= mask.count || tally.size > MOST_KEPT_COUNTERS) {
      const { selected } = mask;
      addToTally(counts, { list: selected, from: 0, to: selected?.length ?? rows }, 1, tally);
      return counts;
    }
    counts.set(this.#tallyOfAll(tally));
    addToTally(counts, { list: unselectedRows(mask), from: 0, to: left }, -1, tally);
    return counts;
  }

  /** What is counted of all rows is kept: where most are selected, the few others are taken away from it. */
  #tallyOfAll(tally: Tally): Uint32Array {
    const key = `tally ${tally.name}`;
    const known = this.#options.kept.get(key) as Uint32Array | undefined;
    if (known !== undefined) return known;
    const counts = new Uint32Array(tally.size);
    addToTally(counts, { list: null, from: 0, to: tally.codes.length }, 1, tally);
    this.#options.kept.set(key, counts, counts.byteLength);
    return counts;
  }

  /** The rows as a stretch of a brush; null where the filters on its column leave something else than a range of values. */
  async #brushed(asked: DashboardSelection, without: readonly string[], brushing: string): Promise<RowMask | null> {
    const own = asked.selection.filters.filter(({ column }) => column === brushing);
    const fast = own.map((filter) => validCodeFilter(filter));
    const expression = fast[0]?.expression;
    if (expression === undefined || fast.some((filter) => filter?.expression !== expression)) return null;
    const [column] = await this.coded([expression]);
    if (column === undefined) throw new Error('a column was not loaded');
    const table = intersection(
      column.missing + 1,
      fast.map((filter) => filter?.codes(column) ?? new Uint8Array()),
    );
    const from = Math.max(0, table.indexOf(1));
    const to = table.lastIndexOf(1) + 1;
    if (to > column.missing || table.subarray(from, to).includes(0)) return null;
    const others = [...without, brushing];
    const brush = await this.kept(
      `brush ${brushing} ${maskKey(asked, others)}`,
      async () => new Brush(column, await this.mask(asked, others)),
      ({ bytes }) => bytes * 2,
    );
    return brush.mask(from, to);
  }

  async cells(rows: readonly number[], expressions: readonly string[]): Promise<readonly (readonly LensValue[])[]> {
    if (rows.length === 0) return [];
    const ids = rows.map((row) => this.ids[row] ?? 0);
    const items = expressions.map((expression, index) => `${expression} AS c${index}`).join(', ');
    const { lens, alone } = this.#options;
    const found = await alone(() =>
      lens.rows(`SELECT "id", ${items} FROM transform WHERE "id" IN (SELECT unnest([${ids.join(', ')}]))`),
    );
    const byId = new Map(found.map((row) => [row['id'], row]));
    return ids.map((id) => expressions.map((_, index) => byId.get(id)?.[`c${index}`] ?? null));
  }

  async kept<T extends object>(key: string, make: () => Promise<T> | T, bytes: (made: T) => number): Promise<T> {
    const known = this.#options.kept.get(key) as T | undefined;
    if (known !== undefined) return known;
    const made = await make();
    this.#options.kept.set(key, made, bytes(made));
    return made;
  }

  async #filterBits(filter: ColumnFilter): Promise<Uint8Array> {
    const fast = validCodeFilter(filter);
    if (fast === null) return this.#lensBits({ filters: [filter], search: '' });
    const [column] = await this.coded([fast.expression]);
    if (column === undefined) throw new Error('a column was not loaded');
    return matchingCodes(column.codes, fast.codes(column));
  }

  /** Asks the lens, by the very predicate of the tables. */
  #lensBits(selection: { readonly filters: ColumnFilter[]; readonly search: string }): Promise<Uint8Array> {
    return this.kept(
      `rows ${JSON.stringify(selection)}`,
      async () => {
        const { sql, parameters } = valueOrThrow(selectionPredicate(selection, 'transform'));
        const [found = new Float64Array()] = await this.#numbers(['"id"'], `FROM transform WHERE ${sql}`, parameters);
        const bits = new Uint8Array(this.rows);
        for (const id of found) bits[placeOf(this.ids, id)] = 1;
        return bits;
      },
      ({ byteLength }) => byteLength,
    );
  }

  /** A connection has one result under way: whoever reads the lens does so alone. */
  #numbers(...asked: Tail<Parameters<typeof readNumbers>>): ReturnType<typeof readNumbers> {
    return this.#options.alone(() =>
      readNumbers(
        this.#source(() => undefined),
        ...asked,
      ),
    );
  }

  async #loaded<T extends object>(
    kind: string,
    expressions: readonly string[],
    load: (source: ColumnSource, expressions: readonly string[]) => Promise<readonly T[]>,
    bytes: (column: T) => number,
  ): Promise<readonly T[]> {
    const { kept, alone, onProgress } = this.#options;
    const found = new Map<string, T>();
    const missing = (): readonly string[] => {
      for (const expression of expressions) {
        const column = kept.get(`${kind} ${expression}`) as T | undefined;
        if (column !== undefined) found.set(expression, column);
      }
      return [...new Set(expressions.filter((expression) => !found.has(expression)))];
    };
    if (missing().length > 0) {
      await alone(async () => {
        const wanted = missing();
        if (wanted.length === 0) return;
        let rows = 0;
        const totalRows = this.rows * wanted.length;
        const loaded = await load(
          this.#source((more) => {
            rows += more;
            onProgress({ stage: 'columns', rows, totalRows });
          }),
          wanted,
        );
        for (const [index, expression] of wanted.entries()) {
          const column = loaded[index];
          if (column === undefined) throw new Error('a column was not loaded');
          kept.set(`${kind} ${expression}`, column, bytes(column));
          found.set(expression, column);
        }
      });
    }
    return expressions.map((expression) => {
      const column = found.get(expression);
      if (column === undefined) throw new Error('a column was not loaded');
      return column;
    });
  }

  #source(onRows: (rows: number) => void): ColumnSource {
    const { lens, signal } = this.#options;
    return { lens, signal, rows: this.rows, ids: this.ids, onRows };
  }
}

/** Names the rows that a selection leaves. */
export function maskKey({ scope, selection }: DashboardSelection, without: readonly string[]): string {
  const filters = selection.filters.filter(({ column }) => !without.includes(column));
  return `mask ${JSON.stringify([scope, filters, selection.search])}`;
}

/** Whatever answers it, a filter that is not valid is refused with the same words. */
function validCodeFilter(filter: ColumnFilter): CodeFilter | null {
  valueOrThrow(selectionPredicate({ filters: [filter], search: '' }, 'transform'));
  return codeFilter(filter);
}

type Tail<All extends readonly unknown[]> = All extends readonly [unknown, ...infer Others] ? Others : never;

const MOST_KEPT_COUNTERS = 1 << 19;
let counters = new Uint32Array(0);

/** Counters at 0, always the same memory: new memory of the system costs more than the counting. */
function scratch(size: number): Uint32Array {
  if (counters.length < size) counters = new Uint32Array(size);
  return counters.subarray(0, size).fill(0);
}

/** A bit, and as a rule the number of the row. */
const BYTES_OF_MASKED_ROW = 5;
