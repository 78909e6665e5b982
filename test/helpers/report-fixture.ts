import type { Provenance } from '../../src/shared/contract/provenance.ts';
import type { TableName } from '../../src/shared/contract/ledger.ts';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import type { ReportInput } from '../../src/main/services/report/report-input.ts';
import { computeFigures } from '../../src/main/services/figures/compute-figures.ts';
import { profileTable } from '../../src/main/services/profile/profile-table.ts';
import { lensOf, type StagingRow } from './lens-fixture.ts';
import { sampleRows } from './sample-rows.ts';

/** Sample rows in the canonical form that a lens holds. */
export function canonicalSample(rows: number): readonly StagingRow[] {
  return sampleRows({ rows, seed: 7 }).map((row) => ({ ...row, date: String(row['date']).replace('T', ' ') }));
}

/** A provenance with one import that has rejects and findings. */
export const PROVENANCE: Provenance = {
  workspace: 'Sample',
  tables: { staging: 300, transform: 300, no_retries: 120 },
  runs: [
    {
      id: 1,
      importedAt: '2025-02-01T08:30:00Z',
      fileName: 'january.csv',
      sha256: 'ab'.repeat(32),
      bytes: 123_456,
      settings: {
        format: 'csv',
        delimiter: ',',
        encoding: 'utf-8',
        compression: 'none',
        decimalComma: false,
        defaultZone: 'UTC',
        columns: STAGING_COLUMNS.map(({ name }) => name),
        columnNames: {},
      },
      ledger: { read: 305, loaded: 300, rejected: 3, duplicates: 2 },
      productVersion: '0.1.0',
      milliseconds: 90,
      rejectsByReason: [
        { reason: 'not-a-number', count: 2 },
        { reason: 'conflict', count: 1 },
      ],
    },
  ],
  findings: [{ run: 1, kind: 'out-of-range', column: 'prob_ibeta2_clip_near_img', count: 4, firstLine: 17 }],
};

/** Everything that a report on some rows takes. */
export async function reportInput(rows: readonly StagingRow[], table: TableName = 'transform'): Promise<ReportInput> {
  const lens = await lensOf(rows);
  const figures = await computeFigures(lens, { table: table === 'staging' ? 'transform' : table, where: [] });
  const profile = await profileTable(lens, table);
  lens.close();
  if (!figures.ok) throw new Error(figures.error.message);
  return {
    figures: figures.value,
    views: [],
    profile,
    provenance: PROVENANCE,
    language: 'en',
    generatedAt: new Date('2025-02-02T12:00:00Z'),
    productVersion: '0.1.0',
  };
}
