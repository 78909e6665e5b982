import { afterEach, describe, expect, it } from 'vitest';
import { describeModel } from '../../../src/main/services/model/model-card.ts';
import { cardTable } from '../../../src/renderer/features/tables/card-table.ts';
import { chartCsv } from '../../../src/renderer/features/dashboards/chart/chart-table.ts';
import { differenceBars } from '../../../src/renderer/features/dashboards/explain/difference-bars.ts';
import {
  differenceSentence,
  effectWord,
  pWord,
} from '../../../src/renderer/features/dashboards/explain/difference-sentence.ts';
import {
  closeExplain,
  enterWorkspace,
  openExplain,
  useExplainStore,
} from '../../../src/renderer/features/dashboards/explain/explain-store.ts';
import type { ExplainVoice } from '../../../src/renderer/features/dashboards/explain/explain-voice.ts';
import { explainWords } from '../../../src/renderer/features/dashboards/explain/explain-words.ts';
import { explanationTable } from '../../../src/renderer/features/dashboards/explain/explanation-table.ts';
import { rankedDifferences } from '../../../src/renderer/features/dashboards/explain/ranked-differences.ts';
import { formatOf } from '../../../src/renderer/i18n/use-format.ts';
import type { ColumnDifference } from '../../../src/shared/contract/aggregate.ts';
import type { CardColumn } from '../../../src/shared/contract/model-card.ts';
import type { ColumnFilter } from '../../../src/shared/contract/row-selection.ts';
import { explainedAgainst } from '../../../src/shared/dashboards/explained-difference.ts';
import type { Language } from '../../../src/shared/language.ts';
import { inWords } from './in-words.ts';

const columns = cardTable(describeModel(), 'transform').byName;
const column = (name: string): CardColumn => {
  const known = columns.get(name);
  if (known === undefined) throw new Error(`no column ${name}`);
  return known;
};
const voice = (language: Language): ExplainVoice => ({
  language,
  t: inWords(explainWords, language),
  format: formatOf(language),
});
const EN = voice('en');
const ES = voice('es');

const difference = (name: string, more: Partial<ColumnDifference>): ColumnDifference => ({
  column: name,
  of: 'value',
  effect: { kind: 'cliffs-delta', value: 0.5 },
  strength: 0.5,
  p: 0.0001,
  nPart: 100,
  nRest: 400,
  isRelated: false,
  alike: [],
  centre: null,
  shape: { kind: 'values', values: [], others: null },
  ...more,
});
const numbers = (name: string, centre: readonly [number, number, number, number], delta: number): ColumnDifference => {
  const [medianPart, medianRest, meanPart, meanRest] = centre;
  return difference(name, {
    effect: { kind: 'cliffs-delta', value: delta },
    centre: { medianPart, medianRest, meanPart, meanRest },
  });
};
const said = (one: ColumnDifference, in_: ExplainVoice = EN): string =>
  differenceSentence(one, column(one.column), in_).replaceAll('\u00A0', ' ');

describe('the sentence of a difference', () => {
  it('tells which way by the medians', () => {
    const slower = numbers('total_time_ms', [812, 455, 900, 500], 0.6);
    expect(said(slower)).toBe('Higher in the part: median 812 ms, elsewhere 455 ms');
    expect(said(slower, ES)).toBe('Más alto en la parte: mediana 812 ms, en el resto 455 ms');
    expect(said(numbers('prob_ibeta2_full_near_img', [0.0123, 0.25, 0.1, 0.3], -0.6))).toBe(
      'Lower in the part: median 0.0123, elsewhere 0.25',
    );
  });

  it('tells by the means where the medians are alike, and only of a tendency where both say otherwise', () => {
    expect(said(numbers('x_attempt_number', [1, 1, 1.42, 1.18], 0.2))).toBe(
      'Higher in the part: mean 1.42, elsewhere 1.18',
    );
    expect(said(numbers('x_attempt_number', [1, 1, 1.18, 1.42], 0.2))).toBe(
      'Tends to be higher in the part; median 1, elsewhere 1',
    );
  });

  it('tells of days as dates', () => {
    const days = numbers('date', [20_096, 20_105, 20_097, 20_104], -0.4);
    expect(said(days)).toBe('Earlier in the part: median Jan 8, 2025, elsewhere Jan 17, 2025');
    expect(said(days, ES)).toBe('Más temprano en la parte: mediana 8 ene 2025, en el resto 17 ene 2025');
  });

  it('names the value of a category that differs most, and of two alike the one that the part has more of', () => {
    const values = (...rows: readonly (readonly [string, number, number])[]): ColumnDifference['shape'] => ({
      kind: 'values',
      values: rows.map(([value, part, rest]) => ({ value, part, rest })),
      others: null,
    });
    const client = difference('convenio', {
      shape: values(['convenio_1', 40, 240], ['convenio_2', 41, 48], ['convenio_3', 19, 112]),
    });
    expect(said(client)).toBe('More often convenio_2: 41 %, elsewhere 12 %');
    expect(said(difference('summary_status', { shape: values(['error', 90, 80], ['ok', 10, 320]) }))).toBe(
      'More often error: 90 %, elsewhere 20 %',
    );
    const weekday = difference('date_day_off_week', {
      shape: values(['Monday', 0, 200], ['Friday', 30, 100], ['Sunday', 70, 100]),
    });
    expect(said(weekday)).toBe('Less often Monday: 0 %, elsewhere 50 %');
    expect(said(weekday, ES)).toBe('Menos a menudo lunes: 0 %, en el resto 50 %');
    const executed = difference('x_executed_liqe', { shape: values(['false', 95, 20], ['true', 5, 380]) });
    expect(said(executed)).toBe('Holds less often: 5 %, elsewhere 95 %');
  });

  it('names the bin that differs most where numbers are spread otherwise', () => {
    const middle = difference('total_time_ms', {
      effect: { kind: 'cramers-v', value: 0.4 },
      centre: { medianPart: 150, medianRest: 150, meanPart: 150, meanRest: 150 },
      shape: {
        kind: 'bins',
        edges: [0, 100, 200, 300],
        part: [5, 90, 5],
        rest: [180, 40, 180],
        medianPart: 150,
        medianRest: 150,
        isWhole: true,
      },
    });
    expect(said(middle)).toBe('More often 100 ms to 199 ms: 90 %, elsewhere 10 %');
  });

  it('tells of missing values by their share', () => {
    const missing = difference('score_liqe_near_img', { of: 'missing', shape: { kind: 'missing', part: 30, rest: 4 } });
    expect(said(missing)).toBe('Missing more often: 30 %, elsewhere 1 %');
  });

  it('prints p and the measure as papers do', () => {
    expect([0, 0.000999, 0.001, 0.0244, 1].map((p) => pWord(p, EN))).toEqual([
      'p < 0.001',
      'p < 0.001',
      'p = 0.001',
      'p = 0.024',
      'p = 1',
    ]);
    expect(effectWord(numbers('total_time_ms', [1, 2, 1, 2], -0.294), EN)).toBe('Cliff’s delta −0.29');
    expect(effectWord(numbers('total_time_ms', [2, 1, 2, 1], 0.294), ES)).toBe('Delta de Cliff +0,29');
  });
});

describe('the bars of a difference', () => {
  const filters = (one: ColumnDifference): readonly (ColumnFilter | null)[] =>
    differenceBars(one, column(one.column), EN).bars.map(({ filter }) => filter);

  it('filter by the bin, open at both ends, whole numbers without the next one', () => {
    const bins = (edges: number[], isWhole: boolean): ColumnDifference['shape'] => ({
      kind: 'bins',
      edges,
      part: [1, 2, 3],
      rest: [3, 2, 1],
      medianPart: 1,
      medianRest: 1,
      isWhole,
    });
    const range = (from: number | null, to: number | null): ColumnFilter => ({
      kind: 'range',
      column: 'total_time_ms',
      from,
      to,
    });
    const whole = difference('total_time_ms', { shape: bins([0, 100, 200, 300], true) });
    expect(filters(whole)).toEqual([range(null, 99), range(100, 199), range(200, null)]);
    const decimal = difference('total_time_ms', { shape: bins([0, 0.1, 0.1 + 0.2, 0.4], false) });
    expect(filters(decimal)).toEqual([range(null, 0.1), range(0.1, 0.3), range(0.3, null)]);
    const days = difference('date', { shape: bins([20_096, 20_097, 20_099, 20_101], true) });
    expect(filters(days)).toEqual([
      { kind: 'dates', column: 'date', from: null, to: '2025-01-08' },
      { kind: 'dates', column: 'date', from: '2025-01-09', to: '2025-01-10' },
      { kind: 'dates', column: 'date', from: '2025-01-11', to: null },
    ]);
    expect(differenceBars(days, column('date'), EN).bars.map(({ label }) => label)).toEqual([
      'up to Jan 8, 2025',
      'Jan 9, 2025 to Jan 10, 2025',
      'Jan 11, 2025 and more',
    ]);
  });

  it('filter by the value, put days of the week in order and tell the others without a filter', () => {
    const weekdays = difference('date_day_off_week', {
      shape: {
        kind: 'values',
        values: [
          { value: 'Sunday', part: 50, rest: 0 },
          { value: 'Monday', part: 40, rest: 400 },
        ],
        others: { values: 3, part: 10, rest: 0 },
      },
    });
    const { kind, bars } = differenceBars(weekdays, column('date_day_off_week'), ES);
    expect(kind).toBe('rows');
    expect(bars.map(({ label, partShare, restShare }) => [label, partShare, restShare])).toEqual([
      ['lunes', 0.4, 1],
      ['domingo', 0.5, 0],
      ['3 valores más', 0.1, 0],
    ]);
    expect(bars.map(({ filter }) => filter)).toEqual([
      { kind: 'values', column: 'date_day_off_week', values: ['Monday'], exclude: false },
      { kind: 'values', column: 'date_day_off_week', values: ['Sunday'], exclude: false },
      null,
    ]);
  });

  it('stand side by side for many numbers and below each other for few', () => {
    const hours = (count: number): ColumnDifference =>
      difference('date_hour', {
        shape: {
          kind: 'values',
          values: Array.from({ length: count }, (_, hour) => ({ value: String(hour), part: 1, rest: 1 })),
          others: null,
        },
      });
    expect(differenceBars(hours(24), column('date_hour'), EN).kind).toBe('columns');
    expect(differenceBars(hours(3), column('date_hour'), EN).kind).toBe('rows');
  });

  it('filter by whether there is a value', () => {
    const missing = difference('score_liqe_near_img', { of: 'missing', shape: { kind: 'missing', part: 30, rest: 4 } });
    expect(filters(missing)).toEqual([
      { kind: 'missing', column: 'score_liqe_near_img', missing: true },
      { kind: 'missing', column: 'score_liqe_near_img', missing: false },
    ]);
  });
});

describe('the ranking', () => {
  const one = (name: string, more: Partial<ColumnDifference>): ColumnDifference => difference(name, more);
  const ranking = [
    one('convenio', { strength: 0.5 }),
    one('date_hour', { strength: 0.05 }),
    one('date_minute', { strength: 0.4, p: 0.2 }),
    one('summary_desc', { isRelated: true }),
  ];

  it('sets aside what is slight, what chance may show and what follows from the part', () => {
    const { notable, slight, chance, related } = rankedDifferences(ranking);
    expect([notable, slight, chance, related].map((list) => list.map((entry) => entry.column))).toEqual([
      ['convenio'],
      ['date_hour'],
      ['date_minute'],
      ['summary_desc'],
    ]);
  });

  it('goes into a file with every number', () => {
    const table = explanationTable([numbers('total_time_ms', [812, 455, 900.25, 500], 0.612345)], columns, EN);
    const [head, row] = chartCsv(table).split('\r\n');
    expect(head?.split(',')).toHaveLength(17);
    expect(row).toContain('1,total_time_ms,');
    expect(row).toContain('large,0.5,Cliff’s delta,0.612345,0.0001,100,400,812,455,900.25,500,no');
  });
});

describe('what a part is explained against', () => {
  const filter = (name: string): ColumnFilter => ({ kind: 'missing', column: name, missing: true });

  it('is the selection without its filters on the columns of the part', () => {
    const selection = { filters: [filter('convenio'), filter('date'), filter('convenio')], search: 'x' };
    expect(explainedAgainst(selection, { filters: [filter('convenio')], search: '' })).toEqual({
      filters: [filter('date')],
      search: 'x',
    });
    expect(explainedAgainst(selection, selection)).toEqual({ filters: [], search: '' });
  });
});

describe('the panel', () => {
  afterEach(closeExplain);

  it('forgets its part in another workspace, and keeps it from page to page', () => {
    const part = { filters: [], search: 'a' };
    enterWorkspace('/a.veriscope');
    openExplain(part);
    enterWorkspace('/a.veriscope');
    expect(useExplainStore.getState().part).toBe(part);
    enterWorkspace('/b.veriscope');
    expect(useExplainStore.getState().part).toBeNull();
  });
});
