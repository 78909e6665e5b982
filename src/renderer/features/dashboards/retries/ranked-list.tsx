import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useChartCard } from '../chart/chart-card-context.ts';
import figures from '../chart/figure-table.module.css';
import styles from './ranked-list.module.css';

/** A column of a ranked list. */
export interface RankedColumn<Item> {
  readonly id: string;
  readonly label: string;
  readonly isNumber?: boolean;
  /** Left out where there is little room. */
  readonly isMinor?: boolean;
  readonly cell: (item: Item) => ReactNode;
}

/** A list whose rows lead somewhere: by their first cell, or by a click anywhere on them. */
export function RankedList<Item>({
  items,
  label,
  name,
  openLabel,
  onOpen,
  columns,
}: {
  readonly items: readonly Item[];
  /** Heading of the first column. */
  readonly label: string;
  readonly name: (item: Item) => string;
  /** What a click does, in words. */
  readonly openLabel: (item: Item) => string;
  readonly onOpen: (item: Item) => void;
  readonly columns: readonly RankedColumn<Item>[];
}): ReactNode {
  const isLarge = useChartCard().height === null;
  return (
    <div className={styles['scroller']} data-large={isLarge}>
      <table className={`${figures['table'] ?? ''} ${styles['table'] ?? ''}`}>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-number={column.isNumber} data-minor={column.isMinor}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            // The button inside is what keyboards and screen readers use.
            <tr key={index} onClick={() => onOpen(item)}>
              <th scope="row">
                <UnstyledButton
                  fz="inherit"
                  className={styles['open'] ?? ''}
                  aria-label={openLabel(item)}
                  title={openLabel(item)}
                  onClick={(event) => {
                    event.stopPropagation();
                    onOpen(item);
                  }}
                >
                  {name(item)}
                </UnstyledButton>
              </th>
              {columns.map((column) => (
                <td key={column.id} data-number={column.isNumber} data-minor={column.isMinor}>
                  {column.cell(item)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A number with a bar as long as it is large. */
export function BarCell({
  value,
  most,
  text,
}: {
  readonly value: number;
  readonly most: number;
  readonly text: string;
}): ReactNode {
  return (
    <span className={styles['bar']}>
      <span style={{ inlineSize: `${(100 * value) / Math.max(1, most)}%` }} aria-hidden />
      {text}
    </span>
  );
}

/** A spot of colour before a name. */
export function Spot({ colour }: { readonly colour: string }): ReactNode {
  return <span className={styles['spot']} style={{ background: colour }} aria-hidden />;
}
