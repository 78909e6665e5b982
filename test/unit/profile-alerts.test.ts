import { describe, expect, it } from 'vitest';
import type { ColumnProfile } from '../../src/shared/contract/profile.ts';
import { profileAlerts } from '../../src/main/services/profile/profile-alerts.ts';

const N = 100;

function column(
  name: string,
  distinct: number,
  missing: number,
  detail: ColumnProfile['detail'],
  kind: ColumnProfile['kind'] = 'text',
): ColumnProfile {
  return {
    name,
    kind,
    unit: null,
    group: 'answer',
    meaning: { en: '', es: '' },
    identifying: false,
    sentinel: null,
    n: N,
    missing: { n: missing, share: missing / N },
    distinct,
    detail,
  };
}

const category = (top: readonly (readonly [string, number])[], present = N): ColumnProfile['detail'] => ({
  kind: 'category',
  top: top.map(([value, count]) => ({ value, count, share: count / present })),
  other: { distinct: 0, count: 0 },
  length: null,
});

const number = (zeros: number, negatives: number, skewness: number | null, farOut = 0): ColumnProfile['detail'] => ({
  kind: 'number',
  finite: N,
  infinite: 0,
  zeros,
  negatives,
  zeroMeansNotExecuted: false,
  spread: {
    mean: 1,
    sd: 1,
    min: -300,
    p5: 1,
    p25: 1,
    p50: 1,
    p75: 1,
    p95: 1,
    max: 1,
    skewness,
    farOut,
    histogram: { kind: 'values', bars: [] },
  },
});

describe('profileAlerts', () => {
  it.each([
    [
      'a constant',
      column('http_code', 1, 0, category([['200', N]])),
      { kind: 'constant', rows: N, share: 1, value: '200' },
    ],
    [
      'nothing at all',
      column('documento', 0, N, category([])),
      { kind: 'all-missing', rows: N, share: 1, value: null },
    ],
    [
      'many missing',
      column('score', 40, 28, category([['a', 2]], 72)),
      { kind: 'highly-missing', rows: 28, share: 0.28, value: null },
    ],
    ['a key', column('file_token', N, 0, category([['a', 1]])), { kind: 'unique-key', rows: N, share: 1, value: null }],
    [
      'one value nearly alone',
      column(
        'service',
        2,
        0,
        category([
          ['main', 95],
          ['x', 5],
        ]),
      ),
      { kind: 'imbalance', rows: 95, share: 0.95, value: 'main' },
    ],
    ['zeros', column('time', 9, 0, number(24, 0, 0)), { kind: 'zeros', rows: 24, share: 0.24, value: null }],
    ['a long tail', column('time', 9, 0, number(0, 0, 4.5, 7)), { kind: 'skewed', rows: 7, share: 0.07, value: 4.5 }],
    [
      'time below zero',
      column('total_time_ms', 9, 0, number(0, 3, 0), 'duration'),
      { kind: 'negative-time', rows: 3, share: 0.03, value: -300 },
    ],
  ] as const)('notices %s', (_, profile, alert) => {
    expect(profileAlerts([profile])).toEqual([{ ...alert, columns: [profile.name], reason: null }]);
  });

  it('lets the rest of the time be negative: near and far image run side by side', () => {
    expect(profileAlerts([column('total_time_ms_other_mircroservices', 9, 0, number(0, 3, 0), 'duration')])).toEqual(
      [],
    );
  });

  it('keeps quiet about ordinary columns', () => {
    expect(
      profileAlerts([
        column(
          'convenio',
          6,
          0,
          category([
            ['convenio_1', 50],
            ['convenio_2', 50],
          ]),
        ),
        column('time', 90, 3, number(2, 0, 1)),
      ]),
    ).toEqual([]);
  });

  it('joins columns that are missing on as many rows, and puts absent data before odd data', () => {
    const alerts = profileAlerts([
      column('service', 1, 0, category([['main', N]])),
      column('liqe', 40, 28, category([['a', 2]], 72)),
      column('topiq', 40, 28, category([['b', 2]], 72)),
      column('documento', 0, N, category([])),
    ]);
    expect(alerts.map(({ kind, columns }) => [kind, columns])).toEqual([
      ['all-missing', ['documento']],
      ['highly-missing', ['liqe', 'topiq']],
      ['constant', ['service']],
    ]);
  });
});
