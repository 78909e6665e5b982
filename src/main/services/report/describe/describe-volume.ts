import { clientColours, MOST_CLIENT_COLOURS } from '../../../../shared/design-tokens/stable-colours.ts';
import type { Chart, LegendItem } from '../structure/report-structure.ts';
import { dataTable } from './data-table.ts';
import type { DescribeContext } from './describe-context.ts';
import { readable } from './readable.ts';
import { timeSteps } from './time-steps.ts';

interface ClientSeries {
  readonly label: string;
  readonly colour: LegendItem['colour'];
  readonly values: readonly number[];
}

/** One series a client, largest first; those beyond the colours together as one. */
function clientSeries(
  { figures, words }: DescribeContext,
  stepOf: (day: string) => number,
  steps: number,
): readonly ClientSeries[] {
  const clients = figures.volume.byClient.map(({ client }) => client);
  const named = clients.filter((client) => client !== null).slice(0, MOST_CLIENT_COLOURS);
  const colours = clientColours(named);
  const values = new Map<string | null, number[]>();
  const others = Array.from({ length: steps }, () => 0);
  for (const { day, client, n } of figures.volume.byDayAndClient) {
    const shown =
      client === null || !colours.has(client) ? others : (values.get(client) ?? Array.from({ length: steps }, () => 0));
    shown[stepOf(day)] = (shown[stepOf(day)] ?? 0) + n;
    if (shown !== others) values.set(client, shown);
  }
  const rest = clients.length > named.length;
  const onlyUnnamed = clients.length === named.length + 1 && clients.includes(null);
  return [
    ...named.map(
      (client) =>
        ({
          label: readable(client),
          colour: colours.get(client) ?? 'other',
          values: values.get(client) ?? [],
        }) as const,
    ),
    ...(rest
      ? [{ label: onlyUnnamed ? words.charts.noClient : words.charts.other, colour: 'other', values: others } as const]
      : []),
  ];
}

/** Transactions per day, or per week or month where there are too many days to tell apart, stacked by client. */
export function describeVolume(context: DescribeContext): Chart | null {
  const { figures, format, words } = context;
  const days = figures.volume.byDay.map(({ day }) => day);
  const { unit, starts, stepOf, span } = timeSteps(days);
  if (starts.length === 0) return null;
  const series = clientSeries(context, stepOf, starts.length);
  const totals = starts.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const busiest = totals.indexOf(Math.max(...totals));
  const all = figures.scope.transactions;
  const label = (day: string): string => (unit === 'month' ? format.month(day) : format.day(day));
  const fullLabel = (day: string): string => (unit === 'month' ? format.month(day) : format.fullDay(day));
  const count = totals[busiest] ?? 0;
  return {
    id: 'chart-volume',
    title: words.charts.volumeTitle[unit](
      fullLabel(starts[busiest] ?? ''),
      format.count(count),
      format.percent(all === 0 ? null : count / all),
    ),
    caption: words.charts.volumeCaption(words.charts.perStep[unit], format.count(all)),
    description: words.charts.volumeCaption(words.charts.perStep[unit], format.count(all)),
    legend: series.map(({ label: name, colour }) => ({ label: name, colour, mark: 'square' })),
    picture: { kind: 'stacked-columns', categories: starts.map(label), series },
    table: dataTable(
      [words.charts.steps[unit]],
      [words.charts.total, ...series.map(({ label: name }) => name)],
      starts.map((start, index) => [
        fullLabel(start),
        format.count(totals[index] ?? 0),
        ...series.map(({ values }) => format.count(values[index] ?? 0)),
      ]),
    ),
    notes: span > days.length ? [words.charts.emptyDays(format.count(span - days.length), format.counted(span))] : [],
    width: 'full',
  };
}
