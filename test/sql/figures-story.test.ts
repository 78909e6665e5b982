import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Figures, FiguresRequest } from '../../src/shared/contract/figures.ts';
import { computeFigures } from '../../src/main/services/figures/compute-figures.ts';
import { lensOf, type StagingRow } from '../helpers/lens-fixture.ts';

const OK = {
  summary_code: 1400,
  summary_desc: 'antispoofing OK',
  summary_status: 'ok',
  time_ms_as_35_selfies_near_img: 40,
};
const BLUR = { summary_code: 302, summary_desc: 'blur/haze', summary_status: 'error' };
const SPOOF = {
  summary_code: 1402,
  summary_desc: 'spoof image',
  summary_status: 'error',
  time_ms_as_35_selfies_near_img: 40,
};
const GEOMETRY = {
  summary_code: 3002,
  summary_desc: 'geometry fail',
  summary_status: 'error',
  time_ms_geometry_check: 20,
};
const BROKEN = { summary_code: 101, summary_desc: 'internal error', summary_status: 'error' };

const at = (second: number): string => `2025-01-08 23:59:${String(second).padStart(2, '0')}.000000-05:00`;
const in_ = (convenio: string | null, procesoConvenioGuid: string | null): StagingRow => ({
  convenio,
  procesoConvenioGuid,
  total_time_ms: 1000,
});

/** `a` recovers after a retry, `b` is accepted at once and then fails, `c` never is, `d` loses its last try to a fault, one row has no process. */
const STORY: readonly StagingRow[] = [
  { ...in_('convenio_2', 'a'), ...BLUR, date: at(1), documento: 'ana' },
  { ...in_('convenio_2', 'a'), ...OK, date: at(2), documento: 'ana' },
  { ...in_('convenio_10', 'b'), ...OK, date: at(3), documento: 'bea' },
  { ...in_('convenio_10', 'b'), ...SPOOF, date: at(4), documento: 'bea' },
  { ...in_('convenio_10', 'c'), ...GEOMETRY, date: at(5), documento: 'ana' },
  { ...in_('convenio_2', 'd'), ...BLUR, date: at(6) },
  { ...in_('convenio_2', 'd'), ...BROKEN, date: at(7) },
  { ...in_(null, null), ...OK, date: '2025-01-09 00:00:00.000000-05:00', documento: 'eva' },
];

let lens: Awaited<ReturnType<typeof lensOf>>;
beforeAll(async () => {
  lens = await lensOf(STORY);
});
afterAll(() => lens.close());

async function figures(request: Partial<FiguresRequest> = {}): Promise<Figures> {
  const answer = await computeFigures(lens, { table: 'transform', where: [], ...request });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

describe('figures of a short story', () => {
  it('counts transactions, processes and persons', async () => {
    const { scope } = await figures();
    expect(scope).toMatchObject({ transactions: 8, processes: 5, persons: 3, clients: 2, localDays: 2 });
    expect(scope).toMatchObject({ firstDate: STORY[0]?.['date'], lastDate: STORY[7]?.['date'] });
  });

  it('follows processes from the first try to the last', async () => {
    const { processes } = await figures();
    expect(processes.overall.firstTry).toMatchObject({ k: 2, n: 5 });
    expect(processes.overall.final).toMatchObject({ k: 2, n: 5 });
    expect(processes.overall.recovery).toMatchObject({ k: 1, n: 3 });
    expect(processes.overall.attempts).toEqual({ n: 5, mean: 1.6, p50: 2, p95: 2, max: 2 });
    expect(processes.distribution.map(({ n }) => n)).toEqual([2, 3, 0, 0, 0, 0]);
    expect(processes.withoutProcessId).toBe(1);
  });

  it('keeps the whole process where the last attempts or a filter select part of it', async () => {
    const whole = await figures();
    expect((await figures({ table: 'no_retries' })).processes).toEqual(whole.processes);
    const { scope, acceptance, processes } = await figures({ where: [{ column: 'summary_desc', value: 'blur/haze' }] });
    expect(scope).toMatchObject({ transactions: 2, processes: 2 });
    expect(acceptance.overall).toMatchObject({ k: 0, n: 2 });
    expect(acceptance.byAttempt).toMatchObject([{ attempt: 1, k: 0, n: 2 }]);
    expect(processes.overall.recovery).toMatchObject({ k: 1, n: 2 });
    expect(processes.overall.attempts).toMatchObject({ n: 2, mean: 2 });
  });

  it('takes the last attempts only where no_retries is asked for', async () => {
    const { scope, acceptance } = await figures({ table: 'no_retries' });
    expect(scope.transactions).toBe(5);
    expect(acceptance.overall).toMatchObject({ k: 2, n: 5 });
    expect(acceptance.byAttempt).toMatchObject([
      { attempt: 1, k: 1, n: 2 },
      { attempt: 2, k: 1, n: 3 },
    ]);
  });

  it('counts PAD rejects among what reached PAD and faults apart', async () => {
    const { padRejects, technicalFailures } = await figures();
    expect(padRejects.overall).toMatchObject({ k: 2, n: 5, rate: 0.4 });
    expect(technicalFailures.overall).toMatchObject({ k: 1, n: 8 });
  });

  it('puts clients by size, then as people count, the missing one last', async () => {
    const { acceptance, processes, volume } = await figures();
    expect(acceptance.byClient.map(({ client, n }) => [client, n])).toEqual([
      ['convenio_2', 4],
      ['convenio_10', 3],
      [null, 1],
    ]);
    expect(processes.byClient.map(({ client }) => client)).toEqual(['convenio_2', 'convenio_10', null]);
    expect(volume.byDayAndClient.map(({ day, client, n }) => [day, client, n])).toEqual([
      ['2025-01-08', 'convenio_2', 4],
      ['2025-01-08', 'convenio_10', 3],
      ['2025-01-09', null, 1],
    ]);
  });

  it('puts the most frequent answer first, then by code', async () => {
    const { responses } = await figures();
    expect(responses.map(({ code, n, outcome }) => [code, n, outcome])).toEqual([
      [1400, 3, 'accepted'],
      [302, 2, 'capture'],
      [101, 1, 'system'],
      [1402, 1, 'attack'],
      [3002, 1, 'attack'],
    ]);
  });

  it('tells a service that did not run from one that took no time', async () => {
    const { microservices, other } = (await figures()).times;
    const selfies = microservices.find(({ name }) => name === 'as_35_selfies');
    expect(selfies).toMatchObject({
      meanPerTransaction: 20,
      executed: 4,
      meanPerExecuted: 40,
      p50: 40,
      p99: null,
      near: { n: 4, mean: 40 },
    });
    expect(selfies).toMatchObject({ queue: { n: 0, mean: null }, far: { n: 0, mean: null } });
    const shares = [...microservices, other].map(({ share }) => share ?? NaN);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it('is empty, not wrong, where nothing matches', async () => {
    const { scope, acceptance, processes, times, responses } = await figures({
      where: [{ column: 'convenio', value: 'nobody' }],
    });
    expect(scope).toMatchObject({ transactions: 0, processes: 0, firstDate: null });
    expect(acceptance.overall).toEqual({ n: 0, k: 0, rate: null, low: null, high: null });
    expect(processes.overall.attempts).toEqual({ n: 0, mean: null, p50: null, p95: null, max: null });
    expect(times.total).toMatchObject({ n: 0, mean: null, std: null, max: null });
    expect(responses).toEqual([]);
  });
});

describe('the 99th percentile', () => {
  const rows = Array.from({ length: 1000 }, (_, index) => ({
    ...in_('convenio_1', null),
    ...BLUR,
    total_time_ms: index,
    date: at(index % 60),
    time_ms_liqe_near_img: index === 0 ? null : 7,
  }));

  it('is shown from 1,000 values on', async () => {
    const many = await lensOf(rows);
    try {
      const answer = await computeFigures(many, { table: 'transform', where: [] });
      if (!answer.ok) throw new Error(answer.error.message);
      const { total, microservices } = answer.value.times;
      expect(total).toMatchObject({ n: 1000, p50: 499.5 });
      expect(total.p99).toBeCloseTo(989.01, 6);
      expect(microservices.find(({ name }) => name === 'liqe')).toMatchObject({ executed: 999, p95: 7, p99: null });
    } finally {
      many.close();
    }
  });
});
