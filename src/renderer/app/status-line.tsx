import { CloseButton, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCall } from '../client/use-call.ts';
import { useConnection } from '../client/connection.ts';
import { useNow } from '../components/use-now.ts';
import { ImportChip } from '../features/import/import-chip.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useWords } from '../i18n/use-words.ts';
import { workspaceOf, type Route } from '../route/route.ts';
import { appWords } from './app-words.ts';
import classes from './status-line.module.css';
import { useOpenPreparation } from './workspace/open-workspace.ts';

/** The line at the foot of the window: the workspace in a few words, what is under way, the engine, the version. */
export function StatusLine({ route }: { readonly route: Route }): ReactNode {
  const t = useWords(appWords);
  const workspace = workspaceOf(route);
  const { data: host } = useCall('host.describe', {});
  return (
    <footer className={classes['line']} aria-label={t('status')}>
      {workspace !== null && <WorkspaceStatus workspace={workspace} />}
      <span className={classes['gap']} />
      <ImportChip />
      <PreparationStatus />
      <EngineStatus />
      {host !== undefined && <span className={classes['version']}>Veriscope {host.productVersion}</span>}
    </footer>
  );
}

function WorkspaceStatus({ workspace }: { readonly workspace: string }): ReactNode {
  const t = useWords(appWords);
  const format = useFormat();
  const now = useNow();
  const { data: info } = useCall('workspace.info', { workspace });
  if (info === undefined) return null;
  const { staging } = info.tables;
  const last = info.runs.at(-1);
  return (
    <>
      <span>{staging === 0 ? t('emptyWorkspace') : t('rows', { count: staging, n: format.number(staging) })}</span>
      {last !== undefined && (
        <span className={classes['import']} title={`${last.fileName} · ${format.dateTime(last.importedAt)}`}>
          {t('lastImport', { ago: format.ago(last.importedAt, now) })}
        </span>
      )}
    </>
  );
}

function PreparationStatus(): ReactNode {
  const t = useWords(appWords);
  const format = useFormat();
  const control = useOpenPreparation((state) => state.control);
  if (control?.preparation.kind !== 'running') return null;
  const { share } = control.preparation;
  return (
    <span className={classes['preparing']}>
      {share === null ? t('preparing') : t('preparingShare', { share: format.percent(share, 0) })}
      <Progress
        className={classes['bar'] ?? ''}
        value={share === null ? 100 : share * 100}
        animated={share === null}
        aria-label={t('preparing')}
        size="sm"
      />
      <CloseButton size={20} iconSize={14} aria-label={t('cancelPreparing')} onClick={control.stop} />
    </span>
  );
}

function EngineStatus(): ReactNode {
  const t = useWords(appWords);
  const { engine, isLost } = useConnection();
  const state = isLost ? 'lost' : (engine ?? 'restarting');
  const label = t(
    state === 'lost'
      ? 'connectionLost'
      : state === 'ready'
        ? 'engineReady'
        : state === 'failed'
          ? 'engineFailed'
          : 'engineRestarting',
  );
  return (
    <span className={classes['engine']} data-state={state} role="status">
      <span className={classes['dot']} aria-hidden />
      {label}
    </span>
  );
}
