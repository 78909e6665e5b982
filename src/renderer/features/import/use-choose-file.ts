import { useCallback } from 'react';
import { usePick } from '../../components/file-dialog/use-pick.ts';
import { useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../route/use-route.ts';
import { fileStepWords } from './file-step-words.ts';
import { folderOf } from '../../components/path-text.ts';

/** Asks for the file to import and goes to its page. */
export function useChooseFile(workspace: string | null, present: string | null = null): () => void {
  const pick = usePick();
  const t = useWords(fileStepWords);
  return useCallback(() => {
    const ask = async (): Promise<void> => {
      const file = await pick({
        purpose: 'open-file',
        title: t('chooseDialog'),
        suggested: present === null ? null : folderOf(present),
        filters: [
          { name: t('filterCsv'), extensions: ['csv', 'csv.gz', 'tsv', 'txt', 'gz'] },
          { name: t('filterAll'), extensions: ['*'] },
        ],
      });
      if (file !== null) goTo({ kind: 'import', file, workspace });
    };
    void ask();
  }, [pick, t, workspace, present]);
}
