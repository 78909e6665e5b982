import type { RowBlock } from '../../../shared/contract/row-block.ts';
import { numberColumn, textColumn, truthColumn } from '../../../shared/row-block-cells.ts';
import type { QueryOf } from '../../../etl/dashboards/process-sql.ts';
import { ANSWER_OUTCOME } from '../../../etl/dashboards/transitions-sql.ts';
import { codesFor, type Codes } from '../../engine/columns/coded-column.ts';
import type { ProcessColumns } from '../../engine/columns/process-columns.ts';
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
  const { list, codes, answer, before, attempt: attemptOf } = await answerPaths(columns);
  const size = answer.length;
  const ended = columns.tally(processMask(mask, facts), {
    name: 'answer paths',
    cells: null,
    codes,
    width: size,
    size,
  });
  const [froms, tos] = [list.length, list.length + 1];
  const counts = cellCounts((together ? 1 : attempts) * froms * tos);
  const passed = ended.slice();
  for (let path = size - 1; path >= 0; path -= 1) {
    const n = passed[path] ?? 0;
    if (n === 0) continue;
    const [attempt, from, shorter] = [attemptOf[path] ?? 0, answer[path] ?? 0, before[path] ?? NO_PATH];
    const end = ended[path] ?? 0;
    if (end > 0 && (together || attempt < attempts))
      counts.add(((together ? 0 : attempt) * froms + from) * tos + list.length, end);
    if (shorter === NO_PATH) continue;
    passed[shorter] = (passed[shorter] ?? 0) + n;
    if (together || attempt - 1 < attempts)
      counts.add(((together ? 0 : attempt - 1) * froms + (answer[shorter] ?? 0)) * tos + from, n);
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

const NO_PATH = 0xffff_ffff;
const FIRST_CAPACITY = 0x1000;

/** The answers that processes got one after the other: each path is a shorter one and an answer more. */
interface AnswerPaths extends Pick<Answers, 'list'> {
  /** Path of each process. */
  readonly codes: Codes;
  /** By path, its last answer and how many came before it. */
  readonly answer: Uint32Array;
  readonly attempt: Uint32Array;
  /** By path, the one without its last answer, which has a lower number; `NO_PATH` where there is none. */
  readonly before: Uint32Array;
}

/** Few paths are different: they are counted instead of answers. Made once for a state of the workspace. */
function answerPaths(columns: WorkspaceColumns): Promise<AnswerPaths> {
  return columns.kept(
    'answer paths',
    async () => {
      const processes = await columns.processes();
      return pathsOf(processes, await answersInOrder(columns));
    },
    ({ codes, answer }) => codes.byteLength + answer.byteLength * 3,
  );
}

function pathsOf({ count, starts }: ProcessColumns, { codes: answers, list }: Answers): AnswerPaths {
  const longer = new Map<number, number>();
  let columns = [0, 1, 2].map(() => new Uint32Array(FIRST_CAPACITY));
  const ends = new Uint32Array(count);
  for (let process = 0; process < count; process += 1) {
    const [from, to] = [starts[process] ?? 0, starts[process + 1] ?? 0];
    let path = NO_PATH;
    for (let place = from; place < to; place += 1) {
      const answer = answers[place] ?? 0;
      // The empty path comes first.
      const key = ((path + 1) % (NO_PATH + 1)) * list.length + answer;
      const known = longer.get(key);
      if (known !== undefined) {
        path = known;
        continue;
      }
      const added = longer.size;
      longer.set(key, added);
      if (added === columns[0]?.length) columns = columns.map((column) => grown(column));
      for (const [index, value] of [answer, place - from, path].entries()) {
        const column = columns[index];
        if (column !== undefined) column[added] = value;
      }
      path = added;
    }
    ends[process] = path;
  }
  const [answer, attempt, before] = columns.map((column) => column.slice(0, longer.size));
  if (answer === undefined || attempt === undefined || before === undefined) throw new Error('there are three columns');
  const codes = codesFor(count, longer.size);
  codes.set(ends);
  return { list, codes, answer, attempt, before };
}

function grown(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(column.length * 2);
  longer.set(column);
  return longer;
}

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
