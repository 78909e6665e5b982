import type { ColumnDifference } from '../../../../shared/contract/aggregate.ts';
import type { CardColumn } from '../../../../shared/contract/model-card.ts';
import type { ColumnFilter } from '../../../../shared/contract/row-selection.ts';
import { calendarPlace, categoryWord, numberWord, type ExplainVoice } from './explain-voice.ts';

/** One value, or one bin, of the part beside the rest. */
export interface DifferenceBar {
  readonly label: string;
  readonly part: number;
  readonly rest: number;
  /** Of the rows of each side that have a value; of all rows where missing ones are compared. */
  readonly partShare: number;
  readonly restShare: number;
  /** Selects the rows of the bar; null where no one filter does. */
  readonly filter: ColumnFilter | null;
}

export interface DifferenceBars {
  /** `columns`: in an order, side by side from left to right. `rows`: names, one below the other. */
  readonly kind: 'columns' | 'rows';
  readonly bars: readonly DifferenceBar[];
}

/** From so many values on an ordered column is drawn as columns. */
const MOST_ROWS_IN_ORDER = 7;

/** The bars of a difference, each with the filter that a click on it asks for. */
export function differenceBars(difference: ColumnDifference, column: CardColumn, voice: ExplainVoice): DifferenceBars {
  const { shape, nPart, nRest } = difference;
  const bar = (label: string, part: number, rest: number, filter: ColumnFilter | null): DifferenceBar => ({
    label,
    part,
    rest,
    partShare: nPart === 0 ? 0 : part / nPart,
    restShare: nRest === 0 ? 0 : rest / nRest,
    filter,
  });
  const { name } = column;
  if (shape.kind === 'missing') {
    const missing = (isMissing: boolean): ColumnFilter => ({ kind: 'missing', column: name, missing: isMissing });
    return {
      kind: 'rows',
      bars: [
        bar(voice.t('missing'), shape.part, shape.rest, missing(true)),
        bar(voice.t('present'), nPart - shape.part, nRest - shape.rest, missing(false)),
      ],
    };
  }
  if (shape.kind === 'bins')
    return {
      kind: 'columns',
      bars: shape.part.map((count, bin) => {
        const span = spanOf(shape.edges, bin, shape.isWhole);
        return bar(spanWord(span, column, voice), count, shape.rest[bin] ?? 0, spanFilter(span, column));
      }),
    };
  const isNumber = column.kind !== 'text' && column.kind !== 'boolean';
  const listed = shape.values.map(({ value, part, rest }) => {
    const label =
      isNumber && value !== null ? numberWord(Number(value), column, voice) : categoryWord(value, column, voice);
    const filter: ColumnFilter =
      column.kind === 'timestamp'
        ? spanFilter({ from: Number(value), to: Number(value) }, column)
        : { kind: 'values', column: name, values: [value ?? ''], exclude: false };
    return { place: value === null ? null : calendarPlace(value, name), bar: bar(label, part, rest, filter) };
  });
  if (listed.every(({ place }) => place !== null)) listed.sort((left, right) => (left.place ?? 0) - (right.place ?? 0));
  const { others } = shape;
  const bars = listed.map((one) => one.bar);
  if (others !== null) bars.push(bar(voice.t('otherValues', { count: others.values }), others.part, others.rest, null));
  return { kind: isNumber && bars.length > MOST_ROWS_IN_ORDER ? 'columns' : 'rows', bars };
}

interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

/** What a bin holds, as a filter counts: both ends included, the outermost open. */
function spanOf(edges: readonly number[], bin: number, isWhole: boolean): Span {
  const isFirst = bin === 0;
  const isLast = bin === edges.length - 2;
  const upper = edges[bin + 1] ?? null;
  return {
    from: isFirst ? null : (edges[bin] ?? null),
    to: isLast || upper === null ? null : isWhole ? upper - 1 : upper,
  };
}

function spanFilter({ from, to }: Span, { name, kind }: CardColumn): ColumnFilter {
  if (kind !== 'timestamp') return { kind: 'range', column: name, from: from && rounded(from), to: to && rounded(to) };
  const day = (value: number | null): string | null =>
    value === null ? null : new Date(value * 86_400_000).toISOString().slice(0, 10);
  return { kind: 'dates', column: name, from: day(from), to: day(to) };
}

/** Edges are sums of widths: without the digits that floating point added. */
const rounded = (value: number): number => Number(value.toPrecision(12));

function spanWord({ from, to }: Span, column: CardColumn, voice: ExplainVoice): string {
  const word = (value: number): string => numberWord(value, column, voice);
  const { t } = voice;
  if (from === null) return to === null ? '' : t('upTo', { to: word(to) });
  if (to === null) return t('from', { from: word(from) });
  return from === to ? word(from) : t('between', { from: word(from), to: word(to) });
}
