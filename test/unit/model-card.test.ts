import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { ColumnBase } from '../../src/etl/model/column.ts';
import { COLUMN_GROUPS } from '../../src/etl/model/column.ts';
import { MICROSERVICES } from '../../src/etl/model/microservices.ts';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import { TRANSFORM_COLUMNS } from '../../src/etl/model/transform-columns.ts';
import { EXTRA_COLUMNS, ATTEMPT_COLUMNS } from '../../src/etl/transform/extra-columns.ts';
import { MODEL_CARD_DIGEST } from '../../src/main/engine/book/book-schema.ts';

type Published = Readonly<Record<string, string>>;

const published = (name: string): readonly Published[] =>
  parse<Published>(readFileSync(new URL(`../fixtures/${name}.csv`, import.meta.url)), { columns: true });
const namesAndKinds = (columns: readonly ColumnBase[]): readonly Published[] =>
  columns.map(({ name, kind }, index) => ({ position: String(index + 1), column: name, kind }));

describe('the model card', () => {
  it('has the 79 staging columns in the published order, each with its kind and its place in a raw document', () => {
    const columns = STAGING_COLUMNS.map(({ name, kind, path }, index) => ({
      position: String(index + 1),
      column: name,
      kind,
      path: path.join('.'),
    }));
    expect(columns).toEqual(published('staging-columns'));
    expect(columns).toHaveLength(79);
  });

  it('has the 67 transform columns in the published order, each with its kind', () => {
    expect(namesAndKinds(TRANSFORM_COLUMNS)).toEqual(published('transform-columns'));
    expect(TRANSFORM_COLUMNS).toHaveLength(67);
  });

  it('takes every staging column from a place of its own', () => {
    expect(new Set(STAGING_COLUMNS.map(({ path }) => path.join('.'))).size).toBe(79);
    expect(new Set(STAGING_COLUMNS.map(({ name }) => name.toLowerCase())).size).toBe(79);
    expect(new Set(TRANSFORM_COLUMNS.map(({ name }) => name.toLowerCase())).size).toBe(67);
  });

  it('says what every column, group and microservice means in both languages', () => {
    const columns = [...STAGING_COLUMNS, ...TRANSFORM_COLUMNS, ...EXTRA_COLUMNS, ...ATTEMPT_COLUMNS].map(
      ({ meaning }) => meaning,
    );
    const labels = [...Object.values(COLUMN_GROUPS), ...MICROSERVICES.map(({ label }) => label)];
    for (const text of [...columns, ...labels]) {
      expect(text.en.trim()).not.toBe('');
      expect(text.es.trim()).not.toBe('');
    }
  });

  it('says for every column of a table something else', () => {
    for (const columns of [STAGING_COLUMNS, TRANSFORM_COLUMNS, EXTRA_COLUMNS]) {
      for (const language of ['en', 'es'] as const) {
        const meanings: readonly string[] = columns.map(({ meaning }) => meaning[language]);
        expect(meanings.filter((meaning, index) => meanings.indexOf(meaning) !== index)).toEqual([]);
      }
    }
  });

  it('keeps our own columns apart from the published ones by their names', () => {
    const extras = [...EXTRA_COLUMNS, ...ATTEMPT_COLUMNS].map(({ name }) => name);
    expect(extras.filter((name) => !name.startsWith('x_'))).toEqual([]);
    expect([...STAGING_COLUMNS, ...TRANSFORM_COLUMNS].filter(({ name }) => name.startsWith('x_'))).toEqual([]);
    expect(new Set(extras).size).toBe(extras.length);
  });

  it('marks the columns that hold a person, an account, a client or a process as identifying', () => {
    const identifying = STAGING_COLUMNS.filter((column) => column.identifying).map(({ name }) => name);
    expect(identifying).toEqual(['user_name', 'procesoConvenioGuid', 'convenio', 'documento']);
  });

  it('identifies a transaction by its token and its date', () => {
    expect(STAGING_COLUMNS.filter(({ key }) => key).map(({ name }) => name)).toEqual(['file_token', 'date']);
  });

  it('has not changed since the schema of the book was written: a change needs a migration and then this digest anew', () => {
    expect(MODEL_CARD_DIGEST).toBe('9f145d3f8bd252be7450c5660772429629e33bdb9c48fb4f317133ccb1d8f943');
  });
});
