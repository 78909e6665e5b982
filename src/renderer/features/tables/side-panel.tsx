import { useElementSize, useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { useKeptState } from '../../state/use-kept-state.ts';
import { ColumnPanel } from './columns/column-panel.tsx';
import { RowDetail } from './detail/row-detail.tsx';
import { ResizeHandle } from './resize-handle.tsx';
import { tableWords } from './table-words.ts';
import styles from './table-page.module.css';

export type SidePanelKind = { readonly kind: 'columns' } | { readonly kind: 'row'; readonly id: number };

/** Widths in CSS pixels. */
const FIRST_WIDTH = { columns: 330, row: 440 } as const;
const LEAST = 280;
const LEAST_FOR_GRID = 240;
const parseWidth = (json: unknown): number | null => (typeof json === 'number' && json >= LEAST ? json : null);

/** The grid, and beside it one panel that can be made wider; over it where there is no room. */
export function SidePanel({
  side,
  onOpenRow,
  onStep,
  onCloseRow,
  onCloseColumns,
  onGoToColumn,
  children,
}: {
  readonly side: SidePanelKind | null;
  readonly onOpenRow: (id: number) => void;
  readonly onStep: (by: -1 | 1) => void;
  readonly onCloseRow: () => void;
  readonly onCloseColumns: () => void;
  readonly onGoToColumn: (column: string) => void;
  readonly children: ReactNode;
}): ReactNode {
  const t = useWords(tableWords);
  const isNarrow = useMediaQuery('(max-width: 860px)', false, { getInitialValueInEffect: false }) === true;
  const { ref, width: room } = useElementSize<HTMLDivElement>();
  const [columnsWidth, setColumnsWidth] = useKeptState<number>('width panel columns', FIRST_WIDTH.columns, parseWidth);
  const [rowWidth, setRowWidth] = useKeptState<number>('width panel row', FIRST_WIDTH.row, parseWidth);
  const most = Math.max(LEAST, room - LEAST_FOR_GRID);
  const [wanted, setWidth] = side?.kind === 'columns' ? [columnsWidth, setColumnsWidth] : [rowWidth, setRowWidth];
  const width = Math.min(most, Math.max(LEAST, wanted));
  const panel =
    side === null ? null : side.kind === 'columns' ? (
      <ColumnPanel onGoTo={onGoToColumn} onClose={onCloseColumns} />
    ) : (
      <RowDetail id={side.id} onOpen={onOpenRow} onStep={onStep} onClose={onCloseRow} />
    );
  return (
    <div ref={ref} className={styles['content']}>
      <div className={styles['pane']}>{children}</div>
      {panel !== null && !isNarrow && (
        <ResizeHandle label={t('panelWidth')} width={width} least={LEAST} most={most} onChange={setWidth} />
      )}
      {panel !== null && (
        <div className={styles[isNarrow ? 'overlay' : 'side']} style={isNarrow ? undefined : { inlineSize: width }}>
          {panel}
        </div>
      )}
    </div>
  );
}
