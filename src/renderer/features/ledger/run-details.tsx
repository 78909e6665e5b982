import type { ReactNode } from 'react';
import type { WorkspaceInfo } from '../../../shared/contract/calls.ts';
import { Panel } from '../../components/panel.tsx';
import { PanelPair } from '../../components/panel-pair.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { FindingList, type ListedFinding } from './finding-list.tsx';
import { LedgerEquation } from './ledger-equation.tsx';
import { ledgerWords } from './ledger-words.ts';
import { RejectsPanel } from './rejects-panel.tsx';
import { RunFacts } from './run-facts.tsx';

/** One import: its books, its rejects by reason, what is worth knowing of it, how it was read. */
export function RunDetails({
  workspace,
  run,
  findings,
}: {
  readonly workspace: string;
  readonly run: WorkspaceInfo['runs'][number];
  readonly findings: readonly ListedFinding[];
}): ReactNode {
  const t = useWords(ledgerWords);
  return (
    <>
      <Panel title={run.fileName}>
        <LedgerEquation ledger={run.ledger} />
      </Panel>
      <PanelPair>
        <RejectsPanel workspace={workspace} run={run.id} reasons={run.rejectsByReason} />
        <Panel title={t('details')}>
          <RunFacts run={run} />
        </Panel>
      </PanelPair>
      <Panel title={t('findings')}>
        <FindingList findings={findings} />
      </Panel>
    </>
  );
}
