import type { RowBlock } from '../../../shared/contract/row-block.ts';
import { numberColumn, textColumn } from '../../../shared/row-block-cells.ts';
import { PROCESS_FACETS_SQL, type QueryOf } from '../../../etl/dashboards/process-sql.ts';
import { ATTEMPT_CAP } from '../../../etl/dashboards/facet-sql.ts';
import type { Codes } from '../../engine/columns/coded-column.ts';
import type { RowMask } from '../../engine/columns/row-mask.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';
import { countedPercentile } from './counted-percentile.ts';
import {
  EVER_ACCEPTED,
  FIRST_ACCEPTED,
  LAST_ACCEPTED,
  processFacts,
  processTexts,
  processTimes,
  type ProcessFacts,
} from './process-facts.ts';
import { processMask } from './process-mask.ts';

/** A facet of every process: codes below `cells`, and the column of the values that groups have. */
interface Facet {
  readonly codes: Codes;
  readonly cells: number;
  readonly column: (codes: readonly number[]) => RowBlock['columns'][number];
}

const KINDS_OF_ACCEPTANCE = (FIRST_ACCEPTED | LAST_ACCEPTED | EVER_ACCEPTED) + 1;

/** Answers `processes`. */
export async function processes(
  columns: WorkspaceColumns,
  mask: RowMask,
  { by, abandonedAfterSeconds }: QueryOf<'processes'>,
): Promise<RowBlock> {
  const facts = await processFacts(columns);
  const { quiet, pause } = await processTimes(columns);
  const facets: Facet[] = [];
  for (const facet of by) facets.push(await facetOf(columns, facts, PROCESS_FACETS_SQL[facet]));
  const { bits } = processMask(mask, facts);
  const cells = facets.reduce((product, facet) => product * facet.cells, 1);
  const cellOf = cellReader(facets);
  const kinds = new Uint32Array(cells * KINDS_OF_ACCEPTANCE);
  const sizes = new Uint32Array(cells * facts.sizes.length);
  const closed = new Uint32Array(cells);
  const abandoned = new Uint32Array(cells);
  const late = new Uint32Array(cells);
  const add = (counts: Uint32Array, place: number): void => {
    counts[place] = (counts[place] ?? 0) + 1;
  };
  for (let process = 0; process < facts.count; process += 1) {
    if (bits[process] === 0) continue;
    const cell = cellOf(process);
    const accepted = facts.accepted[process] ?? 0;
    add(kinds, cell * KINDS_OF_ACCEPTANCE + accepted);
    add(sizes, cell * facts.sizes.length + (facts.size[process] ?? 0));
    if ((pause[process] ?? 0) > abandonedAfterSeconds) add(late, cell);
    if ((quiet[process] ?? 0) < abandonedAfterSeconds) continue;
    add(closed, cell);
    if ((accepted & LAST_ACCEPTED) === 0) add(abandoned, cell);
  }

  const withBits = (cell: number, some: number, without = 0): number => {
    let n = 0;
    for (let kind = 0; kind < KINDS_OF_ACCEPTANCE; kind += 1)
      if ((kind & some) === some && (kind & without) === 0) n += kinds[cell * KINDS_OF_ACCEPTANCE + kind] ?? 0;
    return n;
  };
  const groups = Array.from({ length: cells }, (_, cell) => cell).filter(
    (cell) => facets.length === 0 || withBits(cell, 0) > 0,
  );
  const each = (name: string, measure: (cell: number) => number | null): RowBlock['columns'][number] =>
    numberColumn(name, groups.map(measure));
  const sizesOf = (cell: number): Uint32Array =>
    sizes.subarray(cell * facts.sizes.length, (cell + 1) * facts.sizes.length);
  return {
    rows: groups.length,
    columns: [
      ...facets.map((facet, index) => facet.column(groups.map((cell) => codeOf(cell, facets, index)))),
      each('n', (cell) => withBits(cell, 0)),
      each('first_accepted', (cell) => withBits(cell, FIRST_ACCEPTED)),
      each('finally_accepted', (cell) => withBits(cell, LAST_ACCEPTED)),
      each('ever_accepted', (cell) => withBits(cell, EVER_ACCEPTED)),
      each('recovered', (cell) => withBits(cell, EVER_ACCEPTED, FIRST_ACCEPTED)),
      each('failed_first', (cell) => withBits(cell, 0, FIRST_ACCEPTED)),
      each('abandoned', (cell) => abandoned[cell] ?? 0),
      each('closed', (cell) => closed[cell] ?? 0),
      each('returned_late', (cell) => late[cell] ?? 0),
      each('attempts', (cell) => sizesOf(cell).reduce((sum, n, size) => sum + n * (facts.sizes[size] ?? 0), 0)),
      each('attempts_p50', (cell) => countedPercentile(facts.sizes, sizesOf(cell), 0.5)),
      each('attempts_p95', (cell) => countedPercentile(facts.sizes, sizesOf(cell), 0.95)),
      each('attempts_max', (cell) => countedPercentile(facts.sizes, sizesOf(cell), 1)),
    ],
  };
}

async function facetOf(
  columns: WorkspaceColumns,
  { sizes, size }: ProcessFacts,
  { column: name, of }: (typeof PROCESS_FACETS_SQL)[keyof typeof PROCESS_FACETS_SQL],
): Promise<Facet> {
  if (of === null) {
    const { codes } = await columns.kept(
      'process capped sizes',
      () => {
        const capped = sizes.map((attempts) => Math.min(attempts, ATTEMPT_CAP) - 1);
        const made = new Uint8Array(size.length);
        for (let process = 0; process < made.length; process += 1) made[process] = capped[size[process] ?? 0] ?? 0;
        return { codes: made };
      },
      (made) => made.codes.byteLength,
    );
    return {
      codes,
      cells: ATTEMPT_CAP,
      column: (codes) =>
        numberColumn(
          name,
          codes.map((code) => code + 1),
        ),
    };
  }
  const { codes, values, missing } = await processTexts(columns, of.expression, of.attempt);
  return {
    codes,
    cells: missing + 1,
    column: (chosen) =>
      textColumn(
        name,
        chosen.map((code) => values[code] ?? null),
      ),
  };
}

/** Cells count as an odometer does, the last facet fastest. */
function cellReader(facets: readonly Facet[]): (process: number) => number {
  const [first, second] = facets;
  if (first === undefined) return () => 0;
  if (second === undefined) return (process) => first.codes[process] ?? 0;
  return (process) => (first.codes[process] ?? 0) * second.cells + (second.codes[process] ?? 0);
}

function codeOf(cell: number, facets: readonly Facet[], index: number): number {
  const after = facets.slice(index + 1).reduce((product, { cells }) => product * cells, 1);
  return Math.floor(cell / after) % (facets[index]?.cells ?? 1);
}
