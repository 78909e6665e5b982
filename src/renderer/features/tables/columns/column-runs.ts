import type { CardColumn } from '../../../../shared/contract/model-card.ts';
import type { CardTable, ColumnSection } from '../card-table.ts';
import type { PlacedColumn } from '../view/column-order.ts';

/** Neighbouring columns of one section, as they stand in the view. */
export interface ColumnRun {
  readonly key: string;
  readonly section: ColumnSection;
  readonly pinned: PlacedColumn['pinned'];
  readonly columns: readonly (PlacedColumn & { readonly card: CardColumn })[];
}

/** The columns of a view from left to right, headed as the grid heads them: a section that was torn apart comes twice. */
export function columnRuns(table: CardTable, placed: readonly PlacedColumn[]): readonly ColumnRun[] {
  const sectionOf = new Map(table.sections.flatMap((section) => section.columns.map(({ name }) => [name, section])));
  const runs: ColumnRun[] = [];
  for (const column of placed) {
    const section = sectionOf.get(column.name);
    const card = table.byName.get(column.name);
    if (section === undefined || card === undefined) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.section.id === section.id && last.pinned === column.pinned)
      runs[runs.length - 1] = { ...last, columns: [...last.columns, { ...column, card }] };
    else
      runs.push({
        key: `${section.id} ${column.name}`,
        section,
        pinned: column.pinned,
        columns: [{ ...column, card }],
      });
  }
  return runs;
}
