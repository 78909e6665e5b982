import {
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  HighlightChangesModule,
  InfiniteRowModelModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  TooltipModule,
  type Module,
} from 'ag-grid-community';

/** The parts of the grid component that the tables use; each one more makes the window larger. */
export const gridModules: Module[] = [
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  HighlightChangesModule,
  InfiniteRowModelModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  TooltipModule,
];
