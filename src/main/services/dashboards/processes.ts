import type { RowBlock } from '../../../shared/contract/row-block.ts';
import { numberColumn, textColumn } from '../../../shared/row-block-cells.ts';
import { PROCESS_FACETS_SQL, type QueryOf } from '../../../etl/dashboards/process-sql.ts';
import { ATTEMPT_CAP } from '../../../etl/dashboards/facet-sql.ts';
import { countedPercentiles, countedTotal } from '../../../shared/statistics/counted-values.ts';
import type { Codes } from '../../engine/columns/coded-column.ts';
import { combinedCodes, type CombinedCodes } from '../../engine/columns/combined-codes.ts';
import type { RowMask } from '../../engine/columns/row-mask.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';
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

/** Beside its facets, the kinds of a process: which attempts were accepted, its size, whether it is closed, and whether it went on late. */
const KINDS = 4;
const KINDS_OF_ACCEPTANCE = (FIRST_ACCEPTED | LAST_ACCEPTED | EVER_ACCEPTED) + 1;

/** The figures of one group. */
interface ProcessGroup {
  readonly facets: readonly number[];
  /** Processes by which of their attempts were accepted, and by size. */
  readonly accepted: Uint32Array;
  readonly sizes: Uint32Array;
  closed: number;
  abandoned: number;
  late: number;
}

/** Answers `processes`. */
export async function processes(
  columns: WorkspaceColumns,
  mask: RowMask,
  { by, abandonedAfterSeconds }: QueryOf<'processes'>,
): Promise<RowBlock> {
  const facts = await processFacts(columns);
  const facets: Facet[] = [];
  for (const facet of by) facets.push(await facetOf(columns, facts, PROCESS_FACETS_SQL[facet]));
  const name = `process kinds ${JSON.stringify([by, abandonedAfterSeconds])}`;
  const { quiet, pause } = await processTimes(columns);
  const { codes, size, parts } = await columns.kept(
    name,
    () => kindsOf(facets, facts, (process) => [quiet[process] ?? 0, pause[process] ?? 0], abandonedAfterSeconds),
    (made) => made.codes.byteLength + made.parts.reduce((bytes, { byteLength }) => bytes + byteLength, 0),
  );
  const counts = columns.tally(processMask(mask, facts), { name, cells: null, codes, width: size, size });
  const groups = groupsOf(counts, parts, facts.sizes.length);
  if (facets.length === 0 && groups.length === 0) groups.push(emptyGroup([], facts.sizes.length));

  const withBits = ({ accepted }: ProcessGroup, some: number, without = 0): number =>
    accepted.reduce((n, more, kind) => ((kind & some) === some && (kind & without) === 0 ? n + more : n), 0);
  const each = (named: string, measure: (group: ProcessGroup) => number | null): RowBlock['columns'][number] =>
    numberColumn(named, groups.map(measure));
  const attempts = Float64Array.from(facts.sizes);
  return {
    rows: groups.length,
    columns: [
      ...facets.map((facet, index) => facet.column(groups.map((group) => group.facets[index] ?? 0))),
      each('n', (group) => withBits(group, 0)),
      each('first_accepted', (group) => withBits(group, FIRST_ACCEPTED)),
      each('finally_accepted', (group) => withBits(group, LAST_ACCEPTED)),
      each('ever_accepted', (group) => withBits(group, EVER_ACCEPTED)),
      each('recovered', (group) => withBits(group, EVER_ACCEPTED, FIRST_ACCEPTED)),
      each('failed_first', (group) => withBits(group, 0, FIRST_ACCEPTED)),
      each('abandoned', ({ abandoned }) => abandoned),
      each('closed', ({ closed }) => closed),
      each('returned_late', ({ late }) => late),
      each('attempts', ({ sizes }) => countedTotal(attempts, sizes).sum),
      ...(
        [
          ['attempts_p50', 0.5],
          ['attempts_p95', 0.95],
          ['attempts_max', 1],
        ] as const
      ).map(([named, at]) =>
        each(named, (group) => countedPercentiles(attempts, group.sizes, withBits(group, 0), [at])[0] ?? null),
      ),
    ],
  };
}

/** One code for each combination of facets and kinds that a process has, by facets first. */
function kindsOf(
  facets: readonly Facet[],
  { count, accepted, sizes, size }: ProcessFacts,
  timesOf: (process: number) => readonly [quiet: number, pause: number],
  abandonedAfterSeconds: number,
): CombinedCodes {
  const closed = new Uint8Array(count);
  const late = new Uint8Array(count);
  for (let process = 0; process < count; process += 1) {
    const [quiet, pause] = timesOf(process);
    closed[process] = quiet >= abandonedAfterSeconds ? 1 : 0;
    late[process] = pause > abandonedAfterSeconds ? 1 : 0;
  }
  return combinedCodes([
    ...facets.map(({ codes, cells }) => ({ codes, size: cells })),
    { codes: accepted, size: KINDS_OF_ACCEPTANCE },
    { codes: size, size: sizes.length },
    { codes: closed, size: 2 },
    { codes: late, size: 2 },
  ]);
}

/** The groups that have processes, in the order of their facets. */
function groupsOf(counts: Uint32Array, parts: readonly Uint32Array[], sizes: number): ProcessGroup[] {
  const [ofFacets, [accepted, size, closed, late]] = [parts.slice(0, -KINDS), parts.slice(-KINDS)];
  const groups: ProcessGroup[] = [];
  let group: ProcessGroup | undefined;
  for (let place = 0; place < counts.length; place += 1) {
    const n = counts[place] ?? 0;
    if (n === 0) continue;
    const isSame = group?.facets.every((code, index) => code === ofFacets[index]?.[place]);
    if (group === undefined || isSame !== true) {
      group = emptyGroup(
        ofFacets.map((codes) => codes[place] ?? 0),
        sizes,
      );
      groups.push(group);
    }
    const kind = accepted?.[place] ?? 0;
    group.accepted[kind] = (group.accepted[kind] ?? 0) + n;
    group.sizes[size?.[place] ?? 0] = (group.sizes[size?.[place] ?? 0] ?? 0) + n;
    if (late?.[place] === 1) group.late += n;
    if (closed?.[place] !== 1) continue;
    group.closed += n;
    if ((kind & LAST_ACCEPTED) === 0) group.abandoned += n;
  }
  return groups;
}

const emptyGroup = (facets: readonly number[], sizes: number): ProcessGroup => ({
  facets,
  accepted: new Uint32Array(KINDS_OF_ACCEPTANCE),
  sizes: new Uint32Array(sizes),
  closed: 0,
  abandoned: 0,
  late: 0,
});

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
      column: (chosen) =>
        numberColumn(
          name,
          chosen.map((code) => code + 1),
        ),
    };
  }
  const texts = await processTexts(columns, of.expression, of.attempt);
  return {
    codes: texts.codes,
    cells: texts.missing + 1,
    column: (chosen) =>
      textColumn(
        name,
        chosen.map((code) => texts.values[code] ?? null),
      ),
  };
}
