import { gridTheme } from '../../components/grid/grid-theme.ts';

/** Heights in CSS pixels of what the grid draws. */
export const ROW_HEIGHT = 28;
export const GROUP_HEIGHT = 24;
export const HEAD_HEIGHT = { plain: 58, histogram: 84 } as const;

/** The window's grid with heads of several lines and lines between columns. */
export const tableTheme = gridTheme.withParams({
  rowHeight: ROW_HEIGHT,
  headerColumnBorder: { color: 'var(--vs-border)' },
  headerColumnResizeHandleColor: 'transparent',
  cellHorizontalPadding: 8,
  focusShadow: 'none',
});
