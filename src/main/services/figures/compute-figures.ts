import type { Figures, FiguresRequest } from '../../../shared/contract/figures.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { valuesByColumn } from '../../../etl/sql/row-filter.ts';
import type { LensReader } from '../../engine/lens-reader.ts';
import { filterWords } from './filter-words.ts';
import { imageFigures } from './image-figures.ts';
import { processFigures } from './process-figures.ts';
import { scopeFigures } from './scope-figures.ts';
import { selectionOf } from './selection.ts';
import { timeFigures } from './time-figures.ts';
import { transactionCounts } from './transaction-counts.ts';
import { transactionFigures } from './transaction-figures.ts';

/**
 * Every figure over the transactions that the request selects. The one definition for the command line, the report and
 * the screens; what each figure means stands in the contract. Fails only where a condition does not fit its column.
 */
export async function computeFigures(lens: LensReader, request: FiguresRequest): Promise<Result<Figures>> {
  const selected = selectionOf(request);
  if (!selected.ok) return selected;
  const selection = selected.value;
  const scope = await scopeFigures(lens, selection);
  const counts = await transactionCounts(lens, selection);
  const processes = await processFigures(lens, selection);
  const times = await timeFigures(lens, selection);
  const filters = valuesByColumn(request.where);
  return ok({
    scope: {
      table: request.table,
      filters: [...filters].map(([column, values]) => ({ column, values })),
      filterWords: filterWords({ filters, selection: request.selection, firstAttempts: request.firstAttempts }),
      processes: processes.overall.attempts.n,
      ...scope,
    },
    ...transactionFigures(counts),
    processes,
    times,
    images: imageFigures(counts),
  });
}
