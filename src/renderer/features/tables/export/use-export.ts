import { useCallback, useRef, useState } from 'react';
import type { AppError } from '../../../../shared/result.ts';
import { useClient } from '../../../client/client-context.ts';
import { useTable } from '../table-context.ts';
import { useExportNotice } from './export-notice.tsx';

export type ExportFormat = 'csv' | 'parquet' | 'json';

type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing'; readonly rows: number; readonly totalRows: number | null }
  | { readonly kind: 'failed'; readonly error: AppError };

/** Writes the present view to a file, with progress, and can be stopped. */
export function useExport(): {
  readonly state: ExportState;
  /** Whether the file was written. */
  readonly begin: (request: { readonly out: string; readonly columns: string[] | null }) => Promise<boolean>;
  readonly stop: () => void;
  readonly reset: () => void;
} {
  const client = useClient();
  const notice = useExportNotice();
  const { workspace, table, view } = useTable();
  const { selection, order } = view.state;
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const controller = useRef<AbortController | null>(null);
  const begin = async (request: { readonly out: string; readonly columns: string[] | null }): Promise<boolean> => {
    const own = new AbortController();
    controller.current = own;
    setState({ kind: 'writing', rows: 0, totalRows: null });
    const answer = await client.invoke(
      'table.export',
      { workspace, table: table.name, selection, order, ...request },
      {
        signal: own.signal,
        onProgress: ({ rows, totalRows }) => setState({ kind: 'writing', rows, totalRows }),
      },
    );
    controller.current = null;
    if (answer.ok) {
      setState({ kind: 'idle' });
      notice.done(answer.value);
      return true;
    }
    if (answer.error.code === 'CANCELLED') {
      setState({ kind: 'idle' });
      notice.cancelled();
    } else setState({ kind: 'failed', error: answer.error });
    return false;
  };
  const stop = useCallback(() => controller.current?.abort(), []);
  const reset = useCallback(() => setState({ kind: 'idle' }), []);
  return { state, begin, stop, reset };
}
