import { create } from 'zustand';
import type { ImportOutcome } from '../../../shared/contract/import.ts';
import type { ImportProgress } from '../../../shared/contract/import-progress.ts';
import { GUESS_ALL, type ReadingChoice } from '../../../shared/contract/preview.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import type { AppError } from '../../../shared/result.ts';
import type { CallClient } from '../../../shared/rpc/call-client.ts';
import { askForLostAnswer } from './lost-answer.ts';
import { overallShare } from './overall-progress.ts';
import { beginPace, nextPace, type Pace } from './pace.ts';

/** Where the rows of a file go. */
export type Destination =
  | { readonly kind: 'new'; readonly folder: string; readonly name: string }
  | { readonly kind: 'existing'; readonly workspace: string };

/** What a person has chosen for a file so far. */
export interface ImportDraft {
  readonly file: string;
  /** Null: what is proposed. */
  readonly destination: Destination | null;
  readonly reading: ReadingChoice;
  /** Whether the mapping by hand comes from an earlier import of a file with this header. */
  readonly isRemembered: boolean;
  readonly maxRejects: number | null;
  /** The person knows that values look like real identities, and goes on. */
  readonly knowsIdentities: boolean;
  readonly step: 'file' | 'columns' | 'import';
}

/** What an import was asked to do. */
export interface StartedImport {
  readonly file: string;
  readonly workspace: string;
  /** The workspace is made for it. */
  readonly isNew: boolean;
  readonly reading: ReadingChoice;
  readonly maxRejects: number | null;
}

/** How far a running import is. */
export interface RunningProgress {
  readonly latest: ImportProgress;
  /** When the first rows were read, by `performance.now()`; null while the file is looked through. */
  readonly readingSince: number | null;
}

/** The import of this window: one at a time. */
export type ImportRun =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'running';
      readonly request: StartedImport;
      readonly pace: Pace;
      readonly progress: RunningProgress | null;
      /** `asking`: the engine stopped, and whether the import had happened is not known yet. */
      readonly doing: 'importing' | 'cancelling' | 'asking';
    }
  /** `isFound`: the engine stopped when it had committed; the outcome was read from the books. */
  | (Ended & { readonly kind: 'finished'; readonly outcome: ImportOutcome; readonly isFound: boolean })
  | (Ended & { readonly kind: 'cancelled'; readonly milliseconds: number })
  | (Ended & {
      readonly kind: 'failed';
      readonly error: AppError;
      /** What it left behind: nothing, an empty workspace that it had made, or nobody can tell yet. */
      readonly left: 'nothing' | 'workspace' | 'unknown';
      /** When it was begun, by the computer's clock. */
      readonly since: number;
    });

interface Ended {
  readonly request: StartedImport;
  /** Its page has been shown since it ended. */
  readonly isSeen: boolean;
}

interface ImportState {
  readonly draft: ImportDraft | null;
  readonly run: ImportRun;
}

/** The import that is being prepared, and the one that runs or has run last. Both outlive their page. */
export const useImportStore = create<ImportState>(() => ({ draft: null, run: { kind: 'none' } }));

const emptyDraft = (file: string): ImportDraft => ({
  file,
  destination: null,
  reading: GUESS_ALL,
  isRemembered: false,
  maxRejects: null,
  knowsIdentities: false,
  step: 'file',
});

/** What was chosen for a file; nothing yet for another than the last. */
export function useDraft(file: string): ImportDraft {
  const draft = useImportStore((state) => state.draft);
  return draft?.file === file ? draft : emptyDraft(file);
}

export function changeDraft(file: string, patch: Partial<Omit<ImportDraft, 'file'>>): void {
  useImportStore.setState(({ draft }) => ({
    draft: { ...(draft?.file === file ? draft : emptyDraft(file)), ...patch },
  }));
}

/** Progress is shown so often at most, in milliseconds. */
const SHOWN_EVERY = 100;
let controller = new AbortController();

/**
 * Runs an import; the page that asked for it may go. False where another one is running. `onFound` hears of one that
 * turns out to have happened although its engine stopped, of which nobody else tells.
 */
export async function startImport(client: CallClient, request: StartedImport, onFound: OnFound): Promise<boolean> {
  if (useImportStore.getState().run.kind === 'running') return false;
  controller = new AbortController();
  const startedAt = performance.now();
  const since = Date.now();
  const { file, workspace, reading, maxRejects } = request;
  const { defaultZone, ...chosen } = reading;
  setRun({ kind: 'running', request, pace: beginPace(startedAt), progress: null, doing: 'importing' });
  const answer = await client.invoke(
    'import.csv',
    { file, workspace, maxRejects, defaultZone, reading: chosen },
    { signal: controller.signal, onProgress: hear },
  );
  if (answer.ok) {
    finish(client, request, answer.value, false);
  } else if (answer.error.code === 'CANCELLED') {
    setRun({ kind: 'cancelled', request, isSeen: false, milliseconds: performance.now() - startedAt });
  } else if (answer.error.code === 'ENGINE_STOPPED') {
    await lookForIt(client, { request, since, error: answer.error }, onFound);
  } else setRun({ kind: 'failed', request, isSeen: false, error: answer.error, left: 'nothing', since });
  return true;
}

type OnFound = (workspace: string) => void;

/** Looks once more for an import of which it is not known whether it happened. */
export async function lookAgain(client: CallClient, onFound: OnFound): Promise<void> {
  const { run } = useImportStore.getState();
  if (run.kind === 'failed' && run.left === 'unknown') await lookForIt(client, run, onFound);
}

async function lookForIt(
  client: CallClient,
  { request, since, error }: Pick<ImportRun & { readonly kind: 'failed' }, 'request' | 'since' | 'error'>,
  onFound: OnFound,
): Promise<void> {
  const { run } = useImportStore.getState();
  if (run.kind === 'running') setRun({ ...run, doing: 'asking' });
  const found = await askForLostAnswer(client, { ...request, since });
  switch (found.kind) {
    case 'imported':
      finish(client, request, found.outcome, true);
      onFound(request.workspace);
      return;
    case 'undone': {
      const left = found.isMade && request.isNew ? 'workspace' : 'nothing';
      setRun({ kind: 'failed', request, isSeen: false, error, left, since });
      return;
    }
    case 'unknown':
      setRun({ kind: 'failed', request, isSeen: false, error, left: 'unknown', since });
      return;
    default:
      assertNever(found);
  }
}

function finish(client: CallClient, request: StartedImport, outcome: ImportOutcome, isFound: boolean): void {
  setRun({ kind: 'finished', request, isSeen: false, outcome, isFound });
  void client.invoke('recent.add', { folder: request.workspace });
}

/** Cancels the running import. It is answered at once; where it had just been done, it stays done. */
export function cancelImport(): void {
  const { run } = useImportStore.getState();
  if (run.kind !== 'running' || run.doing !== 'importing') return;
  setRun({ ...run, doing: 'cancelling' });
  controller.abort();
}

/** Forgets how the last import ended. A running one goes on. */
export function dismissImport(): void {
  if (useImportStore.getState().run.kind !== 'running') setRun({ kind: 'none' });
}

/** Notes that a person has seen how the last import ended. */
export function seeImport(): void {
  const { run } = useImportStore.getState();
  if ('isSeen' in run && !run.isSeen) setRun({ ...run, isSeen: true });
}

function hear(latest: ImportProgress): void {
  const { run } = useImportStore.getState();
  if (run.kind !== 'running') return;
  const now = performance.now();
  const isSameStage = run.progress?.latest.stage === latest.stage;
  if (isSameStage && now - run.pace.at < SHOWN_EVERY) return;
  const readingSince = latest.stage === 'survey' ? null : (run.progress?.readingSince ?? now);
  setRun({ ...run, progress: { latest, readingSince }, pace: nextPace(run.pace, now, overallShare(latest)) });
}

function setRun(run: ImportRun): void {
  useImportStore.setState({ run });
}
