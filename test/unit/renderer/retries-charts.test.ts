import { describe, expect, it } from 'vitest';
import { clientName } from '../../../src/shared/dashboards/clients-findings.ts';
import type { AcceptanceCurve } from '../../../src/shared/dashboards/retries-answers.ts';
import { retryFlow } from '../../../src/shared/dashboards/retries-flow.ts';
import { refusalFates, type Step } from '../../../src/shared/dashboards/retries-steps.ts';
import { proportion } from '../../../src/shared/statistics/proportion.ts';
import { chartStyle } from '../../../src/renderer/features/dashboards/chart/chart-style.ts';
import { attemptsOption } from '../../../src/renderer/features/dashboards/retries/attempts-option.ts';
import { curveOption, curveTable } from '../../../src/renderer/features/dashboards/retries/curve-option.ts';
import { flowOption, flowTable } from '../../../src/renderer/features/dashboards/retries/flow-option.ts';
import { repeatsOption, repeatsTable } from '../../../src/renderer/features/dashboards/retries/repeats-option.ts';
import type { RetriesPen } from '../../../src/renderer/features/dashboards/retries/retries-pen.ts';
import { retriesWords } from '../../../src/renderer/features/dashboards/retries/retries-words.ts';
import { sizesOption, sizesTable } from '../../../src/renderer/features/dashboards/retries/sizes-option.ts';
import { formatOf } from '../../../src/renderer/i18n/use-format.ts';
import { inWords } from './in-words.ts';

const penIn = (language: 'en' | 'es'): RetriesPen => ({
  t: inWords(retriesWords, language),
  voice: { ...formatOf(language), language },
  style: chartStyle('light'),
  name: (client) => clientName(client, language),
});
const en = penIn('en');

interface Drawn {
  readonly series: readonly {
    readonly type: string;
    readonly data: readonly unknown[];
    readonly links?: readonly unknown[];
  }[];
  readonly yAxis: { readonly min: number; readonly max: number };
  readonly xAxis: { readonly max: number };
}
const drawn = (option: object): Drawn => option as unknown as Drawn;

const OK = { description: 'antispoofing OK', outcome: 'accepted' } as const;
const BLUR = { description: 'blur/haze', outcome: 'capture' } as const;
const STEPS: readonly Step[] = [
  { attempt: 1, from: OK, to: null, n: 6 },
  { attempt: 1, from: BLUR, to: OK, n: 2 },
  { attempt: 1, from: BLUR, to: BLUR, n: 1 },
  { attempt: 1, from: BLUR, to: null, n: 1 },
];

describe('the chart of attempts per process', () => {
  const sizes = [
    { size: 1, n: 6, accepted: 5 },
    { size: 10, n: 2, accepted: 0 },
  ];

  it('parts each bar by how processes ended, and writes the open number as such', () => {
    const { series } = drawn(sizesOption(sizes, (size) => size === 1, en));
    expect(series.map(({ data }) => data)).toMatchObject([
      [{ value: 5, itemStyle: { opacity: 1 } }, { value: 0 }],
      [{ value: 1 }, { value: 2, itemStyle: { opacity: 0.25 } }],
    ]);
    expect(sizesTable(sizes, en).rows).toEqual([
      ['1', 6, 0.75, 5, 1],
      ['10+', 2, 0.25, 0, 2],
    ]);
    expect(sizesTable([], en).rows).toEqual([]);
  });
});

describe('the chart of acceptance by attempt', () => {
  it('has an axis that holds every interval worth looking at, in whole tenths', () => {
    const rates = [
      { attempt: 1, rate: proportion(600, 1000) },
      { attempt: 2, rate: proportion(1, 2) },
    ];
    const { yAxis } = drawn(attemptsOption(rates, () => true, en));
    expect([yAxis.min, yAxis.max]).toEqual([0.5, 0.7]);
    const none = drawn(attemptsOption([], () => true, en)).yAxis;
    expect([none.min, none.max]).toEqual([0, 1]);
  });
});

describe('the curve of acceptance', () => {
  const curve: AcceptanceCurve = {
    client: 'convenio_1',
    points: [
      { seconds: 0, accepted: 0.5, low: 0.4, high: 0.6, atRisk: 10, ofAll: 0.5 },
      { seconds: 1000, accepted: 1, low: null, high: null, atRisk: 1, ofAll: 0.8 },
    ],
  };

  it('stands on a logarithmic axis of seconds, and holds its last step until the end', () => {
    const { series, xAxis } = drawn(curveOption([curve], false, en));
    expect(xAxis.max).toBe(3);
    expect(series.map(({ type }) => type)).toEqual(['custom', 'line', 'line']);
    expect(series[1]?.data).toEqual([
      [0, 0.5],
      [3, 1],
      [3, 1],
    ]);
    expect(series[2]?.data.at(-1)).toEqual([3, 0.8]);
  });

  it('is one line for each client where split, without an interval', () => {
    const { series } = drawn(curveOption([curve, { ...curve, client: null }], true, en));
    expect(series.map(({ type }) => type)).toEqual(['line', 'line']);
    expect(curveTable([{ ...curve, client: null }], true, penIn('es')).rows[0]?.slice(0, 3)).toEqual([
      '(sin cliente)',
      '0 s',
      0,
    ]);
  });

  it('can be drawn of nothing', () => {
    expect(() => curveOption([], false, en)).not.toThrow();
    expect(curveTable([], false, en).rows).toEqual([]);
  });
});

describe('the flow of answers', () => {
  const flow = retryFlow(STEPS);

  it('has a column for every attempt and a row of its table for every band', () => {
    const [sankey] = drawn(flowOption(flow, en)).series;
    expect(sankey?.data).toMatchObject([{ depth: 0 }, { depth: 0 }, { depth: 1 }, { depth: 1 }, { depth: 1 }]);
    expect(sankey?.links).toMatchObject([{ value: 2 }, { value: 1 }, { value: 1 }]);
    expect(flowTable(flow, penIn('es')).rows).toEqual([
      ['blur/haze', 1, 'antispoofing OK', 2, 0.5],
      ['blur/haze', 1, 'blur/haze', 1, 0.25],
      ['blur/haze', 1, 'sin más intentos', 1, 0.25],
    ]);
  });
});

describe('the chart of what follows a refusal', () => {
  it('parts each bar by what came next; the parts add up', () => {
    const fates = refusalFates(STEPS);
    const { series } = drawn(repeatsOption(fates, () => true, en));
    const shares = series.slice(0, 4).map(({ data }) => (data[0] as { readonly value: number }).value);
    expect(shares).toEqual([0.25, 0, 0.5, 0.25]);
    expect(repeatsTable(fates, en).rows[0]?.slice(0, 7)).toEqual(['blur/haze', 4, 1, 0, 2, 1, 1 / 3]);
  });
});
