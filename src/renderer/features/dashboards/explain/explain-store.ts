import { create } from 'zustand';
import type { RowSelection } from '../../../../shared/contract/row-selection.ts';

/** What the panel explains; `part` null: the panel is closed. */
interface ExplainState {
  readonly part: RowSelection | null;
  /** The workspace that was last on screen: a part means nothing in another. */
  readonly workspace: string | null;
}

export const useExplainStore = create<ExplainState>(() => ({ part: null, workspace: null }));

/**
 * Opens the panel that ranks all columns by how the rows of `part` differ from the others of the page's selection. Filters
 * of the page on columns that `part` names do not count for the others; so the page's whole selection as `part` is explained
 * against everything else.
 */
export function openExplain(part: RowSelection): void {
  useExplainStore.setState({ part });
}

export function closeExplain(): void {
  useExplainStore.setState({ part: null });
}

/** For the page: what was explained in another workspace is put away. */
export function enterWorkspace(workspace: string): void {
  if (useExplainStore.getState().workspace !== workspace) useExplainStore.setState({ part: null, workspace });
}
