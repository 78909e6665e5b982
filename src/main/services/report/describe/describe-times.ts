import { microserviceColour } from '../../../../shared/design-tokens/stable-colours.ts';
import type { Mean, MicroserviceTime } from '../../../../shared/contract/figures.ts';
import type { Chart } from '../structure/report-structure.ts';
import { dataTable } from './data-table.ts';
import type { DescribeContext } from './describe-context.ts';
import { NOTHING } from './number-format.ts';

const executed = ({ figures }: DescribeContext): readonly MicroserviceTime[] =>
  figures.times.microservices.filter((service) => service.executed > 0);

/** Mean time of each microservice, over all transactions and over those that executed it, and its share of the total. */
export function describeMeanTimes(context: DescribeContext): Chart | null {
  const { figures, format, words } = context;
  const { other, total } = figures.times;
  const services = executed(context).toSorted(
    (left, right) => (right.meanPerTransaction ?? 0) - (left.meanPerTransaction ?? 0),
  );
  if (services.length === 0) return null;
  const [first, second] = services;
  const caption = words.charts.meanCaption(format.count(total.n));
  const mean = (value: Mean | null): string => (value === null ? NOTHING : format.ms(value.mean));
  const text = (ms: number | null, share: number | null): string =>
    words.charts.meanText(format.ms(ms), format.percent(share));
  return {
    id: 'chart-mean-time',
    title:
      first?.share != null && second?.share != null
        ? words.charts.meanTitle(first.name, second.name, format.percent(first.share + second.share))
        : words.charts.meanTitleNone,
    caption,
    description: caption,
    legend: [
      { label: words.charts.perTransaction, colour: 'service-topiq', mark: 'square' },
      { label: words.charts.perExecuted, colour: 'service-topiq', mark: 'pale' },
    ],
    picture: {
      kind: 'paired-bars',
      rows: [
        ...services.map((service) => ({
          label: service.name,
          colour: microserviceColour(service.name),
          strong: { value: service.meanPerTransaction ?? 0, text: text(service.meanPerTransaction, service.share) },
          pale:
            service.meanPerExecuted === null
              ? null
              : { value: service.meanPerExecuted, text: words.charts.executedText(format.ms(service.meanPerExecuted)) },
        })),
        ...(other.meanPerTransaction === null
          ? []
          : [
              {
                label: words.charts.otherTime,
                colour: 'other' as const,
                strong: { value: other.meanPerTransaction, text: text(other.meanPerTransaction, other.share) },
                pale: null,
              },
            ]),
      ],
    },
    table: dataTable(
      [words.charts.microservice],
      [
        words.charts.meanPerTransaction,
        words.charts.share,
        words.charts.executed,
        words.charts.meanPerExecuted,
        words.charts.executionMean,
        words.charts.queueMean,
        words.charts.nearMean,
        words.charts.farMean,
      ],
      [
        ...services.map((service) => [
          service.name,
          format.ms(service.meanPerTransaction),
          format.percent(service.share),
          format.count(service.executed),
          format.ms(service.meanPerExecuted),
          mean(service.execution),
          mean(service.queue),
          mean(service.near),
          mean(service.far),
        ]),
        [
          words.charts.otherTime,
          format.ms(other.meanPerTransaction),
          format.percent(other.share),
          NOTHING,
          NOTHING,
          NOTHING,
          NOTHING,
          NOTHING,
          NOTHING,
        ],
        [
          words.charts.totalTime,
          format.ms(total.mean),
          format.percent(total.mean === null ? null : 1),
          format.count(total.n),
          NOTHING,
          NOTHING,
          NOTHING,
          NOTHING,
          NOTHING,
        ],
      ],
    ),
    notes:
      other.negative === 0
        ? []
        : [words.charts.otherNote(format.count(other.negative), format.count(other.n), format.ms(other.min))],
    width: 'full',
  };
}

/** p50, p95 and p99 of each microservice, slowest first. */
export function describePercentiles(context: DescribeContext): Chart | null {
  const { figures, format, words } = context;
  const services = executed(context).toSorted((left, right) => (right.p95 ?? 0) - (left.p95 ?? 0));
  const [slowest] = services;
  if (slowest === undefined) return null;
  const { total } = figures.times;
  const percentile = (ms: number | null): string =>
    ms !== null && Number.isInteger(ms) ? format.count(ms) : format.ms(ms);
  const text = ({ p50, p95, p99 }: { p50: number | null; p95: number | null; p99: number | null }): string =>
    [p50, p95, p99].map(percentile).join(' · ');
  return {
    id: 'chart-percentiles',
    title: words.charts.percentileTitle(slowest.name, percentile(slowest.p95)),
    caption: words.charts.percentileCaption,
    description: words.charts.percentileCaption,
    legend: [
      { label: 'p50', colour: 'service-topiq', mark: 'dot' },
      { label: 'p95', colour: 'service-topiq', mark: 'ring' },
      { label: 'p99', colour: 'service-topiq', mark: 'tick' },
    ],
    picture: {
      kind: 'percentiles',
      rows: services.map((service) => ({
        label: service.name,
        colour: microserviceColour(service.name),
        p50: service.p50 ?? 0,
        p95: service.p95 ?? 0,
        p99: service.p99,
        text: text(service),
      })),
    },
    table: dataTable(
      [words.charts.microservice],
      [words.charts.n, 'p50 (ms)', 'p95 (ms)', 'p99 (ms)'],
      [
        ...services.map((service) => [
          service.name,
          format.count(service.executed),
          percentile(service.p50),
          percentile(service.p95),
          percentile(service.p99),
        ]),
        [
          words.charts.totalTime,
          format.count(total.n),
          percentile(total.p50),
          percentile(total.p95),
          percentile(total.p99),
        ],
      ],
    ),
    notes: [],
    width: 'full',
  };
}
