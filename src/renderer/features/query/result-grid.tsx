import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  LocaleModule,
  ModuleRegistry,
  TooltipModule,
  type ColDef,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useMemo, type ReactNode } from 'react';
import type { QueryAnswer } from '../../../shared/contract/calls.ts';
import { cellReader, type BlockCell } from '../../../shared/row-block-cells.ts';
import { gridLocale } from '../../components/grid/grid-locale.ts';
import { gridTheme } from '../../components/grid/grid-theme.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLanguage } from '../../i18n/use-words.ts';
import { isNamedByNumber, isNumberType } from './chart-choice.ts';

ModuleRegistry.registerModules([
  ClientSideRowModelModule,
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  LocaleModule,
  TooltipModule,
]);

interface ResultRow {
  readonly row: number;
}

/** Columns of an answer are sized by its first rows, once. */
const SIZED_BY = { type: 'fitCellContents', defaultMaxWidth: 360, defaultMinWidth: 70 } as const;

/** The answer of a query as a grid. Cells are read from the block as they come into sight: no row is copied. */
export function ResultGrid({ answer, label }: { readonly answer: QueryAnswer; readonly label: string }): ReactNode {
  const format = useFormat();
  const language = useLanguage();
  const rows = useMemo(() => Array.from({ length: answer.block.rows }, (_, row): ResultRow => ({ row })), [answer]);
  const columns = useMemo(
    () =>
      answer.columns.map(({ name, type }, index): ColDef<ResultRow, BlockCell> => {
        const column = answer.block.columns[index];
        const read = column === undefined ? () => null : cellReader(column);
        const isNumber = isNumberType(type);
        const isName = isNamedByNumber(name);
        const whole = isNumber && !/^(DOUBLE|FLOAT|DECIMAL)/.test(type);
        return {
          colId: String(index),
          headerName: name,
          headerTooltip: type,
          sortable: true,
          resizable: true,
          valueGetter: ({ data }) => (data === undefined ? null : read(data.row)),
          valueFormatter: ({ value }) => {
            if (value === null || value === undefined) return '–';
            return typeof value === 'number' && !isName ? format.number(value, whole ? 0 : 6) : String(value);
          },
          ...(isNumber ? { type: 'rightAligned' } : {}),
          cellClassRules: { 'vs-missing': ({ value }) => value === null || value === undefined },
        };
      }),
    [answer, format],
  );
  return (
    <div style={{ height: '100%' }} role="region" aria-label={label}>
      <AgGridReact<ResultRow>
        theme={gridTheme}
        localeText={gridLocale(language)}
        rowData={rows}
        columnDefs={columns}
        autoSizeStrategy={SIZED_BY}
        suppressMovableColumns={false}
        enableCellTextSelection
        ensureDomOrder
      />
    </div>
  );
}
