import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { ColumnPicker } from '../../../components/column-picker.tsx';
import { componentWords } from '../../../components/component-words.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { useTable } from '../table-context.ts';
import { tableWords } from '../table-words.ts';

/** Finds a column by name or meaning and goes there; a hidden one is shown. */
export function FindColumn({
  isOpen,
  onClose,
  onPick,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onPick: (column: string) => void;
}): ReactNode {
  const t = useWords(tableWords);
  const words = useWords(componentWords);
  const { table, view } = useTable();
  const { hidden } = view.state.columns;
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('findColumn')}
      size={520}
      returnFocus={false}
      yOffset="8vh"
      closeButtonProps={{ 'aria-label': words('close') }}
    >
      <ColumnPicker
        columns={table.columns}
        label={t('findColumnHint')}
        nothing={t('noColumn')}
        mark={({ name }) => (hidden.includes(name) ? t('hidden') : null)}
        onPick={({ name }) => {
          onClose();
          onPick(name);
        }}
      />
    </Modal>
  );
}
