import { Button, CloseButton, Group, Text, Title, Tooltip } from '@mantine/core';
import { IconBook2, IconFileExport, IconTable, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { runCommand } from '../../commands/command-registry.ts';
import { isMac } from '../../commands/is-mac.ts';
import { shortcutKeys } from '../../commands/shortcut-keys.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import classes from './tour.module.css';
import { tourWords } from './tour-words.ts';

/** Rows of the preset `january-2025`. */
const SAMPLE_ROWS = 14_654;

/** What the product does and where to begin, on one screen. */
export function Tour({
  isBusy,
  onDismiss,
}: {
  /** The sample is being made. */
  readonly isBusy: boolean;
  readonly onDismiss: () => void;
}): ReactNode {
  const t = useWords(tourWords);
  const format = useFormat();
  const keys = (shortcut: string): string => shortcutKeys(shortcut, isMac()).join('+');
  return (
    <section className={classes['tour']} aria-labelledby="tour-title">
      <header className={classes['head']}>
        <Title order={2} id="tour-title" className={classes['title'] ?? ''}>
          {t('title')}
        </Title>
        <Tooltip label={t('dismiss')}>
          <CloseButton aria-label={t('dismiss')} onClick={onDismiss} />
        </Tooltip>
      </header>
      <Text className={classes['lead'] ?? ''}>{t('lead')}</Text>
      <div className={classes['columns']}>
        <ol className={classes['steps']}>
          <Step icon={IconBook2} title={t('firstTitle')} text={t('first')} />
          <Step icon={IconTable} title={t('secondTitle')} text={t('second')} />
          <Step icon={IconFileExport} title={t('thirdTitle')} text={t('third')} />
        </ol>
        <div className={classes['questions']}>
          <Title order={3}>{t('questions')}</Title>
          <ul>
            <li>{t('question1')}</li>
            <li>{t('question2')}</li>
            <li>{t('question3')}</li>
            <li>{t('question4')}</li>
          </ul>
        </div>
      </div>
      <Group gap="sm">
        <Button disabled={isBusy} onClick={() => runCommand('try-sample')} aria-describedby="tour-sample">
          {t('sample')}
        </Button>
        <Button variant="default" onClick={() => runCommand('import-file')}>
          {t('import')}
        </Button>
        <Button variant="default" onClick={() => runCommand('open-workspace')}>
          {t('open')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        <span id="tour-sample">{t('sampleNote', { rows: format.number(SAMPLE_ROWS) })}</span>{' '}
        {t('keys', { palette: keys('mod+K'), sheet: '?' })}
      </Text>
    </section>
  );
}

function Step({
  icon: StepIcon,
  title,
  text,
}: {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
}): ReactNode {
  return (
    <li className={classes['step']}>
      <StepIcon size={20} stroke={1.5} aria-hidden className={classes['icon']} />
      <div>
        <Title order={3}>{title}</Title>
        <Text c="dimmed">{text}</Text>
      </div>
    </li>
  );
}
