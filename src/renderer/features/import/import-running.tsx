import { Button, Group, Loader, Progress, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { IMPORT_STAGES } from '../../../shared/contract/import-progress.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { stageWords } from '../ledger/stage-words.ts';
import { ImportFrame } from './import-frame.tsx';
import { ImportStepper } from './import-stepper.tsx';
import { cancelImport, type ImportRun } from './import-store.ts';
import { importRunningWords } from './import-running-words.ts';
import { remainingMilliseconds } from './pace.ts';
import { baseName, workspaceTitle } from '../../components/path-text.ts';
import { usePerformanceNow } from './use-performance-now.ts';
import classes from './import-running.module.css';

type Running = ImportRun & { readonly kind: 'running' };
const DONE = ['file', 'columns'] as const;

/** An import under way: its stages, how fast it goes, and how to stop it. */
export function ImportRunning({ run }: { readonly run: Running }): ReactNode {
  const t = useWords(importRunningWords);
  const ts = useWords(stageWords);
  const format = useFormat();
  const { request, pace, progress, doing } = run;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const percent = Math.floor(pace.share * 100);
  const stage = progress?.latest.stage ?? 'survey';
  // Told every ten percent: a voice that never stops is no help.
  const told = t('announce', { stage: ts(stage), percent: format.percent(Math.floor(percent / 10) / 10, 0) });
  return (
    <ImportFrame
      steps={<ImportStepper current="import" done={DONE} />}
      foot={
        <>
          <Text size="xs" c="dimmed" flex={1} miw={160}>
            {t('elsewhere')}
          </Text>
          <Button
            size="sm"
            variant="default"
            loading={doing === 'cancelling'}
            disabled={doing === 'asking'}
            onClick={cancelImport}
          >
            {t('cancel')}
          </Button>
        </>
      }
    >
      <div className={classes['running']}>
        <div>
          <Title order={2} size="h4" ref={heading} tabIndex={-1} className={classes['title']}>
            {t('runningTitle', { file: baseName(request.file) })}
          </Title>
          <Text size="sm" c="dimmed">
            {t('runningInto', { workspace: workspaceTitle(request.workspace) })}
          </Text>
        </div>
        <div>
          <Group justify="space-between" mb={4}>
            <Text size="sm">{doing === 'importing' ? ts(stage) : t(doing)}</Text>
            <Text size="sm" fw={600}>
              {format.percent(percent / 100, 0)}
            </Text>
          </Group>
          <Progress.Root size="lg" radius="sm">
            <Progress.Section value={percent} aria-label={t('overall')} />
          </Progress.Root>
          <VisuallyHidden aria-live="polite">{doing === 'importing' ? told : t(doing)}</VisuallyHidden>
        </div>
        <Figures run={run} />
        <Stages run={run} />
      </div>
    </ImportFrame>
  );
}

function Figures({ run: { pace, progress } }: { readonly run: Running }): ReactNode {
  const t = useWords(importRunningWords);
  const format = useFormat();
  const now = usePerformanceNow(250);
  const left = remainingMilliseconds(pace, now);
  const latest = progress?.latest;
  const wholeSeconds = (milliseconds: number): string =>
    milliseconds < 1000 ? `${format.number(0)} s` : format.duration(Math.floor(milliseconds / 1000) * 1000);
  const since = progress?.readingSince ?? null;
  const seconds = since === null ? 0 : (now - since) / 1000;
  const rate = latest === undefined || latest.rows === 0 || seconds < 0.5 ? null : latest.rows / seconds;
  const figures = [
    {
      label: t('rows'),
      value: latest === undefined || latest.rows === 0 ? '–' : format.number(latest.rows),
      of: latest?.totalRows == null ? null : t('rowsOf', { n: format.number(latest.totalRows) }),
    },
    {
      label: t('rate'),
      value: rate === null ? '–' : t('rateValue', { n: format.number(Number(rate.toPrecision(2))) }),
    },
    {
      label: t('bytes'),
      value: latest === undefined ? '–' : format.bytes(latest.bytes),
      of: latest?.totalBytes == null ? null : t('rowsOf', { n: format.bytes(latest.totalBytes) }),
    },
    { label: t('elapsed'), value: wholeSeconds(now - pace.startedAt) },
    { label: t('remaining'), value: left === null ? t('remainingUnknown') : format.duration(left) },
  ];
  return (
    <dl className={classes['figures']}>
      {figures.map(({ label, value, of = null }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value} {of !== null && <small>{of}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Stages({ run: { progress } }: { readonly run: Running }): ReactNode {
  const t = useWords(importRunningWords);
  const ts = useWords(stageWords);
  const active = IMPORT_STAGES.indexOf(progress?.latest.stage ?? 'survey');
  return (
    <ol className={classes['stages']} aria-label={t('stages')}>
      {IMPORT_STAGES.map((stage, index) => {
        const state = index < active ? 'done' : index === active ? 'active' : 'pending';
        return (
          <li key={stage} data-state={state} aria-current={state === 'active' ? 'step' : undefined}>
            {state === 'active' ? (
              <Loader size={14} aria-hidden />
            ) : state === 'done' ? (
              <IconCircleCheck size={16} aria-hidden />
            ) : (
              <IconCircle size={16} stroke={1.2} aria-hidden />
            )}
            <span>
              {ts(stage)}
              <VisuallyHidden>
                {' '}
                ({t(state === 'done' ? 'stageDone' : state === 'active' ? 'stageActive' : 'stagePending')})
              </VisuallyHidden>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
