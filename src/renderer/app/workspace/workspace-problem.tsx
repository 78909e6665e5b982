import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import {
  IconClockPause,
  IconDatabaseX,
  IconFolderQuestion,
  IconLock,
  IconVersions,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AppError } from '../../../shared/result.ts';
import type { ErrorCode } from '../../../shared/error-codes.ts';
import { useClient } from '../../client/client-context.ts';
import { runCommand } from '../../commands/command-registry.ts';
import { componentWords } from '../../components/component-words.ts';
import { useShowInFolder } from '../../components/use-show-in-folder.ts';
import { errorText } from '../../i18n/error-words.ts';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { HOME } from '../../route/route.ts';
import { goTo } from '../../route/use-route.ts';
import { appWords } from '../app-words.ts';
import type { AppWord } from '../sidebar/navigation.ts';
import classes from './workspace-problem.module.css';

interface Problem {
  readonly title: AppWord;
  readonly icon: Icon;
}

const PROBLEMS: Partial<Readonly<Record<ErrorCode, Problem>>> = {
  WORKSPACE_NOT_FOUND: { title: 'problemNotFound', icon: IconFolderQuestion },
  WORKSPACE_LOCKED: { title: 'problemLocked', icon: IconClockPause },
  WORKSPACE_TOO_NEW: { title: 'problemTooNew', icon: IconVersions },
  WORKSPACE_DAMAGED: { title: 'problemDamaged', icon: IconDatabaseX },
  WORKSPACE_NOT_WRITABLE: { title: 'problemNotWritable', icon: IconLock },
};
const OTHER: Problem = { title: 'problemOther', icon: IconDatabaseX };

/** Why a workspace cannot be opened, what can be done about it, and the way back. */
export function WorkspaceProblem({
  workspace,
  error,
  onRetry,
}: {
  readonly workspace: string;
  readonly error: AppError;
  readonly onRetry: () => void;
}): ReactNode {
  const t = useWords(appWords);
  const words = useWords(componentWords);
  const client = useClient();
  const show = useShowInFolder();
  const { title, icon: ProblemIcon } = PROBLEMS[error.code] ?? OTHER;
  const text = errorText(error, useLanguage());
  const isGone = error.code === 'WORKSPACE_NOT_FOUND';
  const forget = (): void => {
    void client.invoke('recent.forget', { folder: workspace }).then(() => goTo(HOME));
  };
  return (
    <main className={classes['page']}>
      <Stack gap="sm" className={classes['body'] ?? ''} role="alert">
        <ProblemIcon size={40} stroke={1.2} aria-hidden className={classes['icon']} />
        <Title order={1}>{t(title)}</Title>
        <Text className={classes['path'] ?? ''}>{workspace}</Text>
        <Text>{text.hint}</Text>
        {error.code === 'WORKSPACE_LOCKED' && <Text c="dimmed">{t('lockedWait')}</Text>}
        <Text size="xs" c="dimmed" className={classes['detail'] ?? ''}>
          <span lang={text.detail === null ? undefined : 'en'}>{text.detail ?? text.title}</span>{' '}
          <span className={classes['code']}>{error.code}</span>
        </Text>
        <Group gap="xs" mt="xs">
          <Button onClick={onRetry}>{words('retry')}</Button>
          <Button variant="default" onClick={() => runCommand('open-workspace')}>
            {t('openAnother')}
          </Button>
          {isGone ? (
            <Button variant="default" onClick={forget}>
              {t('forget')}
            </Button>
          ) : (
            <Button variant="default" onClick={() => show(workspace)}>
              {t('showFolder')}
            </Button>
          )}
        </Group>
        <Anchor href="#/">{t('backHome')}</Anchor>
      </Stack>
    </main>
  );
}
