import type { Proportion } from '../contract/figures.ts';
import type { RowBlock } from '../contract/row-block.ts';
import { proportion } from '../statistics/proportion.ts';
import { ANSWER_GROUPS, type AnswerGroup } from './answer-group.ts';
import { countIn, numberIn, onlyRow, rowsOf, textIn, type BlockRecord } from './block-row.ts';
import type { GAP_CONDITIONS } from './quality-queries.ts';
import { IMAGE_SIDES, QUALITY_MEASURES, type ImageSide, type QualityMeasure } from './quality-measures.ts';

type GroupOf = (code: number | null) => AnswerGroup;

/** What became of the transactions of a group. */
export interface QualityCounts {
  readonly n: number;
  readonly accepted: number;
  /** Transactions that reached PAD, and those of them answered with a PAD reject. */
  readonly reached: number;
  readonly rejected: number;
  /** Refused for the quality of an image. */
  readonly refused: number;
}

const NO_COUNTS: QualityCounts = { n: 0, accepted: 0, reached: 0, rejected: 0, refused: 0 };

function withRow(counts: QualityCounts, row: BlockRecord, groupOf: GroupOf): QualityCounts {
  const n = countIn(row, 'n');
  return {
    n: counts.n + n,
    accepted: counts.accepted + countIn(row, 'accepted'),
    reached: counts.reached + countIn(row, 'reached'),
    rejected: counts.rejected + countIn(row, 'rejected'),
    refused: counts.refused + (groupOf(numberIn(row, 'code')) === 'quality' ? n : 0),
  };
}

/** PAD rejects of the transactions that reached PAD: from logs alone, so neither APCER nor BPCER. */
export function padRejectRate({ rejected, reached }: QualityCounts): Proportion {
  return proportion(rejected, reached);
}

/** Transactions refused for the quality of an image. */
export function qualityRefusalRate({ refused, n }: QualityCounts): Proportion {
  return proportion(refused, n);
}

/** All transactions together. */
export function totalCounts(block: RowBlock | undefined, groupOf: GroupOf): QualityCounts {
  return rowsOf(block).reduce((counts, row) => withRow(counts, row, groupOf), NO_COUNTS);
}

export interface KeyedCounts extends QualityCounts {
  /** `null`: the transactions that have none. */
  readonly key: string | null;
}

/** Counts by client or by day, in the order of the answer. */
export function countsBy(block: RowBlock | undefined, facet: string, groupOf: GroupOf): readonly KeyedCounts[] {
  const found = new Map<string | null, QualityCounts>();
  for (const row of rowsOf(block)) {
    const key = textIn(row, facet);
    found.set(key, withRow(found.get(key) ?? NO_COUNTS, row, groupOf));
  }
  return [...found].map(([key, counts]) => ({ key, ...counts }));
}

/** How often near and far image differ where both sizes are known. */
export interface Mismatch {
  readonly aspect: Proportion;
  readonly resolution: Proportion;
}

interface MismatchCounts {
  readonly aspect: Readonly<Record<'known' | 'differs', number>>;
  readonly resolution: Readonly<Record<'known' | 'differs', number>>;
}

const NO_MISMATCH: MismatchCounts = { aspect: { known: 0, differs: 0 }, resolution: { known: 0, differs: 0 } };

function withPair(counts: MismatchCounts, row: BlockRecord): MismatchCounts {
  const n = countIn(row, 'n');
  const add = ({ known, differs }: MismatchCounts['aspect'], same: unknown): MismatchCounts['aspect'] =>
    typeof same === 'boolean' ? { known: known + n, differs: differs + (same ? 0 : n) } : { known, differs };
  return {
    aspect: add(counts.aspect, row['same_aspect']),
    resolution: add(counts.resolution, row['same_class']),
  };
}

const mismatchOf = ({ aspect, resolution }: MismatchCounts): Mismatch => ({
  aspect: proportion(aspect.differs, aspect.known),
  resolution: proportion(resolution.differs, resolution.known),
});

/** Near/far mismatch of all transactions together. */
export function totalMismatch(block: RowBlock | undefined): Mismatch {
  return mismatchOf(rowsOf(block).reduce(withPair, NO_MISMATCH));
}

export interface KeyedMismatch extends Mismatch {
  readonly key: string | null;
}

/** Near/far mismatch by client, answer or day, in the order of the answer. */
export function mismatchBy(block: RowBlock | undefined, facet: string): readonly KeyedMismatch[] {
  const found = new Map<string | null, MismatchCounts>();
  for (const row of rowsOf(block)) {
    const key = textIn(row, facet);
    found.set(key, withPair(found.get(key) ?? NO_MISMATCH, row));
  }
  return [...found].map(([key, counts]) => ({ key, ...mismatchOf(counts) }));
}

/** What became of transactions whose images agree in something, and of those whose images do not. */
export interface MismatchOutcome {
  readonly same: QualityCounts;
  readonly differs: QualityCounts;
}

/** Counts by whether the images agree in `facet`; those whose sizes are not known are left out. */
export function mismatchOutcome(block: RowBlock | undefined, facet: 'same_aspect' | 'same_class'): MismatchOutcome {
  let [same, differs] = [NO_COUNTS, NO_COUNTS];
  for (const row of rowsOf(block)) {
    // Answers are not told apart here: none of them is known as a refusal for quality.
    if (row[facet] === true) same = withRow(same, row, () => 'other');
    else if (row[facet] === false) differs = withRow(differs, row, () => 'other');
  }
  return { same, differs };
}

/** Counts of the bins of a measure's axis, by what decided the answer. */
export interface Distribution {
  /** Lower edges of the bins, and at last the upper edge of the last. */
  readonly edges: readonly number[];
  readonly groups: Readonly<Record<AnswerGroup, readonly number[]>>;
  readonly totals: Readonly<Record<AnswerGroup, number>>;
  readonly n: number;
  /** Images that the service gave up on: not among the bins. */
  readonly gaveUp: number;
}

/**
 * A histogram over `axis` by what decided the answer. `gaveUp` is the answer to the question how often the service gave
 * up; those are taken out of the first bin, where they were counted.
 */
export function distributionOf(
  axis: Readonly<{ from: number; to: number; bins: number }>,
  block: RowBlock | undefined,
  gaveUp: RowBlock | undefined,
  groupOf: GroupOf,
): Distribution {
  const width = (axis.to - axis.from) / axis.bins;
  const edges = Array.from({ length: axis.bins + 1 }, (_, bin) => axis.from + bin * width);
  const empty = (): number[] => Array.from({ length: axis.bins }, () => 0);
  const groups: Record<AnswerGroup, number[]> = {
    accepted: empty(),
    quality: empty(),
    pad: empty(),
    other: empty(),
  };
  for (const row of rowsOf(block)) {
    const bin = Math.round(((numberIn(row, 'from') ?? axis.from) - axis.from) / width);
    const counts = groups[groupOf(numberIn(row, 'split'))];
    const at = Math.min(axis.bins - 1, Math.max(0, bin));
    counts[at] = (counts[at] ?? 0) + countIn(row, 'n');
  }
  let given = 0;
  for (const row of rowsOf(gaveUp)) {
    if ((numberIn(row, 'from') ?? 0) >= 0) continue;
    const counts = groups[groupOf(numberIn(row, 'split'))];
    counts[0] = Math.max(0, (counts[0] ?? 0) - countIn(row, 'n'));
    given += countIn(row, 'n');
  }
  const sum = (group: AnswerGroup): number => groups[group].reduce((total, n) => total + n, 0);
  const totals = { accepted: sum('accepted'), quality: sum('quality'), pad: sum('pad'), other: sum('other') };
  return { edges, groups, totals, n: ANSWER_GROUPS.reduce((all, group) => all + totals[group], 0), gaveUp: given };
}

/** How many images a measure judged. */
export interface Coverage {
  readonly measure: QualityMeasure;
  readonly side: ImageSide;
  /** Of so many transactions the image was judged, with those that the service gave up on. */
  readonly judged: number;
  /** The transactions whose image was not judged: the pipeline ended before, or the service was not called. */
  readonly notJudged: Readonly<Record<AnswerGroup, number>>;
  readonly n: number;
}

/** For every measure and image, who was judged, from the answer to `answers`. */
export function coverageOf(block: RowBlock | undefined, groupOf: GroupOf): readonly Coverage[] {
  const rows = rowsOf(block);
  return QUALITY_MEASURES.flatMap((measure) =>
    IMAGE_SIDES.map((side): Coverage => {
      const notJudged: Record<AnswerGroup, number> = { accepted: 0, quality: 0, pad: 0, other: 0 };
      let [n, judged] = [0, 0];
      for (const row of rows) {
        const present = countIn(row, measure.columns[side]);
        n += countIn(row, 'n');
        judged += present;
        notJudged[groupOf(numberIn(row, 'code'))] += countIn(row, 'n') - present;
      }
      return { measure, side, judged, notJudged, n };
    }),
  );
}

/** How far apart near and far score lie in a group of transactions. */
export interface GapFigures {
  readonly n: number;
  readonly p50: number | null;
  readonly p95: number | null;
}

/** The figures of distances where a transaction is accepted, or where PAD rejects it. */
export function gapFiguresOf(block: RowBlock | undefined, where: (typeof GAP_CONDITIONS)[number]): GapFigures {
  const row = onlyRow(block);
  return {
    n: countIn(row, `${where}:n`),
    p50: numberIn(row, `${where}:p50`),
    p95: numberIn(row, `${where}:p95`),
  };
}
