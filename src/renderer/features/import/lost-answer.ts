import type { WorkspaceInfo } from '../../../shared/contract/calls.ts';
import type { ImportOutcome } from '../../../shared/contract/import.ts';
import { Finding } from '../../../shared/contract/ledger.ts';
import type { Result } from '../../../shared/result.ts';
import type { CallClient } from '../../../shared/rpc/call-client.ts';
import { baseName } from '../../components/path-text.ts';

/** What became of an import whose engine stopped before it answered. */
export type LostAnswer =
  /** It had committed. */
  | { readonly kind: 'imported'; readonly outcome: ImportOutcome }
  /** Nothing of it is there. `isMade`: the workspace itself is. */
  | { readonly kind: 'undone'; readonly isMade: boolean }
  /** The workspace cannot be asked. */
  | { readonly kind: 'unknown' };

/** An import that was asked for: `since` by the computer's clock, in milliseconds. */
export interface AskedImport {
  readonly file: string;
  readonly workspace: string;
  readonly since: number;
}

/** The engine is being started again: how often and after how many milliseconds it is asked once more. */
const RETRIES = 12;
const RETRY_AFTER = 350;

/** Asks the workspace whether an import has happened, as soon as there is an engine to answer. */
export async function askForLostAnswer(client: CallClient, asked: AskedImport): Promise<LostAnswer> {
  for (let attempt = 0; ; attempt += 1) {
    const info = await client.invoke('workspace.info', { workspace: asked.workspace });
    if (info.ok || info.error.code !== 'ENGINE_STOPPED' || attempt === RETRIES) return lostAnswer(info, asked);
    await new Promise((resolve) => {
      setTimeout(resolve, RETRY_AFTER);
    });
  }
}

/** Reads from the books whether an import has happened: its run is of this file and was written since. */
export function lostAnswer(info: Result<WorkspaceInfo>, { file, since }: AskedImport): LostAnswer {
  if (!info.ok) return info.error.code === 'WORKSPACE_NOT_FOUND' ? { kind: 'undone', isMade: false } : UNKNOWN;
  const { runs, findings, tables } = info.value;
  const run = runs.findLast(
    ({ fileName, importedAt }) => fileName === baseName(file) && Date.parse(importedAt) >= since,
  );
  if (run === undefined) return { kind: 'undone', isMade: true };
  return {
    kind: 'imported',
    outcome: {
      outcome: 'imported',
      run: run.id,
      fileName: run.fileName,
      sha256: run.sha256,
      ledger: run.ledger,
      tables,
      rejectsByReason: run.rejectsByReason,
      findings: findings
        .filter((finding) => finding.run === run.id)
        .flatMap((finding) => Finding.safeParse(finding).data ?? []),
      milliseconds: { lensReady: run.milliseconds, total: run.milliseconds },
    },
  };
}

const UNKNOWN: LostAnswer = { kind: 'unknown' };
