import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { FileChooser } from './file-chooser.tsx';
import classes from './file-dialog.module.css';
import { fileDialogWords } from './file-dialog-words.ts';
import { useOpenPick } from './use-pick.ts';

/** Shows the question of `usePick` where the host has no dialogs of its own. Once per window. */
export function FileDialog(): ReactNode {
  const t = useWords(fileDialogWords);
  const open = useOpenPick((state) => state.open);
  const isSmall = useMediaQuery('(max-width: 720px), (max-height: 520px)');
  return (
    <Modal
      opened={open !== null}
      onClose={() => open?.settle(null)}
      title={open?.options.title ?? ''}
      size={860}
      fullScreen={isSmall}
      padding="md"
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ content: classes['modal'] ?? '', body: classes['modal-body'] ?? '' }}
    >
      {open !== null && <FileChooser options={open.options} onDone={open.settle} />}
    </Modal>
  );
}
