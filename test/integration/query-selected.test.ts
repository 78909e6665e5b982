import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/main/app.ts';
import { keepOpenAccess } from '../../src/main/engine/keep-open-access.ts';
import type { Selected } from '../../src/shared/contract/calls.ts';
import type { RowSelection } from '../../src/shared/contract/row-selection.ts';
import { blockRows } from '../../src/shared/row-block-cells.ts';
import { valueOrThrow } from '../../src/shared/result.ts';
import { importFile } from '../helpers/import-fixture.ts';
import { folderOfFile } from '../helpers/temporary-folder.ts';
import { csvText, transactions } from '../helpers/transaction-csv.ts';

const folder = folderOfFile();
const workspace = join(folder, 'selected.veriscope');
const access = keepOpenAccess();
const app = createApp('0.0.0-test', { access });
const LATE: RowSelection = { filters: [{ kind: 'range', column: 'id', from: 41, to: null }], search: '' };

const count = async (selected: Selected | null, sql = 'SELECT count(*) FROM selected'): Promise<unknown> =>
  blockRows(valueOrThrow(await app.invoke('query.run', { workspace, sql, selected })).block)[0]?.[0];

beforeAll(async () => {
  const file = join(folder, 'source.csv');
  writeFileSync(file, csvText(transactions(60)));
  await importFile(workspace, file);
});
afterAll(() => access.dispose());

describe('the table `selected` of the query console', () => {
  it('holds the transactions that the filters of the window leave', async () => {
    const all = await count({ scope: 'all', selection: { filters: [], search: '' } });
    const late = await count({ scope: 'all', selection: LATE });
    expect(all).toBe(60);
    expect(late).toBe(await count(null, 'SELECT count(*) FROM transform WHERE id >= 41'));
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThan(60);
  });

  it('follows the scope', async () => {
    const scoped = (scope: Selected['scope']): Promise<unknown> =>
      count({ scope, selection: { filters: [], search: '' } });
    expect(await scoped('without-retries')).toBe(await count(null, 'SELECT count(*) FROM no_retries'));
    expect(await scoped('first-attempts')).toBe(
      await count(null, 'SELECT count(*) FROM transform WHERE x_attempt_number = 1'),
    );
  });

  it('is of one statement alone: without filters there is none', async () => {
    await count({ scope: 'all', selection: LATE });
    const refused = await app.invoke('query.run', { workspace, sql: 'SELECT count(*) FROM selected' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'QUERY_FAILED' } });
  });

  it('takes a value that looks like SQL as a value', async () => {
    const hostile: RowSelection = {
      filters: [{ kind: 'values', column: 'convenio', values: ["x'; DROP VIEW transform; --", '?'], exclude: false }],
      search: "o'clock ?",
    };
    expect(await count({ scope: 'all', selection: hostile })).toBe(0);
    expect(await count(null, 'SELECT count(*) FROM transform')).toBe(60);
  });

  it('tells of a filter on a column that there is not', async () => {
    const selected: Selected = {
      scope: 'all',
      selection: { filters: [{ kind: 'missing', column: 'nothing', missing: true }], search: '' },
    };
    const refused = await app.invoke('query.run', { workspace, sql: 'FROM selected', selected });
    expect(refused).toMatchObject({ ok: false, error: { code: 'UNKNOWN_COLUMN' } });
  });

  it('can be exported', async () => {
    const out = join(folder, 'selected.csv');
    const selected: Selected = { scope: 'all', selection: LATE };
    valueOrThrow(await app.invoke('query.export', { workspace, sql: 'SELECT id FROM selected', selected, out }));
    expect(readFileSync(out, 'utf8').trim().split('\n').length - 1).toBe(await count(selected));
  });
});
