import type { RowBlock } from '../../../shared/contract/row-block.ts';
import { numberColumn, textColumn, truthColumn } from '../../../shared/row-block-cells.ts';
import type { QueryOf } from '../../../etl/dashboards/process-sql.ts';
import { ANSWER_OUTCOME } from '../../../etl/dashboards/transitions-sql.ts';
import { codesFor, type Codes } from '../../engine/columns/coded-column.ts';
import type { RowMask } from '../../engine/columns/row-mask.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';
import { cellCounts } from './cell-counts.ts';
import { processFacts } from './process-facts.ts';
import { processMask } from './process-mask.ts';

/** The answers of all attempts, in the order of processes. */
interface Answers {
  /** Of the attempt at each place of the order. */
  readonly codes: Codes;
  /** Different answers: by description, then by outcome, missing ones last. */
  readonly list: readonly { readonly description: string | null; readonly outcome: string | null }[];
}

/** Answers `transitions`. */
export async function transitions(
  columns: WorkspaceColumns,
  mask: RowMask,
  { attempts, together }: QueryOf<'transitions'>,
): Promise<RowBlock> {
  const facts = await processFacts(columns);
  const { codes, list } = await answersInOrder(columns);
  const { bits } = processMask(mask, facts);
  const { starts, count } = facts;
  const first = together ? Number.MAX_SAFE_INTEGER : attempts;
  const [froms, tos] = [list.length, list.length + 1];
  const counts = cellCounts((together ? 1 : attempts) * froms * tos);
  for (let process = 0; process < count; process += 1) {
    if (bits[process] === 0) continue;
    const [begin, end] = [starts[process] ?? 0, starts[process + 1] ?? 0];
    const stop = Math.min(end, begin + first);
    for (let place = begin; place < stop; place += 1) {
      const attempt = together ? 0 : place - begin;
      const to = place + 1 < end ? (codes[place + 1] ?? 0) : list.length;
      counts.add((attempt * froms + (codes[place] ?? 0)) * tos + to);
    }
  }
  const cells = counts.filled().map(({ cell, n }) => ({
    attempt: Math.floor(cell / (froms * tos)),
    from: Math.floor(cell / tos) % froms,
    to: cell % tos,
    n,
  }));
  // What followed nothing comes last, as it has the highest code.
  cells.sort((a, b) => a.attempt - b.attempt || b.n - a.n || a.from - b.from || a.to - b.to);
  const attempt = numberColumn(
    'attempt',
    cells.map((cell) => cell.attempt + 1),
  );
  const texts = (
    name: string,
    text: (cell: (typeof cells)[number]) => string | null | undefined,
  ): RowBlock['columns'][number] =>
    textColumn(
      name,
      cells.map((cell) => text(cell) ?? null),
    );
  return {
    rows: cells.length,
    columns: [
      ...(together ? [] : [attempt]),
      texts('from', ({ from }) => list[from]?.description),
      texts('from_outcome', ({ from }) => list[from]?.outcome),
      texts('to', ({ to }) => list[to]?.description),
      texts('to_outcome', ({ to }) => list[to]?.outcome),
      truthColumn(
        'last',
        cells.map(({ to }) => to === list.length),
      ),
      numberColumn(
        'n',
        cells.map(({ n }) => n),
      ),
    ],
  };
}

/** Made once for a state of the workspace. */
function answersInOrder(columns: WorkspaceColumns): Promise<Answers> {
  return columns.kept(
    'answers in order',
    async () => {
      const { order } = await columns.processes();
      const [description, outcome] = await columns.coded(['"summary_desc"', ANSWER_OUTCOME]);
      if (description?.kind !== 'texts' || outcome?.kind !== 'texts') throw new Error('answers are texts');
      const outcomes = outcome.missing + 1;
      const pairs = new Float64Array(order.length);
      for (const [place, row] of order.entries())
        pairs[place] = (description.codes[row] ?? 0) * outcomes + (outcome.codes[row] ?? 0);
      const different = [...new Set(pairs)].toSorted((a, b) => a - b);
      const codeOf = new Map(different.map((pair, code) => [pair, code]));
      const codes = codesFor(order.length, different.length);
      for (const [place, pair] of pairs.entries()) codes[place] = codeOf.get(pair) ?? 0;
      const list = different.map((pair) => ({
        description: description.values[Math.floor(pair / outcomes)] ?? null,
        outcome: outcome.values[pair % outcomes] ?? null,
      }));
      return { codes, list };
    },
    ({ codes }) => codes.byteLength,
  );
}
