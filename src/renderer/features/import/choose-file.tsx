import { Button, Text, Title } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../route/use-route.ts';
import { ImportFrame } from './import-frame.tsx';
import { ImportStepper } from './import-stepper.tsx';
import { fileStepWords } from './file-step-words.ts';
import { useChooseFile } from './use-choose-file.ts';
import classes from './choose-file.module.css';

/** The import page before there is a file. Files that are dropped on the window are taken by the window as a whole. */
export function ChooseFile({ workspace }: { readonly workspace: string | null }): ReactNode {
  const t = useWords(fileStepWords);
  const choose = useChooseFile(workspace);
  return (
    <ImportFrame steps={<ImportStepper current="file" />}>
      <div className={classes['zone']}>
        <IconFileImport size={40} stroke={1.3} className={classes['icon']} aria-hidden />
        <Title order={2} size="h4">
          {t('chooseTitle')}
        </Title>
        <Text c="dimmed" maw={460} size="sm">
          {t('chooseText')}
        </Text>
        <Button onClick={choose}>{t('choose')}</Button>
        <Button variant="subtle" size="xs" onClick={() => goTo({ kind: 'home' })}>
          {t('chooseSample')}
        </Button>
      </div>
    </ImportFrame>
  );
}
