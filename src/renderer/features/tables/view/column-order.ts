import type { ColumnLayout } from './table-view-state.ts';

/** One column as a layout places it. */
export interface PlacedColumn {
  readonly name: string;
  readonly width: number;
  readonly pinned: 'left' | 'right' | null;
  readonly hidden: boolean;
}

/** The columns of a table from left to right as a layout has them: frozen ones first and last, as they stand on screen. */
export function placedColumns(
  layout: ColumnLayout,
  own: readonly { readonly name: string; readonly width: number }[],
): readonly PlacedColumn[] {
  const known = new Map(own.map((column) => [column.name, column]));
  const named = [...new Set(layout.sequence)].filter((name) => known.has(name));
  const rest = own.map(({ name }) => name).filter((name) => !named.includes(name));
  const sequence = [...named, ...rest];
  const place = (name: string, pinned: PlacedColumn['pinned']): PlacedColumn => ({
    name,
    width: layout.widths[name] ?? known.get(name)?.width ?? 120,
    pinned,
    hidden: layout.hidden.includes(name),
  });
  const left = layout.left.filter((name) => known.has(name));
  const right = layout.right.filter((name) => known.has(name) && !left.includes(name));
  const middle = sequence.filter((name) => !left.includes(name) && !right.includes(name));
  return [
    ...left.map((name) => place(name, 'left')),
    ...middle.map((name) => place(name, null)),
    ...right.map((name) => place(name, 'right')),
  ];
}

/** The layout that places columns so, told as what differs from the table's own: the inverse of {@link placedColumns}. */
export function layoutOf(
  placed: readonly PlacedColumn[],
  own: readonly { readonly name: string; readonly width: number }[],
  closed: readonly string[],
): ColumnLayout {
  const widths = new Map(own.map(({ name, width }) => [name, width]));
  const middle = placed.filter(({ pinned }) => pinned === null).map(({ name }) => name);
  const inMiddle = new Set(middle);
  const ownMiddle = own.map(({ name }) => name).filter((name) => inMiddle.has(name));
  const isOwnOrder = middle.every((name, index) => name === ownMiddle[index]);
  return {
    sequence: isOwnOrder ? [] : middle,
    widths: Object.fromEntries(
      placed.filter(({ name, width }) => widths.get(name) !== width).map(({ name, width }) => [name, width]),
    ),
    left: placed.filter(({ pinned }) => pinned === 'left').map(({ name }) => name),
    right: placed.filter(({ pinned }) => pinned === 'right').map(({ name }) => name),
    hidden: placed.filter(({ hidden }) => hidden).map(({ name }) => name),
    closed: [...closed],
  };
}

/** Moves a column one place among those that are frozen alike; the same layout where it is at the end already. */
export function movedColumn(
  layout: ColumnLayout,
  own: readonly { readonly name: string; readonly width: number }[],
  name: string,
  step: -1 | 1,
): ColumnLayout {
  const placed = [...placedColumns(layout, own)];
  const from = placed.findIndex((column) => column.name === name);
  const [column, other] = [placed[from], placed[from + step]];
  if (column === undefined || other === undefined || column.pinned !== other.pinned) return layout;
  placed[from] = other;
  placed[from + step] = column;
  return layoutOf(placed, own, layout.closed);
}
