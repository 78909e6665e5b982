import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { RejectReason } from '../../../shared/contract/ledger.ts';
import { Panel } from '../../components/panel.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../route/use-route.ts';
import { ledgerWords } from './ledger-words.ts';
import { RejectBars } from './reject-bars.tsx';
import { rejectsRoute } from './rejects-route.ts';
import { useRejectsExport } from './use-rejects-export.tsx';

/** Rejects of a workspace (`run` null) or of one import by reason, with the ways to see and to export them. */
export function RejectsPanel({
  workspace,
  run,
  reasons,
  isNext = false,
}: {
  readonly workspace: string;
  readonly run: number | null;
  readonly reasons: Parameters<typeof RejectBars>[0]['reasons'];
  /** To see them is what a person most likely wants to do now. */
  readonly isNext?: boolean;
}): ReactNode {
  const t = useWords(ledgerWords);
  const exportRejects = useRejectsExport(workspace, { run, reason: null, column: null });
  const hasRejects = reasons.length > 0;
  return (
    <Panel
      title={t('rejectsByReason')}
      actions={
        hasRejects && (
          <Group gap="xs">
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconDownload size={14} aria-hidden />}
              onClick={exportRejects}
            >
              {t('exportRejects')}
            </Button>
            <Button
              size="compact-sm"
              variant={isNext ? 'filled' : 'default'}
              onClick={() => goTo(rejectsRoute(workspace, { run }))}
            >
              {t('seeRejects')}
            </Button>
          </Group>
        )
      }
    >
      {hasRejects ? (
        <RejectBars
          reasons={reasons}
          onReason={(reason) =>
            goTo(rejectsRoute(workspace, { run, reason: RejectReason.safeParse(reason).data ?? null }))
          }
        />
      ) : (
        <Text size="sm" c="dimmed">
          {t('noRejects')}
        </Text>
      )}
    </Panel>
  );
}
