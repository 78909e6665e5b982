import { describe, expect, it } from 'vitest';
import {
  clientRates,
  clientTrends,
  dayClientCounts,
  hourCells,
  processRates,
  responseCounts,
} from '../../src/shared/dashboards/clients-figures.ts';
import {
  acceptedShare,
  busiestDay,
  busiestHour,
  commonestFailure,
  largestChange,
  leastAccepted,
  retryGain,
} from '../../src/shared/dashboards/clients-findings.ts';
import type { FindingVoice } from '../../src/shared/dashboards/finding-voice.ts';
import { periodPair } from '../../src/shared/dashboards/period-pair.ts';
import type { RowBlock } from '../../src/shared/contract/row-block.ts';
import { anyColumn, type BlockCell } from '../../src/shared/row-block-cells.ts';

function block(names: readonly string[], rows: readonly (readonly BlockCell[])[]): RowBlock {
  return {
    rows: rows.length,
    columns: names.map((name, at) =>
      anyColumn(
        name,
        rows.map((row) => row[at] ?? null),
      ),
    ),
  };
}

const voice = (language: 'en' | 'es'): FindingVoice => ({
  language,
  number: (value, digits = 0) => value.toFixed(digits),
  percent: (share, digits = 1) => `${(share * 100).toFixed(digits)} %`,
});
const EN = voice('en');

const CLIENTS = block(
  ['client', 'n', 'accepted', 'technical_failures', 'pad_rejects', 'reached_pad', 'persons'],
  [
    ['convenio_10', 100, 90, 1, 5, 50, 40],
    ['convenio_2', 100, 50, 0, 0, 0, 60],
    [null, 300, 240, 0, 3, 30, 200],
  ],
);

describe('the rates of clients', () => {
  it('come largest first and then as people count, those without a client too', () => {
    expect(clientRates(CLIENTS).map(({ client }) => client)).toEqual([null, 'convenio_2', 'convenio_10']);
  });

  it('take PAD rejects of those that reached PAD, and no rate where none did', () => {
    const byClient = new Map(clientRates(CLIENTS).map((rates) => [rates.client, rates]));
    expect(byClient.get('convenio_10')?.padRejects).toMatchObject({ k: 5, n: 50, rate: 0.1 });
    expect(byClient.get('convenio_2')?.padRejects.rate).toBeNull();
    expect(byClient.get('convenio_10')?.technicalFailures).toMatchObject({ k: 1, n: 100 });
  });

  it('name the client that is accepted least only where that is clear', () => {
    expect(leastAccepted(clientRates(CLIENTS), EN)).toBe('convenio_2 is accepted least: 50.0 % (n 100)');
    expect(leastAccepted(clientRates(CLIENTS), voice('es'))).toBe('convenio_2 es el menos aceptado: 50.0 % (n 100)');
    const alike = block(
      ['client', 'n', 'accepted'],
      [
        ['a', 100, 70],
        ['b', 100, 68],
      ],
    );
    expect(leastAccepted(clientRates(alike), EN)).toBe('No client clearly stands apart by its acceptance');
  });

  it('do not judge a client of a few transactions, nor one alone', () => {
    const small = block(
      ['client', 'n', 'accepted'],
      [
        ['a', 1000, 900],
        ['b', 20, 0],
      ],
    );
    expect(leastAccepted(clientRates(small), EN)).toBeNull();
  });
});

describe('processes', () => {
  const processes = processRates(
    block(
      ['client', 'n', 'first_accepted', 'finally_accepted', 'recovered', 'failed_first', 'attempts'],
      [['a', 10, 6, 9, 3, 4, 15]],
    ),
  );

  it('give recovery of those that failed first, and attempts each', () => {
    expect(processes[0]).toMatchObject({
      firstTry: { k: 6, n: 10 },
      final: { k: 9, n: 10 },
      recovery: { k: 3, n: 4, rate: 0.75 },
      meanAttempts: 1.5,
    });
  });

  it('tell what retries do, and also where they do harm', () => {
    expect(retryGain(processes[0], EN)).toBe('Retries lift acceptance from 60.0 % to 90.0 % of 10 processes');
    const [worse] = processRates(block(['n', 'first_accepted', 'finally_accepted'], [[10, 6, 5]]));
    expect(retryGain(worse, EN)).toBe('Retries lower acceptance from 60.0 % to 50.0 % of 10 processes');
    expect(retryGain(undefined, EN)).toBeNull();
  });
});

describe('answers', () => {
  const responses = responseCounts(
    block(
      ['code', 'description', 'status', 'n'],
      [
        [1409, 'hat', 'error', 10],
        [1400, 'antispoofing OK', 'ok', 60],
        [1410, 'blur/haze', 'error', 30],
      ],
    ),
  );

  it('come most frequent first with their share', () => {
    expect(responses.map(({ description, share }) => [description, share])).toEqual([
      ['antispoofing OK', 0.6],
      ['blur/haze', 0.3],
      ['hat', 0.1],
    ]);
  });

  it('name the commonest failure among the failures', () => {
    expect(commonestFailure(responses, EN)).toBe('“blur/haze” is the commonest failure: 30, 75.0 % of the errors');
    expect(commonestFailure(responses.slice(0, 1), EN)).toBeNull();
  });

  it('say what share is accepted, nothing of no transaction', () => {
    expect(acceptedShare(8, 6, EN)).toBe('75.0 % are accepted: 6 of 8');
    expect(acceptedShare(0, 0, EN)).toBeNull();
  });
});

const DAYS = block(
  ['day', 'client', 'n', 'accepted'],
  [
    ['2025-01-01', 'a', 100, 90],
    ['2025-01-02', 'a', 100, 90],
    ['2025-01-04', 'a', 100, 40],
    ['2025-01-05', 'a', 200, 80],
    ['2025-01-05', 'b', 10, 5],
  ],
);

describe('days', () => {
  const counts = dayClientCounts(DAYS);

  it('without a transaction are there with nothing', () => {
    expect(counts.days).toEqual(['2025-01-01', '2025-01-02', '2025-01-03', '2025-01-04', '2025-01-05']);
    expect(counts.totals).toEqual([100, 100, 0, 100, 210]);
    expect(counts.clients.map(({ client, counts: own }) => [client, own])).toEqual([
      ['a', [100, 100, 0, 100, 200]],
      ['b', [0, 0, 0, 0, 10]],
    ]);
  });

  it('are told by the busiest', () => {
    expect(busiestDay(counts, EN)).toBe('Most transactions came on 5 January 2025: 210, 41.2 % of all');
    expect(busiestDay(counts, voice('es'))).toMatch(/^El día con más transacciones fue el 5 de enero de 2025: 210/);
    expect(busiestDay(dayClientCounts(undefined), EN)).toBeNull();
  });

  it('are compared with as many days before, those of the filter on the date where there is one', () => {
    expect(periodPair(counts.days, [])).toEqual({
      present: { from: '2025-01-04', to: '2025-01-05' },
      previous: { from: '2025-01-02', to: '2025-01-03' },
      days: 2,
    });
    expect(
      periodPair(counts.days, [{ kind: 'dates', column: 'date', from: '2025-01-03', to: '2025-01-04 12:00' }]),
    ).toEqual({
      present: { from: '2025-01-03', to: '2025-01-04' },
      previous: { from: '2025-01-01', to: '2025-01-02' },
      days: 2,
    });
  });

  it('have no period before where the filter begins with the data', () => {
    expect(periodPair(counts.days, [{ kind: 'dates', column: 'date', from: null, to: '2025-01-02' }])).toBeNull();
    expect(periodPair(['2025-01-01'], [])).toBeNull();
    expect(periodPair([], [])).toBeNull();
  });

  it('tell which client changed, and that none did', () => {
    const periods = periodPair(counts.days, []);
    if (periods === null) throw new Error('no periods');
    const trends = clientTrends(counts, periods);
    expect(trends.map(({ client, present, previous }) => [client, present.n, previous.n])).toEqual([
      ['a', 300, 100],
      ['b', 10, 0],
    ]);
    expect(trends[1]?.change).toBeNull();
    expect(largestChange(trends, periods.days, EN)).toBe('a fell by 50.0 points against the 2 days before');
    expect(largestChange(trends, periods.days, voice('es'))).toBe('a bajó 50.0 puntos frente a los 2 días anteriores');
    expect(largestChange(trends.slice(1), 1, EN)).toBe("No client's acceptance changed clearly against the day before");
    expect(largestChange([], 1, EN)).toBeNull();
  });
});

describe('hours of the week', () => {
  it('are told by the busiest, and leave out rows without a date', () => {
    const cells = hourCells(
      block(
        ['weekday', 'hour', 'n', 'accepted'],
        [
          [1, 9, 5, 5],
          [6, 10, 15, 3],
          [null, null, 99, 0],
        ],
      ),
    );
    expect(cells).toHaveLength(2);
    expect(busiestHour(cells, EN)).toBe('The busiest hour is Saturdays 10:00–11:00: 15, 75.0 % of all');
    expect(busiestHour(cells, voice('es'))).toBe('La hora con más tráfico es los sábados, 10:00–11:00: 15, el 75.0 %');
    expect(busiestHour([], EN)).toBeNull();
  });
});
