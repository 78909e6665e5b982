import { Button, Group, Text } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { reasonWords } from '../ledger/reject-words.ts';
import { fileStepWords } from './file-step-words.ts';
import { problemId, type PreviewProblem } from './preview-problems.ts';

/** More problems than this are counted, not listed. */
const LISTED = 4;

/** How many of the first rows would be rejected, with a way to the first of them. */
export function PreviewSummary({
  rows,
  problems,
}: {
  readonly rows: number;
  readonly problems: readonly PreviewProblem[];
}): ReactNode {
  const t = useWords(fileStepWords);
  const tr = useWords(reasonWords);
  const format = useFormat();
  if (rows === 0) return <Text size="xs">{t('previewNoRows')}</Text>;
  if (problems.length === 0)
    return (
      <Group gap={6} wrap="nowrap" c="var(--vs-ok)">
        <IconCircleCheck size={15} aria-hidden style={{ flexShrink: 0 }} />
        <Text size="xs">{t('previewFine', { count: rows, n: format.number(rows) })}</Text>
      </Group>
    );
  const lines = new Set(problems.map(({ line }) => line)).size;
  return (
    <Group gap="xs">
      <Group gap={6} wrap="nowrap" c="var(--vs-error)">
        <IconAlertCircle size={15} aria-hidden style={{ flexShrink: 0 }} />
        <Text size="xs" fw={600}>
          {t('previewProblems', { count: lines, n: format.number(lines), all: format.number(rows) })}
        </Text>
      </Group>
      {problems.slice(0, LISTED).map((problem) => (
        <Button
          key={problemId(problem)}
          size="compact-xs"
          variant="default"
          fw={400}
          mih={24}
          title={t('showProblem')}
          onClick={() => showProblem(problem)}
        >
          {problem.column === null
            ? t('problemLine', { line: format.number(problem.line) })
            : t('problemAt', { line: format.number(problem.line), column: problem.column })}
          : {tr(problem.reason)}
        </Button>
      ))}
      {problems.length > LISTED && (
        <Text size="xs" c="dimmed">
          {t('problemMore', { n: format.number(problems.length - LISTED) })}
        </Text>
      )}
    </Group>
  );
}

function showProblem(problem: PreviewProblem): void {
  const cell = document.querySelector<HTMLElement>(`#${CSS.escape(problemId(problem))}`);
  cell?.scrollIntoView({ block: 'center', inline: 'center' });
  cell?.focus({ preventScroll: true });
}
