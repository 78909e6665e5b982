import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/main/app.ts';
import type { CallRequest } from '../../src/shared/contract/calls.ts';
import { blockRecords } from '../../src/shared/row-block-cells.ts';
import { appFixture } from '../helpers/app-fixture.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { madeRows } from '../helpers/staging-maker.ts';
import { transactions } from '../helpers/transaction-csv.ts';

const { workspace, ask, refusal } = appFixture(
  () =>
    transactions(30).map((row, index) => ({
      ...row,
      procesoConvenioGuid: `own_${Math.floor(index / 3)}`,
      convenio: index % 3 === 0 ? 'client_2' : 'client_1',
    })),
  () => madeRows(40, 3).map(({ cells }) => cells),
);

type Request = Omit<CallRequest<'table.export'>, 'workspace' | 'out'>;

async function csvOf(request: Request): Promise<{ readonly rows: number; readonly records: readonly string[][] }> {
  const { rows, file } = await ask('table.export', { ...request, out: join(temporaryFolder(), 'out.csv') });
  return { rows, records: parse(readFileSync(file, 'utf8'), {}) };
}

describe('an export of a selection', () => {
  it('holds the rows that a grid shows, in its order, and the columns asked for in theirs', async () => {
    const view = {
      table: 'no_retries' as const,
      selection: {
        filters: [{ kind: 'values' as const, column: 'convenio', values: ['client_1', ''], exclude: false }],
        search: '',
      },
      order: [
        { column: 'summary_code', direction: 'ascending' as const },
        { column: 'date', direction: 'descending' as const },
      ],
    };
    const { rows, records } = await csvOf({ ...view, columns: ['file_token', 'date'] });
    const page = await ask('grid.rows', { ...view, columns: ['file_token', 'date'], offset: 0, limit: 1000 });
    const shown = blockRecords(page.block).map((row) => [row['file_token'], row['date']]);
    expect(shown.length).toBeGreaterThan(5);
    expect(records).toEqual([['file_token', 'date'], ...shown]);
    expect(rows).toBe(shown.length);
  });

  it('may hold columns of the lens where they are named, truth values as the others', async () => {
    const columns = ['id', 'x_attempt_number', 'x_is_final_attempt', 'same_image_quality'];
    const { records } = await csvOf({
      table: 'transform',
      columns,
      selection: { filters: [], search: 'tok-2' },
      order: [{ column: 'id', direction: 'descending' }],
    });
    expect(records[0]).toEqual(columns);
    expect(records.at(-1)).toEqual(['3', '3', 'True', 'True']);
    expect((await csvOf({ table: 'transform' })).records[0]).toHaveLength(67);
  });

  it.each(['parquet', 'json'])('can be %s', async (format) => {
    const out = join(temporaryFolder(), `out.${format}`);
    const selection = {
      filters: [{ kind: 'range' as const, column: 'id', from: 1, to: 7 }],
      search: '',
    };
    expect(await ask('table.export', { table: 'staging', selection, columns: ['date'], out })).toMatchObject({
      rows: 7,
      format,
    });
  });

  it('tells how far it is', async () => {
    const told: unknown[] = [];
    const answer = await createApp('0.0.0-test').invoke(
      'table.export',
      { workspace, table: 'staging', out: join(temporaryFolder(), 'out.csv') },
      { onProgress: (progress) => void told.push(progress) },
    );
    expect(answer.ok).toBe(true);
    expect(told[0]).toEqual({ stage: 'write', rows: 0, totalRows: 70 });
  });

  it('is refused where it names what is not there, before a file is made', async () => {
    const out = join(temporaryFolder(), 'out.csv');
    expect(await refusal('table.export', { table: 'staging', columns: ['convenoi'], out })).toMatchObject({
      code: 'UNKNOWN_COLUMN',
    });
    const selection = { filters: [{ kind: 'range' as const, column: 'date', from: 1, to: 2 }], search: '' };
    expect(await refusal('table.export', { table: 'staging', selection, out })).toMatchObject({ code: 'USAGE' });
    expect(await refusal('table.export', { table: 'staging', out: 'out.txt' })).toMatchObject({ code: 'USAGE' });
  });
});
