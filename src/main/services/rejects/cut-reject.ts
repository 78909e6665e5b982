import type { RejectReason, Run, StoredReject } from '../../../shared/contract/ledger.ts';
import { STAGING_COLUMNS } from '../../../etl/model/staging-columns.ts';
import type { ColumnBinding } from '../../../etl/sources/column-binding.ts';
import { cutRecord, type CutRecord } from '../../../etl/sources/csv/cut-record.ts';

/** The columns that a run kept, as if its source had held no others. */
export function bindingOfRun({ settings }: Pick<Run, 'settings'>): ColumnBinding {
  const { columns } = settings;
  return {
    columns: columns.map((name, position) => ({ position, name })),
    width: columns.length,
    absent: STAGING_COLUMNS.filter(({ name }) => !columns.includes(name)).map(({ name }) => name),
    unknown: [],
  };
}

/** A reject cut into the cells of its run's columns; null where its text is not kept. */
export function cutReject({ rawText }: StoredReject, { settings }: Pick<Run, 'settings'>): CutRecord | null {
  return rawText === null ? null : cutRecord(rawText, settings.delimiter, settings.columns.length);
}

const UNCUT: Readonly<Partial<Record<RejectReason, string>>> = {
  'too-few-columns': 'The row has fewer cells than the header, and which are missing cannot be told.',
  'too-many-columns': 'The row has more cells than the header, and which are too many cannot be told.',
};
const IN_THE_FILE = 'Write the rejects to a CSV file, mend the row there and import that file.';

/** Why a reject cannot be corrected cell by cell; null where it can. */
export function obstacleOf(cut: CutRecord | null): string | null {
  if (cut === null) {
    return 'The row was not kept: its file has columns that are not stored, and it may hold their values anywhere. Mend it in the file itself and import that again.';
  }
  if (cut.kind === 'cells') return null;
  return `${UNCUT[cut.reason] ?? 'The quotes of the row are broken, and where its cells begin cannot be told.'} ${IN_THE_FILE}`;
}
