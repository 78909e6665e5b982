import { ScrollArea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../../../i18n/use-format.ts';
import { chartCellText, chartColumnLabel, type ChartColumn, type ChartTable } from './chart-table.ts';
import styles from './chart-card.module.css';

/** The data of a chart as a table to read and to mark with the pointer. */
export function TableView({
  table: { columns, rows },
  label,
  height,
}: {
  readonly table: ChartTable;
  readonly label: string;
  readonly height: number | null;
}): ReactNode {
  const format = useFormat();
  const side = (column: ChartColumn, at: number): 'left' | 'right' =>
    column.align ?? (rows.some((row) => typeof row[at] === 'number') ? 'right' : 'left');
  return (
    <ScrollArea
      className={styles['tableView'] ?? ''}
      h={height ?? '100%'}
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': label }}
    >
      <table>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={column.name} scope="col" data-align={side(column, at)}>
                {chartColumnLabel(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map((column, at) => {
                const text = chartCellText(row[at] ?? null, column, format);
                return at === 0 ? (
                  <th key={column.name} scope="row" data-align={side(column, at)}>
                    {text}
                  </th>
                ) : (
                  <td key={column.name} data-align={side(column, at)}>
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
