import { useMemo } from 'react';
import { z } from 'zod';
import { Scope } from '../../shared/contract/aggregate.ts';
import { RowSelection } from '../../shared/contract/row-selection.ts';
import { printLinkText, readLinkText } from './link-text.ts';
import type { SelectionStore } from './selection-store.ts';
import { useViewHistory, type ViewState } from './use-view-history.ts';

/** Which transactions of a workspace a person looks at, wherever: the filters, and which attempts count. */
export const WorkspaceSelection = z.object({ scope: Scope, selection: RowSelection });
export type WorkspaceSelection = z.infer<typeof WorkspaceSelection>;

export const WHOLE_WORKSPACE: WorkspaceSelection = { scope: 'all', selection: { filters: [], search: '' } };

/** Under this name the state is kept for every workspace, with its undo. */
export const SELECTION_VIEW = 'selection';

/**
 * The one selection of a workspace, shared by all dashboards and by whatever else calls this. `linked`: the selection that an
 * address asks for, which then counts as a step that can be undone.
 * `offersUndo`: false where the page undoes another state.
 */
export function useWorkspaceSelection(
  workspace: string,
  linked: WorkspaceSelection | null = null,
  offersUndo = true,
): ViewState<WorkspaceSelection> & { readonly store: SelectionStore } {
  const view = useViewHistory<WorkspaceSelection>({
    workspace,
    view: SELECTION_VIEW,
    parse: parseSelection,
    initial: WHOLE_WORKSPACE,
    linked,
    offersUndo,
  });
  return useMemo(() => {
    const { state, change, undo, redo, canUndo, canRedo } = view;
    return {
      ...view,
      store: {
        selection: state.selection,
        change: (selection, topic, isHeld) => change((present) => ({ ...present, selection }), topic, isHeld),
        undo,
        redo,
        canUndo,
        canRedo,
      },
    };
    // The view itself is a new object at every drawing.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [view.state, view.isReady, view.change, view.undo, view.redo, view.canUndo, view.canRedo]);
}

/** A selection as it was kept; null where it is none that this version understands. */
export function parseSelection(json: unknown): WorkspaceSelection | null {
  const parsed = WorkspaceSelection.safeParse(json);
  return parsed.success ? parsed.data : null;
}

const VERSION = 1;
const Envelope = z.object({ v: z.literal(VERSION), view: WorkspaceSelection });

/** The selection as text for an address. */
export function printSelection(view: WorkspaceSelection): string {
  return printLinkText({ v: VERSION, view });
}

/** The selection that a text of an address stands for, or null. */
export function readSelection(text: string): WorkspaceSelection | null {
  const parsed = Envelope.safeParse(readLinkText(text));
  return parsed.success ? parsed.data.view : null;
}
