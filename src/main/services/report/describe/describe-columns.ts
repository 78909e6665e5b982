import { assertNever } from '../../../../shared/assert-never.ts';
import type {
  CategoryDetail,
  ColumnProfile,
  NumberDetail,
  TimestampDetail,
} from '../../../../shared/contract/profile.ts';
import type { ColumnBody, ColumnEntry } from '../structure/report-structure.ts';
import type { DescribeContext } from './describe-context.ts';
import { readable } from './readable.ts';

function numberBody({ format, words }: DescribeContext, column: ColumnProfile, detail: NumberDetail): ColumnBody {
  const { spread, zeros, negatives, infinite } = detail;
  if (spread === null) return { kind: 'notes', notes: [words.profile.noValue] };
  const { histogram } = spread;
  // A year or an hour is a name in digits: no thousands separator.
  const text = column.group === 'date' ? (value: number) => format.plain(value) : format.measured;
  const moment = (label: string, value: number | null): readonly string[] =>
    value === null ? [] : [words.profile.moment(label, text(value))];
  const share = format.percent(zeros / column.n);
  const [from, to] =
    histogram.kind === 'values'
      ? [histogram.bars[0]?.value ?? spread.min, histogram.bars.at(-1)?.value ?? spread.max]
      : [histogram.from, Math.min(histogram.from + histogram.width * histogram.counts.length, spread.max)];
  const edges = [text(from), text(to)] as const;
  const percentile = (label: string, value: number): { readonly label: string; readonly value: string } => ({
    label,
    value: text(value),
  });
  return {
    kind: 'number',
    histogram,
    edges,
    outside:
      histogram.kind === 'values' || histogram.below + histogram.above === 0
        ? null
        : words.profile.outside(format.count(histogram.below), format.count(histogram.above)),
    description: words.profile.histogram(column.name, ...edges),
    percentiles: [
      percentile(words.profile.min, spread.min),
      percentile('p5', spread.p5),
      percentile('p25', spread.p25),
      percentile('p50', spread.p50),
      percentile('p75', spread.p75),
      percentile('p95', spread.p95),
      percentile(words.profile.max, spread.max),
    ],
    moments: [
      ...moment(words.profile.mean, spread.mean),
      ...moment(words.profile.sd, spread.sd),
      ...moment(words.profile.skewness, spread.skewness),
      ...(zeros === 0
        ? []
        : [
            detail.zeroMeansNotExecuted
              ? words.profile.zerosNotExecuted(format.counted(zeros), share)
              : words.profile.zeros(format.counted(zeros), share),
          ]),
      ...(negatives === 0 ? [] : [words.profile.negatives(format.counted(negatives))]),
      ...(infinite === 0 ? [] : [words.profile.infinite(format.counted(infinite))]),
      ...(spread.farOut === 0 ? [] : [words.profile.farOut(format.count(spread.farOut))]),
    ],
  };
}

function categoryBody({ format, words }: DescribeContext, column: ColumnProfile, detail: CategoryDetail): ColumnBody {
  if (detail.top.length === 0) return { kind: 'notes', notes: [words.profile.noValue] };
  const everyOneOnce = column.distinct > detail.top.length && detail.top[0]?.count === 1;
  if (everyOneOnce) return { kind: 'notes', notes: [words.profile.allDistinct] };
  return {
    kind: 'values',
    values: detail.top.map(({ value, count, share }) => ({
      value: value === '' ? words.profile.empty : readable(value),
      share,
      text: words.profile.topValue(format.count(count), format.percent(share)),
    })),
    other:
      detail.other.distinct === 0
        ? null
        : words.profile.otherValues(format.counted(detail.other.distinct), format.counted(detail.other.count)),
  };
}

const SHOWN_GAPS = 5;

function timestampBody({ format, words }: DescribeContext, detail: TimestampDetail): ColumnBody {
  if (detail.first === null || detail.last === null) return { kind: 'notes', notes: [words.profile.noValue] };
  const gap = ({ from, to }: { readonly from: string; readonly to: string }): string =>
    from === to ? format.fullDay(from) : words.profile.gap(format.fullDay(from), format.fullDay(to));
  const offset = ({ offset: zone, count }: { readonly offset: string; readonly count: number }): string =>
    words.profile.offset(readable(zone).replace('-', '−'), format.count(count));
  return {
    kind: 'notes',
    notes: [
      words.profile.first(format.timestamp(readable(detail.first))),
      words.profile.last(format.timestamp(readable(detail.last))),
      words.profile.days(format.count(detail.days.withData), format.count(detail.days.span)),
      ...(detail.gaps.length === 0 ? [] : [words.profile.gaps(detail.gaps.slice(0, SHOWN_GAPS).map(gap).join(', '))]),
      words.profile.offsets(detail.offsets.map(offset).join(', ')),
      detail.outOfOrder === 0 ? words.profile.inOrder : words.profile.outOfOrder(format.counted(detail.outOfOrder)),
    ],
  };
}

function bodyOf(context: DescribeContext, column: ColumnProfile): ColumnBody {
  const { detail } = column;
  switch (detail.kind) {
    case 'number':
      return numberBody(context, column, detail);
    case 'category':
      return categoryBody(context, column, detail);
    case 'timestamp':
      return timestampBody(context, detail);
    default:
      return assertNever(detail);
  }
}

function missingText({ format, words }: DescribeContext, { missing, sentinel }: ColumnProfile): string {
  if (missing.n === 0) return words.profile.missingNone;
  const [n, share] = [format.count(missing.n), format.percent(missing.share)];
  return sentinel === null
    ? words.profile.missing(n, share)
    : words.profile.missingAs(n, share, format.measured(sentinel));
}

function lengthText({ format, words }: DescribeContext, { detail }: ColumnProfile): readonly string[] {
  if (detail.kind !== 'category' || detail.length === null) return [];
  const { shortest, longest } = detail.length;
  return [
    shortest === longest
      ? words.profile.lengthSame(format.counted(longest))
      : words.profile.length(format.count(shortest), format.count(longest)),
  ];
}

/** One column of the profiled table. */
export function describeColumn(context: DescribeContext, column: ColumnProfile): ColumnEntry {
  const { format, words } = context;
  return {
    name: column.name,
    tags: [
      words.profile.kinds[column.kind],
      ...(column.unit === null ? [] : [column.unit]),
      ...(column.identifying ? [words.profile.pseudonym] : []),
    ],
    meaning: format.text(column.meaning),
    counts: [
      words.charts.nText(format.count(column.n - column.missing.n)),
      missingText(context, column),
      words.profile.distinct(format.counted(column.distinct)),
      ...lengthText(context, column),
    ],
    missingShare: column.missing.share,
    body: bodyOf(context, column),
  };
}
