import { describe, expect, it } from 'vitest';
import { bookRows, importFixture } from '../helpers/import-fixture.ts';
import { csvText, transaction, type CsvCells } from '../helpers/transaction-csv.ts';

describe('findings about rows that are loaded all the same', () => {
  it('count the rows of each kind and name the line of the first', async () => {
    const changes: readonly CsvCells[] = [
      {},
      { prob_ibeta2_full_near_img: '1.5' },
      { http_code: 'x', prob_ibeta2_full_near_img: '9' },
      { prob_ibeta2_full_near_img: '-0.1', time_ms_liqe_far_img: '-1' },
      { prob_ibeta2_full_near_img: '0' },
      { prob_ibeta2_full_near_img: '1' },
      { summary_status: 'OK' },
      { summary_code: '7777' },
      { summary_code: '10000' },
      { procesoConvenioGuid: '' },
      { procesoConvenioGuid: 'NULL' },
      { convenio: '' },
      { summary_code: 'nan' },
      { date: '2025-01-08 00:00:00' },
      { total_time_ms: '-5' },
      { img_size_near_img_width: '0' },
      { http_code: '99' },
    ];
    const { workspace, import: importText } = importFixture();
    const { ledger, findings } = await importText(csvText(changes.map((change, index) => transaction(index, change))));
    expect(ledger).toEqual({ read: 17, loaded: 16, rejected: 1, duplicates: 0 });
    const expected = [
      { kind: 'out-of-range', column: 'prob_ibeta2_full_near_img', count: 2, firstLine: 3 },
      { kind: 'out-of-range', column: 'time_ms_liqe_far_img', count: 1, firstLine: 5 },
      { kind: 'out-of-range', column: 'summary_code', count: 1, firstLine: 10 },
      { kind: 'out-of-range', column: 'total_time_ms', count: 1, firstLine: 16 },
      { kind: 'out-of-range', column: 'img_size_near_img_width', count: 1, firstLine: 17 },
      { kind: 'out-of-range', column: 'http_code', count: 1, firstLine: 18 },
      { kind: 'unknown-value', column: 'summary_status', count: 1, firstLine: 8 },
      { kind: 'unknown-response-code', column: 'summary_code', count: 2, firstLine: 9 },
      { kind: 'process-missing', column: 'procesoConvenioGuid', count: 2, firstLine: 11 },
      { kind: 'value-missing', column: 'convenio', count: 1, firstLine: 13 },
      { kind: 'value-missing', column: 'summary_code', count: 1, firstLine: 14 },
      { kind: 'zone-assumed', column: 'date', count: 1, firstLine: 15 },
    ];
    const inOrder = <T extends { readonly kind: string; readonly column: string | null }>(
      some: readonly T[],
    ): readonly T[] =>
      some.toSorted((left, right) => `${left.kind} ${left.column}`.localeCompare(`${right.kind} ${right.column}`));
    expect(inOrder(findings)).toEqual(inOrder(expected));
    const stored = bookRows(workspace, 'SELECT run_id, kind, column_name, count, first_line FROM findings ORDER BY id');
    expect(stored).toEqual(
      findings.map(({ kind, column, count, firstLine }) => ({
        run_id: 1,
        kind,
        column_name: column,
        count,
        first_line: firstLine,
      })),
    );
  });

  it('are not about rows that are kept out as duplicates', async () => {
    const { import: importText } = importFixture();
    await importText(csvText([transaction(0, { summary_status: 'odd' })]));
    const { findings } = await importText(csvText([transaction(0, { summary_status: 'odd' }), transaction(1)]));
    expect(findings).toEqual([]);
  });

  it('are none where nothing is odd', async () => {
    expect((await importFixture().import(csvText([transaction(0)]))).findings).toEqual([]);
  });

  it('take a row without process for a process of its own', async () => {
    const { workspace, import: importText } = importFixture();
    const rows = [0, 1, 2].map((index) => transaction(index, { procesoConvenioGuid: index === 2 ? 'p' : '' }));
    expect((await importText(csvText(rows))).tables).toEqual({ staging: 3, transform: 3, no_retries: 3 });
    expect(bookRows(workspace, 'SELECT count(*) AS n FROM no_retries')).toEqual([{ n: 3 }]);
  });
});
