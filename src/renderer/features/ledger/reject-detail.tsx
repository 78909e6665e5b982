import { Alert, Button, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconArrowsDiff } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import type { StoredReject } from '../../../shared/contract/ledger.ts';
import { useCall } from '../../client/use-call.ts';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../route/use-route.ts';
import { RejectForm } from './reject-form.tsx';
import { RejectRawText } from './reject-raw-text.tsx';
import { reasonAdvice, reasonText, reasonWords } from './reject-words.ts';
import { rejectsWords } from './rejects-words.ts';
import classes from './reject-detail.module.css';

/** One reject: what is wrong, the row as it stood, and its cells to be corrected. */
export function RejectDetail({
  workspace,
  id,
  delimiterOf,
  onDone,
}: {
  readonly workspace: string;
  readonly id: number;
  /** The delimiter of an import's file. */
  readonly delimiterOf: (run: number) => string;
  /** It is no reject any more. */
  readonly onDone: () => void;
}): ReactNode {
  const t = useWords(rejectsWords);
  const tr = useWords(reasonWords);
  const ta = useWords(reasonAdvice);
  const format = useFormat();
  const { data: answer, error, refetch } = useCall('reject.cells', { workspace, id }, { keepPrevious: true });
  const obstacle = useObstacle(answer?.reject);
  if (error !== null)
    return error.error.code === 'ROW_NOT_FOUND' ? (
      <Text c="dimmed">{t('gone')}</Text>
    ) : (
      <FailurePanel error={error.error} onRetry={() => void refetch()} />
    );
  if (answer === undefined) return null;
  const { reject, cells } = answer;
  return (
    <div className={classes['detail']} data-older={reject.id !== id} inert={reject.id !== id}>
      <div>
        <Title order={2} size="h5">
          {reasonText(reject.reason, tr)}
        </Title>
        <Text size="xs" c="dimmed">
          {t('place', { file: reject.fileName, line: format.number(reject.line) })}
          {reject.column !== null && ` · ${reject.column}`}
        </Text>
      </div>
      {answer.obstacle === null && <Text size="sm">{ta(reject.reason)}</Text>}
      {reject.other !== null && <Conflict workspace={workspace} other={reject.other} row={answer.otherRow} />}
      <RejectRawText answer={answer} delimiter={delimiterOf(reject.run)} />
      {answer.obstacle === null ? (
        <RejectForm key={reject.id} workspace={workspace} reject={reject} cells={cells} onDone={onDone} />
      ) : (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          <Text size="sm">{obstacle}</Text>
        </Alert>
      )}
    </div>
  );
}

/** Why a row cannot be mended cell by cell, in the window's language. */
function useObstacle(reject: StoredReject | undefined): string {
  const t = useWords(rejectsWords);
  return useMemo(() => {
    if (reject === undefined) return '';
    if (reject.rawText === null) return t('notKept');
    if (reject.reason === 'too-few-columns') return t('notCutFewer');
    if (reject.reason === 'too-many-columns') return t('notCutMore');
    return t('notCutQuotes');
  }, [reject, t]);
}

function Conflict({
  workspace,
  other,
  row,
}: {
  readonly workspace: string;
  readonly other: NonNullable<StoredReject['other']>;
  /** Its number in the tables, where it is known. */
  readonly row: number | null;
}): ReactNode {
  const t = useWords(rejectsWords);
  const format = useFormat();
  return (
    <Alert color="accent" variant="light" icon={<IconArrowsDiff aria-hidden />}>
      <Text size="sm">
        {t('conflictWith', { line: format.number(other.line), file: other.fileName, run: other.run })}{' '}
        {t('conflictHow')}
      </Text>
      {row !== null && (
        <Button
          mt="xs"
          variant="default"
          onClick={() => goTo({ kind: 'table', workspace, table: 'staging', view: null, row })}
        >
          {t('showOther')}
        </Button>
      )}
    </Alert>
  );
}
