import { useEffect, useState } from 'react';
import type { ExplainAnswer, Scope } from '../../../../shared/contract/aggregate.ts';
import type { RowSelection } from '../../../../shared/contract/row-selection.ts';
import { explainedAgainst } from '../../../../shared/dashboards/explained-difference.ts';
import type { AppError } from '../../../../shared/result.ts';
import { useClient } from '../../../client/client-context.ts';

/** Filters that change faster than this, in milliseconds, are waited for: a range is being dragged. */
const SETTLED_AFTER = 120;
/** More columns than there are. */
const EVERY_COLUMN = 200;

export interface Explanation {
  /** Of the present part and filters, or, `isStale`, of earlier ones; null until the first. */
  readonly answer: ExplainAnswer | null;
  readonly isStale: boolean;
  /** 0..1 while columns are being read into memory. */
  readonly progress: number | null;
  readonly failure: AppError | null;
  readonly retry: () => void;
}

interface Kept {
  /** What it is the answer to, or the failure of. */
  readonly key: string;
  readonly answer: ExplainAnswer | null;
  readonly failure: AppError | null;
}

/** How a part differs from the rest of a selection; asked anew when either changes, and what nobody waits for is cancelled. */
export function useExplanation(
  workspace: string,
  scope: Scope,
  selection: RowSelection,
  part: RowSelection,
): Explanation {
  const client = useClient();
  const [kept, setKept] = useState<Kept>({ key: '', answer: null, failure: null });
  const [progress, setProgress] = useState<number | null>(null);
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify({ workspace, scope, selection: explainedAgainst(selection, part), part });
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const asked = JSON.parse(key) as {
        readonly workspace: string;
        readonly scope: Scope;
        readonly selection: RowSelection;
        readonly part: RowSelection;
      };
      const onProgress = ({ rows, totalRows }: { readonly rows: number; readonly totalRows: number | null }): void => {
        if (!abort.signal.aborted) setProgress(totalRows === null || totalRows === 0 ? null : rows / totalRows);
      };
      const ask = async (): Promise<void> => {
        const result = await client.invoke(
          'dashboard.explain',
          { ...asked, limit: EVERY_COLUMN },
          { signal: abort.signal, onProgress },
        );
        if (abort.signal.aborted) return;
        setProgress(null);
        setKept((before) =>
          result.ok
            ? { key, answer: result.value, failure: null }
            : { key, answer: before.answer, failure: result.error },
        );
      };
      void ask();
    }, SETTLED_AFTER);
    return () => {
      clearTimeout(timer);
      abort.abort();
      setProgress(null);
    };
  }, [client, key, attempt]);
  return {
    answer: kept.answer,
    isStale: kept.key !== key,
    progress,
    failure: kept.key === key ? kept.failure : null,
    retry: () => setAttempt((before) => before + 1),
  };
}
