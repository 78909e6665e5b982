import { Collapse, NumberInput, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ImportPreview } from '../../../shared/contract/preview.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useReadingText } from '../ledger/use-reading-text.ts';
import { keptColumns } from './column-mapping.ts';
import { confirmStepWords } from './confirm-step-words.ts';
import { importWords } from './import-words.ts';
import { Panel } from '../../components/panel.tsx';
import { workspaceTitle } from '../../components/path-text.ts';
import type { ResolvedDestination } from './use-destination.ts';
import { useRowsText } from './use-rows-text.ts';
import classes from './import-summary.module.css';

/** What is about to be done, and how many rejects it may come to. */
export function ImportSummary({
  preview,
  resolved: { workspace, isExisting },
  maxRejects,
  onMaxRejects,
}: {
  readonly preview: ImportPreview;
  readonly resolved: ResolvedDestination;
  readonly maxRejects: number | null;
  readonly onMaxRejects: (maxRejects: number | null) => void;
}): ReactNode {
  const t = useWords(confirmStepWords);
  const ti = useWords(importWords);
  const format = useFormat();
  const rowsText = useRowsText();
  const readingText = useReadingText();
  const [isOpen, { toggle }] = useDisclosure(maxRejects !== null);
  const kept = keptColumns(preview.columns).length;
  const facts = [
    [t('summaryFile'), `${preview.fileName} · ${format.bytes(preview.bytes)}`],
    [t('summaryRows'), rowsText(preview)],
    [
      t('summaryTo'),
      workspace === null
        ? ti('noWorkspace')
        : `${workspaceTitle(workspace)} · ${t(isExisting ? 'summaryAdded' : 'summaryNew')} · ${workspace}`,
    ],
    [t('summaryReading'), readingText(preview)],
    [
      t('summaryColumns'),
      t('summaryColumnsText', {
        n: format.number(kept),
        all: format.number(kept + preview.missing.length),
        dropped: format.number(preview.columns.length - kept),
      }),
    ],
  ] as const;
  return (
    <Panel title={t('readyTitle')}>
      <dl className={classes['facts']}>
        {facts.map(([term, text]) => (
          <FactRow key={term} term={term} text={text} />
        ))}
      </dl>
      <div>
        <UnstyledButton onClick={toggle} aria-expanded={isOpen} c="dimmed" fz={12.5} mih={26}>
          {isOpen ? (
            <IconChevronDown size={13} aria-hidden style={{ verticalAlign: -2 }} />
          ) : (
            <IconChevronRight size={13} aria-hidden style={{ verticalAlign: -2 }} />
          )}{' '}
          {t('advanced')}
        </UnstyledButton>
        <Collapse expanded={isOpen} keepMounted={false}>
          <Stack gap={4} pt={4}>
            <NumberInput
              size="xs"
              w={420}
              maw="100%"
              label={t('maxRejects')}
              placeholder={t('maxRejectsAny')}
              min={0}
              allowDecimal={false}
              allowNegative={false}
              value={maxRejects ?? ''}
              onChange={(value) => onMaxRejects(typeof value === 'number' ? value : null)}
            />
            <Text size="xs" c="dimmed">
              {t('maxRejectsHint')}
            </Text>
          </Stack>
        </Collapse>
      </div>
    </Panel>
  );
}

function FactRow({ term, text }: { readonly term: string; readonly text: string }): ReactNode {
  return (
    <>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </>
  );
}
