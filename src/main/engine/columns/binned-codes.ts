import { binOf, roundBinEdges, type BinEdges } from '../../../shared/statistics/bin-edges.ts';
import { countedPercentiles } from '../../../shared/statistics/counted-values.ts';
import { narrowed, widened, type CodedColumn, type Codes, type NumberColumn } from './coded-column.ts';
import { addToTally } from './tally.ts';
import type { WorkspaceColumns } from './workspace-columns.ts';

/** Bins that are asked for. `from` and `to`: edges to take instead of those that the values suggest. */
export interface BinsAsked {
  readonly bins: number;
  readonly from: number | null;
  readonly to: number | null;
}

/** The bin of each row; `edges.bins` where it has no value or does not meet the condition. */
export interface BinnedCodes {
  readonly codes: Codes;
  readonly edges: BinEdges;
}

/** Beyond these shares of all values the outermost bins begin: a few far values must not make one bin of all others. */
const SHARES = [0.005, 0.995] as const;

/** Edges of bins of a value (SQL over `transform`), from all transactions of the workspace whatever is selected. */
export async function binEdges(columns: WorkspaceColumns, value: string, asked: BinsAsked): Promise<BinEdges> {
  const column = await numbers(columns, value);
  const ends = await columns.kept(
    `ends ${value}`,
    () => endsOf(column),
    () => 0,
  );
  const [low, high] = [asked.from ?? ends.low, asked.to ?? ends.high];
  if (asked.from !== null || asked.to !== null) {
    const width = high > low ? (high - low) / asked.bins : 1;
    return { from: low, width, bins: asked.bins };
  }
  return roundBinEdges(low, high, asked.bins, ends.areWhole);
}

/** The rows by bin of a value, where a condition (SQL over `transform`) holds. */
export async function binnedCodes(
  columns: WorkspaceColumns,
  value: string,
  where: string | null,
  asked: BinsAsked,
): Promise<BinnedCodes> {
  const column = await numbers(columns, value);
  const [truth = null] = where === null ? [] : await columns.truths([where]);
  const edges = await binEdges(columns, value, asked);
  return columns.kept(
    binsName(value, where, edges),
    () => ({ codes: binned(column, truth, edges), edges }),
    ({ codes }) => codes.byteLength,
  );
}

/** Names the bins of a value. */
export const binsName = (value: string, where: string | null, { from, width, bins }: BinEdges): string =>
  `bins ${JSON.stringify([value, where, from, width, bins])}`;

async function numbers(columns: WorkspaceColumns, value: string): Promise<NumberColumn> {
  const [column] = await columns.coded([value]);
  if (column?.kind !== 'numbers') throw new Error('a column of numbers was not loaded');
  return column;
}

function endsOf(column: NumberColumn): { readonly low: number; readonly high: number; readonly areWhole: boolean } {
  const { codes, values, missing } = column;
  const counts = new Uint32Array(missing + 1);
  const tally = { name: '', cells: null, codes, width: counts.length, size: counts.length };
  addToTally(counts, { list: null, from: 0, to: codes.length }, 1, tally);
  const [low, high] = countedPercentiles(values, counts, codes.length - (counts[missing] ?? 0), SHARES);
  return { low: low ?? 0, high: high ?? 0, areWhole: values.every(Number.isInteger) };
}

function binned({ codes, values, missing }: CodedColumn, truth: Uint8Array | null, edges: BinEdges): Codes {
  const outside = edges.bins;
  const binOfCode = Uint32Array.from({ length: missing + 1 }, (_, code) =>
    code === missing ? outside : binOf(Number(values[code]), edges),
  );
  const wide = widened(codes);
  const bins = new Uint32Array(wide.length);
  for (let row = 0; row < bins.length; row += 1)
    bins[row] = truth === null || truth[row] === 1 ? (binOfCode[wide[row] ?? missing] ?? outside) : outside;
  return narrowed(bins, outside + 1);
}
