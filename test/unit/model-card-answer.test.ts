import { describe, expect, it } from 'vitest';
import { FILTER_TABLES, filterColumns } from '../../src/etl/sql/filter-columns.ts';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import { TRANSFORM_COLUMNS } from '../../src/etl/model/transform-columns.ts';
import { describeModel } from '../../src/main/services/model/model-card.ts';
import { ModelCard, type CardColumn } from '../../src/shared/contract/model-card.ts';

const card = describeModel();
const columns = (table: string): readonly CardColumn[] => card.tables.find(({ name }) => name === table)?.columns ?? [];
const column = (table: string, name: string): CardColumn | undefined => columns(table).find((one) => one.name === name);

describe('the model card as a window is told it', () => {
  it('fits its contract', () => {
    expect(ModelCard.parse(card)).toEqual(card);
  });

  it('has the published columns of every table in their order, then those of the lens', () => {
    const named = (table: string, isExtra: boolean): readonly string[] =>
      columns(table)
        .filter((one) => one.isExtra === isExtra)
        .map(({ name }) => name);
    expect(named('staging', false)).toEqual(STAGING_COLUMNS.map(({ name }) => name));
    for (const table of ['transform', 'no_retries'])
      expect(named(table, false)).toEqual(TRANSFORM_COLUMNS.map(({ name }) => name));
    for (const table of FILTER_TABLES) {
      expect(columns(table).map(({ name }) => name)).toEqual(filterColumns(table).map(({ name }) => name));
      for (const name of named(table, true)) expect(name).toMatch(/^x_/);
    }
  });

  it('gives every column the kind that filters take it for', () => {
    for (const table of FILTER_TABLES)
      expect(columns(table).map(({ kind, sentinel }) => [kind, sentinel])).toEqual(
        filterColumns(table).map(({ kind, sentinel }) => [kind, sentinel ?? null]),
      );
  });

  it('tells what stands for missing, what is identifying and what an import needs', () => {
    expect(column('transform', 'prob_ibeta2_full_near_img')).toMatchObject({ sentinel: -1, presence: null });
    expect(column('staging', 'prob_ibeta2_full_near_img')).toMatchObject({ sentinel: null, presence: 'optional' });
    expect(column('transform', 'convenio')).toMatchObject({ identifying: true });
    expect(column('staging', 'file_token')).toMatchObject({ identifying: false, presence: 'required' });
    expect(column('transform', 'total_time_ms_liqe')).toMatchObject({ zeroMeansNotExecuted: true, unit: 'ms' });
    expect(column('transform', 'total_time_ms')).toMatchObject({ zeroMeansNotExecuted: false });
    expect(column('transform', 'x_queue_ms_liqe')).toMatchObject({
      isExtra: true,
      microservice: 'liqe',
      timing: 'queue',
      group: 'time',
    });
    expect(column('transform', 'x_near_ms_topiq')).toMatchObject({ microservice: 'topiq', side: 'near', timing: null });
  });

  it('says everything in both languages', () => {
    const words = [
      ...card.tables.flatMap((table) => table.columns.map(({ meaning }) => meaning)),
      ...Object.values(card.groups),
      ...card.microservices.map(({ label }) => label),
      ...card.responses.map(({ message }) => message),
    ];
    for (const { en, es } of words) expect([en.trim(), es.trim()]).not.toContain('');
    const groups = new Set(card.tables.flatMap((table) => table.columns.map(({ group }) => group)));
    expect([...groups].toSorted()).toEqual(Object.keys(card.groups).toSorted());
  });
});
