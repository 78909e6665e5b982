import { useEffect, useRef } from 'react';
import { create } from 'zustand';

/** A column that someone asked for outside its table: the palette, a finding, a figure. */
interface ColumnRequest {
  readonly workspace: string;
  readonly table: string;
  readonly column: string;
}
const useRequest = create<{ readonly request: ColumnRequest | null }>(() => ({ request: null }));

/** Asks the page of a table to bring a column into view; go to the page as well. */
export function requestColumn(request: ColumnRequest): void {
  useRequest.setState({ request });
}

/** For the page of a table: `show` is called once for every column that is asked for, as soon as `isReady`. */
export function useColumnRequest(
  workspace: string,
  table: string,
  isReady: boolean,
  show: (column: string) => void,
): void {
  const request = useRequest((state) => state.request);
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  useEffect(() => {
    if (!isReady || request === null || request.workspace !== workspace || request.table !== table) return;
    useRequest.setState({ request: null });
    latest.current(request.column);
  }, [request, workspace, table, isReady]);
}
