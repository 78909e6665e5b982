import { clientColours } from '../../../../shared/design-tokens/stable-colours.ts';
import type { ClientProportion } from '../../../../shared/contract/figures.ts';
import type { Chart } from '../structure/report-structure.ts';
import { dataTable } from './data-table.ts';
import type { DescribeContext } from './describe-context.ts';
import { readable } from './readable.ts';

const MOST_ROWS = 30;
/** A rate of fewer transactions is shown, but not made the headline. */
const ENOUGH = 30;

/** Acceptance per client, highest first, each with its interval. */
export function describeClients({ figures, format, words }: DescribeContext): Chart | null {
  const { overall, byClient } = figures.acceptance;
  if (overall.rate === null) return null;
  const name = (client: string | null): string => (client === null ? words.charts.noClient : readable(client));
  const ranked = byClient.toSorted((left, right) => (right.rate ?? 0) - (left.rate ?? 0) || right.n - left.n);
  const colours = clientColours(ranked.flatMap(({ client }) => client ?? []));
  const sure = ranked.filter(({ n }) => n >= ENOUGH);
  const [highest, lowest] = [sure[0], sure.at(-1)];
  const text = (each: ClientProportion): string =>
    `${format.percent(each.rate)} (${format.interval(each)}) · ${words.charts.nText(format.count(each.n))}`;
  return {
    id: 'chart-clients',
    title:
      highest === undefined || lowest === undefined || highest.rate === lowest.rate
        ? words.charts.clientTitleAlone(format.percent(overall.rate))
        : words.charts.clientTitle(
            format.percent(lowest.rate),
            name(lowest.client),
            format.percent(highest.rate),
            name(highest.client),
          ),
    caption: words.charts.clientCaption(format.count(overall.n)),
    description: words.charts.clientCaption(format.count(overall.n)),
    legend: [],
    picture: {
      kind: 'intervals',
      rows: ranked.slice(0, MOST_ROWS).map((each) => ({
        label: name(each.client),
        rate: each.rate ?? 0,
        low: each.low ?? 0,
        high: each.high ?? 0,
        text: text(each),
        colour: colours.get(each.client ?? '') ?? 'other',
      })),
      reference: { rate: overall.rate, text: words.charts.overall(format.percent(overall.rate)) },
    },
    table: dataTable(
      [words.charts.client],
      [words.charts.n, words.charts.acceptedColumn, words.charts.rate, words.charts.interval],
      ranked.map((each) => [
        name(each.client),
        format.count(each.n),
        format.count(each.k),
        format.percent(each.rate),
        format.interval(each),
      ]),
    ),
    notes: ranked.length > 1 ? [words.charts.clientNote] : [],
    width: 'full',
  };
}
