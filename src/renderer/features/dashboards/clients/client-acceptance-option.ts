import type { EChartsCoreOption } from 'echarts/core';
import type { ClientRates } from '../../../../shared/dashboards/clients-figures.ts';
import { intervalDotsOption, type IntervalRow } from '../chart/interval-dots-option.ts';
import type { Dashboard } from '../dashboard-context.ts';
import { coloursOf, intervalText, rateText, type ClientsPen } from './clients-pen.ts';
import { shareAxis } from './share-axis.ts';

/** A dot for every client inside its interval, largest client on top, beside the acceptance of all. */
export function clientAcceptanceOption(
  clients: readonly ClientRates[],
  passes: Dashboard['passes'],
  { style, voice, t, name }: ClientsPen,
): EChartsCoreOption {
  const colourOf = coloursOf(clients.map(({ client }) => client));
  const [k, n] = clients.reduce(([ks, ns], { acceptance }) => [ks + acceptance.k, ns + acceptance.n], [0, 0]);
  const axis = shareAxis(
    clients.flatMap(({ acceptance: { low, high } }) => [low, high]),
    voice,
  );
  const rows = clients.map(({ client, acceptance }): IntervalRow => ({
    label: name(client),
    rate: acceptance,
    colour: colourOf(client),
    isPale: !passes('client', client),
    figures: `${rateText(acceptance.rate, voice)}  n ${voice.number(acceptance.n)}`,
    lines: [
      { colour: style.colour(colourOf(client)), label: t('acceptance'), value: rateText(acceptance.rate, voice) },
      { label: '95 %', value: intervalText(acceptance, voice) },
      { label: t('accepted'), value: voice.number(acceptance.k) },
      { label: 'n', value: voice.number(acceptance.n) },
    ],
  }));
  const overall = n === 0 ? null : { rate: k / n, text: `${t('overall')} ${voice.percent(k / n)}` };
  return intervalDotsOption(t('acceptance'), rows, overall, axis, { style, right: 108 });
}
