import { describe, expect, it } from 'vitest';
import type { FindingVoice } from '../../src/shared/dashboards/finding-voice.ts';
import type {
  AnswerClasses,
  ServiceParts,
  ServiceTime,
  TimeAt,
  Totals,
} from '../../src/shared/dashboards/times-answers.ts';
import {
  classFinding,
  loadFinding,
  longestServiceFinding,
  otherFinding,
  queueFinding,
  queueShare,
  sidesFinding,
  spreadFinding,
  tailFinding,
  trendFinding,
  waitedShare,
  waterfallFinding,
} from '../../src/shared/dashboards/times-findings.ts';
import { whatIfFinding } from '../../src/shared/dashboards/what-if-finding.ts';
import { causeOf, trendOf } from '../../src/shared/dashboards/times-trend.ts';

const EN: FindingVoice = {
  language: 'en',
  number: (value, digits = 0) => value.toLocaleString('en', { maximumFractionDigits: digits }),
  percent: (share, digits = 1) => `${(share * 100).toLocaleString('en', { maximumFractionDigits: digits })} %`,
};
const ES: FindingVoice = { ...EN, language: 'es' };

const service = (name: string, more: Partial<ServiceTime>): ServiceTime => ({
  name,
  perTransaction: null,
  perTimed: null,
  share: null,
  perExecuted: null,
  executed: 0,
  p5: null,
  p25: null,
  p50: null,
  p75: null,
  p95: null,
  p99: null,
  ...more,
});
const TOTALS: Totals = {
  transactions: 100,
  n: 100,
  mean: 2000,
  deviation: 10,
  minimum: 0,
  p25: 1200,
  p50: 1749,
  p75: 1955,
  p95: 5121,
  p99: null,
  maximum: 9114,
  other: { n: 100, mean: 380, negative: 36, minimum: -299, p50: 56, p95: 2719, p99: null },
};
const day = (number: number, p95: number, more: Partial<TimeAt> = {}): TimeAt => ({
  day: `2025-01-${String(number).padStart(2, '0')}`,
  hour: null,
  n: 500,
  p50: 1000,
  p95,
  ...more,
});
const days = (...tails: readonly number[]): readonly TimeAt[] => tails.map((p95, index) => day(index + 1, p95));

describe('what is said of the microservices', () => {
  const services = [
    service('face_detector', {
      perTransaction: 113.5,
      perExecuted: 500,
      executed: 40,
      share: 0.057,
      p50: 480,
      p95: 700,
    }),
    service('topiq', { perTransaction: 449.3, perExecuted: 484.3, executed: 93, share: 0.225, p50: 479, p95: 689 }),
  ];

  it('depends on what the mean is over', () => {
    expect(longestServiceFinding(services, 'per-transaction', EN)).toBe(
      'topiq takes the most: 449 ms per transaction, 22.5 % of the total',
    );
    expect(longestServiceFinding(services, 'per-executed', EN)).toBe(
      'face_detector takes longest where it runs: 500 ms (n 40)',
    );
    expect(longestServiceFinding(services, 'per-transaction', ES)).toContain('por transacción');
  });

  it('names the longest tail, and nothing where nothing ran', () => {
    expect(tailFinding(services, EN)).toMatch(/^face_detector .* over 700 ms, half take up to 480 ms$/);
    expect(tailFinding([service('liqe', {})], EN)).toBeNull();
    expect(longestServiceFinding([service('liqe', {})], 'per-executed', EN)).toBeNull();
  });
});

describe('what is said of the parts of a time', () => {
  const parts = (name: string, execution: number, queue: number | null, near: number, far: number): ServiceParts => ({
    name,
    execution: { mean: execution, n: 10 },
    queue: queue === null ? null : { mean: queue, n: 10 },
    near: { mean: near, n: 10 },
    far: { mean: far, n: 5 },
  });
  const rows = [parts('a', 30, 70, 100, 102), parts('b', 100, null, 100, 101)];

  it('weighs queue against execution, and has no share for what has no queue', () => {
    expect(rows.map(queueShare)).toEqual([0.7, null]);
    expect(waitedShare(rows)).toBeCloseTo(700 / 2000, 12);
    expect(queueFinding(rows, EN)).toBe('a waits most: 70 % of its time is queue');
  });

  it('calls near and far equal within five in a hundred, and else says which takes longer', () => {
    expect(sidesFinding(rows, EN)).toBe('Near and far take equally long: at most 2 % apart (a)');
    expect(sidesFinding([...rows, parts('c', 1, 1, 100, 130)], EN)).toBe('c takes 30 % longer for the far image');
    expect(sidesFinding([...rows, parts('c', 1, 1, 100, 70)], EN)).toBe('c takes 30 % longer for the near image');
  });
});

describe('what is said of the whole', () => {
  it('tells the share of the microservices, the spread and the negatives', () => {
    expect(waterfallFinding(TOTALS, EN)).toBe(
      'Microservices are 81 % of the average 2,000 ms; 380 ms are none of theirs',
    );
    expect(spreadFinding(TOTALS.p50, TOTALS.p95, EN)).toBe('Half take up to 1,749 ms; one in 20 takes over 5,121 ms');
    expect(otherFinding(TOTALS, EN)).toBe('“Other” is negative in 36 transactions (36 %), least -299 ms');
    expect(otherFinding({ ...TOTALS, other: { ...TOTALS.other, negative: 0 } }, EN)).toMatch(/^No transaction/);
    expect(waterfallFinding({ ...TOTALS, mean: null }, EN)).toBeNull();
  });

  it('tells what a change would do, for less and for more', () => {
    const answer = {
      before: { n: 100, mean: 2000, p50: 1700, p95: 5000, p99: null },
      after: { n: 100, mean: 1860, p50: 1650, p95: 5000, p99: null },
    };
    expect(whatIfFinding([{ name: 'topiq', factor: 0.7 }], answer, EN)).toBe(
      'If topiq took 30 % less, the mean would fall by 140 ms (7 %) and p95 would stay',
    );
    const two = [
      { name: 'topiq', factor: 0.7 },
      { name: 'liqe', factor: 1.5 },
    ];
    expect(whatIfFinding(two, answer, ES)).toBe(
      'Si topiq tardara un 30 % menos y liqe tardara un 50 % más, la media bajaría 140 ms (7 %) y el p95 se mantendría',
    );
    expect(whatIfFinding([], answer, EN)).toBeNull();
  });
});

describe('the trend of a time', () => {
  it('finds a change that lasts, with both levels', () => {
    const trend = trendOf(days(2000, 2010, 1990, 2000, 3000, 3010, 2990, 3000), 'day');
    expect(trend.changes).toMatchObject([{ figure: 'p95', at: { day: '2025-01-05' }, change: 0.5 }]);
    expect(trendFinding(trend, EN)).toBe('p95 rises by 50 % from 2025-01-05: 2,000 ms → 3,000 ms');
    expect(trendFinding(trendOf(days(3000, 3000, 3000, 2000, 2000, 2000), 'day'), EN)).toMatch(/^p95 falls by 33 %/);
  });

  it('calls a single day no change, but says that it stands out', () => {
    const trend = trendOf(days(2000, 2010, 1990, 7600, 2000, 2000, 2010), 'day');
    expect(trend.changes).toEqual([]);
    expect(trendFinding(trend, EN)).toBe('p95 stands out on 2025-01-04: 7,600 ms against 2,000 ms usually');
    expect(trendFinding(trendOf(days(2000, 2010, 1990), 'day'), EN)).toBe('No lasting change of 15 % or more');
  });

  it('passes over days with too few transactions', () => {
    const few = days(2000, 2000, 2000, 2000).map((point, index) =>
      index === 2 ? { ...point, n: 50, p95: 9000 } : point,
    );
    const trend = trendOf(few, 'day');
    expect(trend.passedOver).toEqual({ p50: 0, p95: 1 });
    expect(trend.standout).toBeNull();
  });

  it('blames what changed most in the direction of the total', () => {
    const trend = trendOf(days(2000, 2000, 2000, 3000, 3000, 3000), 'day');
    const means = (topiq: number, liqe: number): ReadonlyMap<string, number> =>
      new Map([
        ['topiq', topiq],
        ['liqe', liqe],
      ]);
    const served = days(1, 1, 1, 1, 1, 1).map(({ day: name }, index) => ({
      day: name ?? '',
      n: 10 * (index + 1),
      means: index < 3 ? means(400, 900) : means(650, 500),
    }));
    const [change] = trend.changes;
    expect(change === undefined ? null : causeOf(change, served)).toEqual({ name: 'topiq', difference: 250 });
    expect(change === undefined ? undefined : causeOf(change, [])).toBeNull();
  });
});

describe('load and images', () => {
  const hours = (slope: number): readonly TimeAt[] =>
    Array.from({ length: 8 }, (_, hour) => ({
      day: null,
      hour,
      n: 100 + hour * 50,
      p50: 1000,
      p95: 2000 + slope * hour,
    }));

  it('tells whether busy hours are the slow ones, from enough of them', () => {
    expect(loadFinding(hours(100), EN)).toBe('Busier hours are slower (ρ 1); slowest: 07 h, p95 2,700 ms');
    expect(loadFinding(hours(-100), EN)).toMatch(/^Quiet hours are slower \(ρ -1\); slowest: 00 h/);
    expect(loadFinding(hours(100).slice(0, 5), EN)).toBeNull();
  });

  it('names the answer whose images differ most from the others', () => {
    const answer = (description: string, fullhd: number, sd: number): AnswerClasses => ({
      code: 1,
      description,
      n: fullhd + sd,
      classes: [
        { name: 'FULLHD', n: fullhd },
        { name: 'SD', n: sd },
      ],
    });
    const answers = [answer('antispoofing OK', 170, 830), answer('spoof image', 82, 18), answer('hat', 3, 0)];
    expect(classFinding(answers, EN)).toBe('spoof image: 82 % FULLHD, against 23.1 % of all');
    expect(classFinding([answer('a', 50, 50), answer('b', 50, 50)], EN)).toBeNull();
  });
});
