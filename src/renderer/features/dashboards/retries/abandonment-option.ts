import type { EChartsCoreOption } from 'echarts/core';
import { LEAST_FOR_FINDING } from '../../../../shared/dashboards/rate-findings.ts';
import type { ProcessFigures } from '../../../../shared/dashboards/retries-answers.ts';
import type { ChartTable } from '../chart/chart-table.ts';
import { intervalDotsOption, type IntervalRow } from '../chart/interval-dots-option.ts';
import { coloursOf, intervalText, rateText } from '../clients/clients-pen.ts';
import type { Dashboard } from '../dashboard-context.ts';
import type { RetriesPen } from './retries-pen.ts';

/** A dot for every client inside its interval, largest client on top, beside the abandonment of all. */
export function abandonmentOption(
  clients: readonly ProcessFigures[],
  passes: Dashboard['passes'],
  { style, voice, t, name }: RetriesPen,
): EChartsCoreOption {
  const colourOf = coloursOf(clients.map(({ client }) => client));
  const [k, n] = clients.reduce(([ks, ns], { abandonment }) => [ks + abandonment.k, ns + abandonment.n], [0, 0]);
  // An interval that says nothing does not stretch the axis; it goes on beyond its end.
  const end = Math.max(
    0.1,
    ...clients.map(({ abandonment: { n: base, rate, high } }) =>
      base < LEAST_FOR_FINDING ? (rate ?? 0) : (high ?? 0),
    ),
  );
  const most = Math.min(1, Math.ceil(end * 10) / 10);
  const rows = clients.map(({ client, abandonment, recovery, returnedLate }): IntervalRow => ({
    label: name(client),
    rate: { ...abandonment, high: Math.min(most, abandonment.high ?? 0) },
    colour: colourOf(client),
    isPale: !passes('client', client),
    figures: `${rateText(abandonment.rate, voice)}  n ${voice.number(abandonment.n)}`,
    lines: [
      { colour: style.colour(colourOf(client)), label: t('abandonment'), value: rateText(abandonment.rate, voice) },
      { label: '95 %', value: intervalText(abandonment, voice) },
      { label: t('abandoned'), value: voice.number(abandonment.k) },
      { label: t('ended'), value: voice.number(abandonment.n) },
      { label: t('recovery'), value: rateText(recovery.rate, voice) },
      { label: t('returnedLate'), value: voice.number(returnedLate) },
    ],
  }));
  const overall = n === 0 ? null : { rate: k / n, text: `${t('overall')} ${voice.percent(k / n)}` };
  const axis = {
    type: 'value',
    min: 0,
    max: most,
    splitNumber: 4,
    axisLabel: { formatter: (share: number) => voice.percent(share, 0), hideOverlap: true },
  };
  return intervalDotsOption(t('abandonment'), rows, overall, axis, { style, right: 108 });
}

export function abandonmentTable(clients: readonly ProcessFigures[], { t, name }: RetriesPen): ChartTable {
  const right = { align: 'right' } as const;
  return {
    columns: [
      { name: 'client', label: t('client') },
      { name: 'abandonment', label: t('abandonment'), unit: '%', ...right },
      { name: 'low', label: t('low'), unit: '%', ...right },
      { name: 'high', label: t('high'), unit: '%', ...right },
      { name: 'abandoned', label: t('abandoned'), ...right },
      { name: 'ended', label: t('ended'), ...right },
      { name: 'recovery', label: t('recovery'), unit: '%', ...right },
      { name: 'returned_late', label: t('returnedLate'), ...right },
    ],
    rows: clients.map(({ client, abandonment: { rate, low, high, k, n }, recovery, returnedLate }) => [
      name(client),
      rate,
      low,
      high,
      k,
      n,
      recovery.rate,
      returnedLate,
    ]),
  };
}
