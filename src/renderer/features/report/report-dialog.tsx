import { Modal, Stack, Text } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { assertNever } from '../../../shared/assert-never.ts';
import type { CallRequest } from '../../../shared/contract/calls.ts';
import { useClient } from '../../client/client-context.ts';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { ReportDone, ReportProgress } from './report-outcome.tsx';
import { ReportForm } from './report-form.tsx';
import { reportWords } from './report-words.ts';
import { REPORT_BEGUN, reportProgress, type ReportWriting } from './report-writing.ts';

/** Asks what report is wanted, writes it and offers to open it. */
export function ReportDialog({
  workspace,
  onClose,
}: {
  readonly workspace: string;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(reportWords);
  const client = useClient();
  const [writing, setWriting] = useState<ReportWriting>({ kind: 'choosing' });
  const cancel = useRef<AbortController | null>(null);
  const write = async (request: CallRequest<'report.write'>, openAfterwards: boolean): Promise<void> => {
    const controller = new AbortController();
    cancel.current = controller;
    const stop = (): void => controller.abort();
    setWriting({ kind: 'writing', progress: REPORT_BEGUN, cancel: stop });
    const result = await client.invoke('report.write', request, {
      signal: controller.signal,
      onProgress: ({ stage, rows, totalRows }) =>
        setWriting({ kind: 'writing', progress: reportProgress(stage, rows, totalRows), cancel: stop }),
    });
    if (!result.ok) {
      const isCancelled = result.error.code === 'CANCELLED';
      setWriting(isCancelled ? { kind: 'choosing' } : { kind: 'failed', error: result.error });
      return;
    }
    setWriting({ kind: 'done', outcome: result.value });
    if (openAfterwards) void client.invoke('host.openFile', { path: result.value.file });
  };
  const close = (): void => {
    cancel.current?.abort();
    onClose();
  };
  return (
    <Modal opened onClose={close} title={t('title')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('intro')}
        </Text>
        {writing.kind === 'failed' && <FailurePanel error={writing.error} />}
        {content()}
      </Stack>
    </Modal>
  );

  function content(): ReactNode {
    switch (writing.kind) {
      case 'choosing':
      case 'failed':
        return <ReportForm workspace={workspace} onWrite={(request, open) => void write(request, open)} />;
      case 'writing':
        return <ReportProgress progress={writing.progress} onCancel={writing.cancel} />;
      case 'done':
        return (
          <ReportDone outcome={writing.outcome} onAgain={() => setWriting({ kind: 'choosing' })} onClose={close} />
        );
      default:
        return assertNever(writing);
    }
  }
}
