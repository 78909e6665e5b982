import { beforeAll, describe, expect, it } from 'vitest';
import { MICROSERVICES } from '../../src/etl/model/microservices.ts';
import type { Figures } from '../../src/shared/contract/figures.ts';
import type { RowBlock } from '../../src/shared/contract/row-block.ts';
import {
  answerClassesOf,
  binsOf,
  servicePartsOf,
  serviceTimesOf,
  timesAtOf,
  totalsOf,
} from '../../src/shared/dashboards/times-answers.ts';
import { allTimesQueries, hasPart, TIME_PARTS } from '../../src/shared/dashboards/times-queries.ts';
import published from '../fixtures/published-figures.json' with { type: 'json' };
import { appFixture, type AppFixture } from '../helpers/app-fixture.ts';
import { sampleCells } from '../helpers/sample-rows.ts';

const app = appFixture(() => sampleCells({ rows: 1500, seed: 9 }));
const january = appFixture(() => sampleCells({ preset: 'january-2025', rows: 1, seed: 1 }));
let answers: Readonly<Record<string, RowBlock>>;
let figures: Figures;

/** The answers to all questions of the page, as the window asks them. */
async function page({ ask }: AppFixture): Promise<Readonly<Record<string, RowBlock>>> {
  const queries = Object.entries(allTimesQueries(MICROSERVICES)).map(([name, { query, without = [] }]) => ({
    name,
    query,
    without: [...without],
  }));
  return (await ask('dashboard.read', { scope: 'all', selection: {}, queries })).answers;
}

beforeAll(async () => {
  answers = await page(app);
  figures = await app.ask('figures.compute', { table: 'transform', where: [] });
});

describe('the page of microservice times', () => {
  it('has the totals of the figures', () => {
    const { total, other } = figures.times;
    const totals = totalsOf(answers['totals']);
    expect(totals).toMatchObject({
      n: total.n,
      minimum: total.min,
      maximum: total.max,
      p50: total.p50,
      p95: total.p95,
    });
    expect(totals).toMatchObject({ p25: total.p25, p75: total.p75, p99: total.p99 });
    expect(totals.mean).toBeCloseTo(total.mean ?? 0, 6);
    expect(totals.deviation).toBeCloseTo(total.std ?? 0, 6);
    expect(totals.other).toMatchObject({ n: other.n, negative: other.negative, minimum: other.min, p95: other.p95 });
    expect(totals.other.negative).toBeGreaterThan(0);
  });

  it('has the microservices of the figures, per transaction and per executed, in pipeline order', () => {
    const services = serviceTimesOf(MICROSERVICES, answers['services'], totalsOf(answers['totals']));
    expect(services.map(({ name }) => name)).toEqual(figures.times.microservices.map(({ name }) => name));
    for (const [index, service] of services.entries()) {
      const figure = figures.times.microservices[index];
      expect(service).toMatchObject({
        executed: figure?.executed,
        p50: figure?.p50,
        p95: figure?.p95,
        p99: figure?.p99,
      });
      expect(service.perTransaction).toBeCloseTo(figure?.meanPerTransaction ?? -1, 6);
      expect(service.perExecuted).toBeCloseTo(figure?.meanPerExecuted ?? -1, 6);
      expect(service.share).toBeCloseTo(figure?.share ?? -1, 9);
    }
  });

  it('has the parts of the figures, and none that a microservice lacks', () => {
    const parts = servicePartsOf(MICROSERVICES, answers['parts']);
    for (const [index, service] of MICROSERVICES.entries())
      for (const part of TIME_PARTS) {
        const [found, figure] = [parts[index]?.[part], figures.times.microservices[index]?.[part]];
        expect(found === null).toBe(!hasPart(service, part));
        expect(found?.n).toBe(figure?.n);
        if (found != null) expect(found.mean).toBeCloseTo(figure?.mean ?? -1, 6);
      }
  });

  it('counts every transaction once in every spread, day, hour and class', () => {
    const { transactions } = figures.scope;
    for (const name of ['spread', 'otherSpread'])
      expect(binsOf(answers[name]).reduce((sum, { n }) => sum + n, 0)).toBe(figures.times.total.n);
    expect(timesAtOf(answers['hours']).reduce((sum, { n }) => sum + n, 0)).toBe(figures.times.total.n);
    expect(timesAtOf(answers['days'])).toHaveLength(figures.scope.localDays);
    for (const facet of ['near_class', 'far_class', 'near_aspect', 'far_aspect'])
      expect(answerClassesOf(answers[facet], facet).reduce((sum, { n }) => sum + n, 0)).toBe(transactions);
  });

  it.each([
    { facet: 'near_class', of: () => figures.images.resolution.near },
    { facet: 'far_class', of: () => figures.images.resolution.far },
    { facet: 'near_aspect', of: () => figures.images.aspectRatio.near },
    { facet: 'far_aspect', of: () => figures.images.aspectRatio.far },
  ])('has the answers by $facet of the figures', ({ facet, of }) => {
    const found = answerClassesOf(answers[facet], facet).flatMap(({ code, description, classes }) =>
      classes.map(({ name, n }) => ({ code, description, class: name, n })),
    );
    const text = (value: unknown): string => JSON.stringify(value);
    const wanted = of().map(({ code, description, class: name, n }) => ({ code, description, class: name, n }));
    expect(found.map(text).toSorted()).toEqual(wanted.map(text).toSorted());
  });
});

describe('the page of microservice times under the january-2025 sample', () => {
  /** Means and deviations were printed with two decimals. */
  const asPrinted = (time: number | null): number => Number(time?.toFixed(2));

  it('shows the published totals and means to the last printed digit', async () => {
    const answered = await page(january);
    const totals = totalsOf(answered['totals']);
    expect({
      mean: asPrinted(totals.mean),
      std: asPrinted(totals.deviation),
      min: totals.minimum,
      p25: totals.p25,
      p50: totals.p50,
      p75: totals.p75,
      max: totals.maximum,
    }).toEqual(published.total_time_ms);
    const means = serviceTimesOf(MICROSERVICES, answered['services'], totals).map(
      ({ name, perTransaction }) => [name, asPrinted(perTransaction)] as const,
    );
    expect({
      ...Object.fromEntries(means),
      accessory_detector: 'not printed',
      other_mircroservices: asPrinted(totals.other.mean),
    }).toEqual(published.mean_ms_per_transaction);
  });
});
