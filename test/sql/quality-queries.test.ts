import { describe, expect, it } from 'vitest';
import { describeModel } from '../../src/main/services/model/model-card.ts';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import { answerGroups } from '../../src/shared/dashboards/answer-group.ts';
import type { DeclaredQueries } from '../../src/shared/dashboards/declared-query.ts';
import {
  countsBy,
  coverageOf,
  distributionOf,
  gapFiguresOf,
  mismatchBy,
  padRejectRate,
  totalCounts,
  totalMismatch,
} from '../../src/shared/dashboards/quality-answers.ts';
import { QUALITY_MEASURES, type QualityMeasure } from '../../src/shared/dashboards/quality-measures.ts';
import {
  allQualityQueries,
  GAVE_UP_QUERIES,
  gaveUpName,
  measureQueries,
} from '../../src/shared/dashboards/quality-queries.ts';
import type { RowBlock } from '../../src/shared/contract/row-block.ts';
import { appFixture } from '../helpers/app-fixture.ts';
import { sampleRows, type SampleRow } from '../helpers/sample-rows.ts';

const rows = sampleRows({ rows: 3000, seed: 11 });
const text = (row: SampleRow): Record<string, string> =>
  Object.fromEntries(STAGING_COLUMNS.map(({ name }) => [name, row[name] === null ? '' : String(row[name])]));
const { ask } = appFixture(() => rows.map(text));
const groupOf = answerGroups(describeModel().responses);

async function read(queries: DeclaredQueries): Promise<Readonly<Record<string, RowBlock>>> {
  const asked = Object.entries(queries).map(([name, { query, without = [] }]) => ({
    name,
    query,
    without: [...without],
  }));
  const { answers } = await ask('dashboard.read', {
    scope: 'all',
    selection: { filters: [], search: '' },
    queries: asked,
  });
  return answers;
}

const measureNamed = (name: string): QualityMeasure => {
  const found = QUALITY_MEASURES.find((measure) => measure.name === name);
  if (found === undefined) throw new Error(`no measure ${name}`);
  return found;
};
const score = (row: SampleRow, measure: QualityMeasure, side: 'near' | 'far'): number | null => {
  const value = row[measure.columns[side]];
  return typeof value === 'number' && value !== measure.gaveUp ? value : null;
};
const gaps = (measure: QualityMeasure, some: readonly SampleRow[]): number[] =>
  some.flatMap((row) => {
    const [near, far] = [score(row, measure, 'near'), score(row, measure, 'far')];
    return near === null || far === null ? [] : [Math.abs(near - far)];
  });

function percentile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  const place = at * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return low + (high - low) * (place - Math.floor(place));
}

describe('the questions of the page of PAD and quality', () => {
  it('give the PAD reject rate of the figures, overall and by client', async () => {
    const answers = await read(allQualityQueries());
    const figures = await ask('figures.compute', { table: 'transform', where: [] });
    expect(padRejectRate(totalCounts(answers['answers'], groupOf))).toEqual(figures.padRejects.overall);
    const clients = countsBy(answers['clients'], 'client', groupOf);
    for (const { client, ...rate } of figures.padRejects.byClient) {
      const found = clients.find(({ key }) => key === client);
      expect(found === undefined ? null : padRejectRate(found)).toEqual(rate);
    }
    const days = countsBy(answers['days'], 'day', groupOf);
    expect(days.map(({ key, n, accepted }) => [key, n, accepted])).toEqual(
      figures.volume.byDay.map(({ day, n, k }) => [day, n, k]),
    );
  });

  it('count near/far mismatch as a recount does', async () => {
    const answers = await read(allQualityQueries());
    const clientsOf = Map.groupBy(rows, (row) => row['convenio']);
    const shape = (row: SampleRow, side: 'near' | 'far'): string => {
      const [width, height] = [Number(row[`img_size_${side}_img_width`]), Number(row[`img_size_${side}_img_height`])];
      return width === height ? 'square' : width > height ? 'landscape' : 'portrait';
    };
    const known = (row: SampleRow): boolean =>
      row['img_size_near_img_width'] !== null && row['img_size_far_img_width'] !== null;
    const differing = (some: readonly SampleRow[]): number =>
      some.filter((row) => known(row) && shape(row, 'near') !== shape(row, 'far')).length;
    expect(totalMismatch(answers['mismatch']).aspect).toMatchObject({
      k: differing(rows),
      n: rows.filter(known).length,
    });
    for (const { key, aspect } of mismatchBy(answers['mismatchByClient'], 'client'))
      expect(aspect.k).toBe(differing(clientsOf.get(key) ?? []));
  });

  it('spread every score over its axis without those that its service gave up on', async () => {
    for (const measure of QUALITY_MEASURES) {
      const answers = await read({ ...measureQueries(measure), ...GAVE_UP_QUERIES });
      for (const side of ['near', 'far'] as const) {
        const spread = distributionOf(measure.axis, answers[side], answers[gaveUpName(measure, side)], groupOf);
        const scores = rows.flatMap((row) => score(row, measure, side) ?? []);
        expect(spread.n).toBe(scores.length);
        expect(spread.gaveUp).toBe(
          measure.gaveUp === null ? 0 : rows.filter((row) => row[measure.columns[side]] === measure.gaveUp).length,
        );
        const upper = measure.axis.bins - 10;
        const top = Object.values(spread.groups).flatMap((counts) => counts.slice(upper));
        const edge = spread.edges[upper] ?? 0;
        expect(top.reduce((sum, n) => sum + n, 0)).toBe(scores.filter((value) => value >= edge - 1e-12).length);
      }
    }
  });

  it('measure how far near and far score lie apart', async () => {
    for (const name of ['liqe', 'topiq', 'as_heuristics']) {
      const measure = measureNamed(name);
      const answers = await read(measureQueries(measure));
      const accepted = gaps(
        measure,
        rows.filter((row) => row['summary_status'] === 'ok'),
      );
      const found = gapFiguresOf(answers['gapFigures'], 'accepted');
      expect(found.n).toBe(accepted.length);
      expect(found.p50).toBeCloseTo(percentile(accepted, 0.5), 10);
      expect(found.p95).toBeCloseTo(percentile(accepted, 0.95), 10);
      const { from, to } = measure.axis;
      const spread = distributionOf({ from: 0, to: to - from, bins: 50 }, answers['gaps'], undefined, groupOf);
      expect(spread.n).toBe(gaps(measure, rows).length);
    }
  });

  it('tell which images no service judged', async () => {
    const answers = await read(allQualityQueries());
    for (const { measure, side, judged, notJudged, n } of coverageOf(answers['answers'], groupOf)) {
      const present = rows.filter((row) => row[measure.columns[side]] !== null);
      expect([judged, n]).toEqual([present.length, rows.length]);
      expect(Object.values(notJudged).reduce((sum, one) => sum + one, 0)).toBe(rows.length - present.length);
    }
  });
});
