import type { z } from 'zod';
import type { RejectRetryAnswer, RejectRetryRequest } from '../../../shared/contract/calls.ts';
import type { RejectReason, Run, StoredReject } from '../../../shared/contract/ledger.ts';
import { nearestName } from '../../../shared/nearest-name.ts';
import { AppException } from '../../../shared/result.ts';
import { cellText } from '../../../etl/staging/cell-text.ts';
import { judgeCells } from '../../engine/import/judge-cells.ts';
import { loadCorrectedRow, type CorrectedReject } from '../../engine/import/load-corrected-row.ts';
import type { ServiceContext } from '../../engine/service-context.ts';
import { withBook } from '../../engine/workspace.ts';
import { withWriter } from '../../engine/writing/with-writer.ts';
import { bindingOfRun, cutReject, obstacleOf } from './cut-reject.ts';
import { readReject } from './read-reject.ts';

type Corrections = z.output<typeof RejectRetryRequest>['corrections'];
interface Refused {
  readonly outcome: 'rejected';
  readonly column: string | null;
  readonly reason: RejectReason;
}

/**
 * Loads a reject with some of its cells corrected, by the very rules of an import. What is still wrong changes nothing; a
 * row that turns out to be known counts as a duplicate. Corrections name staging columns.
 */
export async function retryReject(
  { workspace, id, corrections }: z.output<typeof RejectRetryRequest>,
  context: ServiceContext,
): Promise<RejectRetryAnswer> {
  const { reject, run } = await context.access.withBook(workspace, (book) => readReject(book, id));
  const corrected = correctedReject(reject, run, corrections);
  if ('outcome' in corrected) return corrected;
  // Most of what is still wrong shows without the tables.
  const refused = await stillUnreadable(corrected, context.signal);
  if (refused !== null) return refused;
  const became = await withWriter(workspace, 'change', ({ paths }) =>
    withBook(paths, 'write', (book) => loadCorrectedRow(paths, book, corrected, context)),
  );
  if (became.kind === 'loaded') return { outcome: 'loaded', row: became.row };
  if (became.kind === 'duplicate') return { outcome: 'duplicate' };
  return { outcome: 'rejected', column: became.column, reason: became.reason };
}

/** The reject with its cells as corrected; refused where a cell of which it was not sure what it holds was left as it is. */
function correctedReject(reject: StoredReject, run: Run, corrections: Corrections): CorrectedReject | Refused {
  const cut = cutReject(reject, run);
  if (cut?.kind !== 'cells') {
    throw new AppException('USAGE', 'This row cannot be corrected cell by cell.', obstacleOf(cut) ?? '');
  }
  const binding = bindingOfRun(run);
  const given = new Map(Object.entries(corrections));
  for (const column of given.keys()) checkColumn(column, run);
  for (const { name, position } of binding.columns) {
    const correction = given.get(name);
    if (correction?.includes('\0') === true) return { outcome: 'rejected', column: name, reason: 'nul-character' };
    const doubt = cut.doubtful.get(position);
    if (correction === undefined && doubt !== undefined) return { outcome: 'rejected', column: name, reason: doubt };
  }
  const { delimiter, decimalComma, defaultZone } = run.settings;
  return {
    reject,
    texts: binding.columns.map(({ name, position }) => cellText(given.get(name) ?? cut.fields[position] ?? '')),
    columns: binding.columns.map(({ name }) => name).filter((name) => given.has(name)),
    reading: { binding, settings: { decimalComma, zone: defaultZone }, delimiter },
  };
}

function checkColumn(column: string, { settings }: Run): void {
  if (settings.columns.includes(column)) return;
  const near = nearestName(column, settings.columns);
  throw new AppException(
    'UNKNOWN_COLUMN',
    `The row has no column "${column.slice(0, 60)}".`,
    near === null ? 'Correct a column that its import kept.' : `Did you mean ${near}?`,
  );
}

async function stillUnreadable({ texts, reading }: CorrectedReject, signal: AbortSignal): Promise<Refused | null> {
  const [judged] = await judgeCells([texts], reading.binding, reading.settings, signal);
  const [first] = judged?.problems ?? [];
  return first === undefined ? null : { outcome: 'rejected', column: first[0], reason: first[1] };
}
