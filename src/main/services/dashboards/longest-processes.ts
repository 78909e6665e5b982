import type { RowBlock } from '../../../shared/contract/row-block.ts';
import { numberColumn, textColumn, truthColumn } from '../../../shared/row-block-cells.ts';
import type { QueryOf } from '../../../etl/dashboards/process-sql.ts';
import type { LensValue } from '../../engine/lens-reader.ts';
import type { RowMask } from '../../engine/columns/row-mask.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';
import { LAST_ACCEPTED, processFacts, processTexts, processTimes, type ProcessFacts } from './process-facts.ts';
import { processMask } from './process-mask.ts';

/** Answers `longest-processes`. */
export async function longestProcesses(
  columns: WorkspaceColumns,
  mask: RowMask,
  { limit }: QueryOf<'longest-processes'>,
): Promise<RowBlock> {
  const facts = await processFacts(columns);
  const { span } = await processTimes(columns);
  const bySize = await processesBySize(columns);
  const { bits } = processMask(mask, facts);
  const chosen: number[] = [];
  for (const process of bySize) {
    if (bits[process] === 0) continue;
    chosen.push(process);
    if (chosen.length === limit) break;
  }
  const named = await namesOf(columns, facts, chosen);
  const clients = await processTexts(columns, '"convenio"', 'last');
  const descriptions = await processTexts(columns, '"summary_desc"', 'last');
  const texts = (name: string, text: (process: number) => string | null | undefined): RowBlock['columns'][number] =>
    textColumn(
      name,
      chosen.map((process) => text(process) ?? null),
    );
  const each = (name: string, value: (process: number) => number): RowBlock['columns'][number] =>
    numberColumn(name, chosen.map(value));
  return {
    rows: chosen.length,
    columns: [
      texts('process', (process) => named.get(process)?.name),
      texts('client', (process) => clients.values[clients.codes[process] ?? clients.missing]),
      each('attempts', (process) => facts.sizes[facts.size[process] ?? 0] ?? 0),
      each('row', (process) => columns.ids[facts.last[process] ?? 0] ?? 0),
      texts('first_date', (process) => named.get(process)?.begun),
      each('seconds', (process) => span[process] ?? 0),
      texts('last_description', (process) => descriptions.values[descriptions.codes[process] ?? descriptions.missing]),
      truthColumn(
        'accepted',
        chosen.map((process) => ((facts.accepted[process] ?? 0) & LAST_ACCEPTED) !== 0),
      ),
    ],
  };
}

/** Processes with the most attempts first, then by their last row. Made once for a state of the workspace. */
async function processesBySize(columns: WorkspaceColumns): Promise<Uint32Array> {
  const { order } = await columns.kept(
    'processes by size',
    async () => {
      const { count, last, size } = await processFacts(columns);
      const processes = Uint32Array.from({ length: count }, (_, process) => process);
      processes.sort((a, b) => (size[b] ?? 0) - (size[a] ?? 0) || (last[a] ?? 0) - (last[b] ?? 0));
      return { order: processes };
    },
    (made) => made.order.byteLength,
  );
  return order;
}

interface Named {
  readonly name: string | null;
  /** `date` of the first attempt. */
  readonly begun: string | null;
}

const BYTES_OF_NAMES = 1_000_000;

/** What is read of a process only where it is shown. Kept, as the same few lead under most selections. */
async function namesOf(
  columns: WorkspaceColumns,
  { order, starts }: ProcessFacts,
  processes: readonly number[],
): Promise<ReadonlyMap<number, Named>> {
  const { names } = await columns.kept(
    'names of processes',
    () => ({ names: new Map<number, Named>() }),
    () => BYTES_OF_NAMES,
  );
  const unknown = processes.filter((process) => !names.has(process));
  const cells = await columns.cells(
    unknown.map((process) => order[starts[process] ?? 0] ?? 0),
    ['"procesoConvenioGuid"', '"date"'],
  );
  const text = (value: LensValue | undefined): string | null => (typeof value === 'string' ? value : null);
  for (const [index, process] of unknown.entries())
    names.set(process, { name: text(cells[index]?.[0]), begun: text(cells[index]?.[1]) });
  return names;
}
