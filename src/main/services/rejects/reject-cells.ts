import type { z } from 'zod';
import type { RejectCells, RejectCellsRequest } from '../../../shared/contract/calls.ts';
import type { RejectReason } from '../../../shared/contract/ledger.ts';
import { stagingColumn } from '../../../etl/model/staging-columns.ts';
import { cellText } from '../../../etl/staging/cell-text.ts';
import { loadedRowOfLine } from '../../engine/book/line-map.ts';
import { judgeCells } from '../../engine/import/judge-cells.ts';
import type { ServiceContext } from '../../engine/service-context.ts';
import { bindingOfRun, cutReject, obstacleOf } from './cut-reject.ts';
import { readReject } from './read-reject.ts';

/** One reject cut into cells by the settings of its import, each with what the import would say to it. */
export async function rejectCells(
  { workspace, id }: z.output<typeof RejectCellsRequest>,
  { access, signal }: Pick<ServiceContext, 'access' | 'signal'>,
): Promise<RejectCells> {
  const { reject, run, otherRow } = await access.withBook(workspace, (book) => {
    const found = readReject(book, id);
    const { other } = found.reject;
    return { ...found, otherRow: other === null ? null : loadedRowOfLine(book, other.run, other.line) };
  });
  const cut = cutReject(reject, run);
  if (cut?.kind !== 'cells') return { reject, cells: [], obstacle: obstacleOf(cut), otherRow };
  const binding = bindingOfRun(run);
  const { decimalComma, defaultZone } = run.settings;
  const settings = { decimalComma, zone: defaultZone };
  const [judged] = await judgeCells([cut.fields.map(cellText)], binding, settings, signal);
  const problemOf = (column: string, position: number): RejectReason | null =>
    cut.doubtful.get(position) ??
    judged?.problems.get(column) ??
    (reject.reason === 'conflict' && stagingColumn(column).key ? 'conflict' : null);
  return {
    reject,
    cells: binding.columns.map(({ name, position }) => ({
      column: name,
      text: cut.fields[position] ?? '',
      problem: problemOf(name, position),
    })),
    obstacle: null,
    otherRow,
  };
}
