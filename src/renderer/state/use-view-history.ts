import { useCallback, useEffect, useMemo, useState } from 'react';
import { create } from 'zustand';
import { useClient } from '../client/client-context.ts';
import { useCommands } from '../commands/command-registry.ts';
import { useWords } from '../i18n/use-words.ts';
import { KeptStates } from './kept-states.ts';
import { stateWords } from './state-words.ts';
import { beginHistory, reduceHistory, type ViewHistory, type ViewHistoryAction } from './view-history.ts';

/** Whose state it is and how it is read back. */
export interface ViewHistoryOptions<State> {
  /** Folder of the workspace. */
  readonly workspace: string;
  /** Names the view within it: `table:transform`. */
  readonly view: string;
  /** Checks what was kept, as an older version may have written it; null: forget it. Give a stable function. */
  readonly parse: (json: unknown) => State | null;
  /** The state of a view that was never changed. */
  readonly initial: State;
  /** The state that a link asks for; it counts over the kept one, as a step that can be undone. */
  readonly linked?: State | null;
  /** False: its undo is not offered as a command, because the page has another state that is undone. */
  readonly offersUndo?: boolean;
}

/** The state of a view, with its undo. */
export interface ViewState<State> {
  readonly state: State;
  /** Not yet where the kept state is still being read: `state` is the initial one. */
  readonly isReady: boolean;
  /**
   * Makes a step. Changes of one `topic` in quick succession (a column being dragged wider) become one step; so do all changes
   * up to the first that is not `isHeld`.
   */
  readonly change: (next: State | ((present: State) => State), topic?: string, isHeld?: boolean) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

interface Histories {
  /** By the key of the view. They outlive the page, so that coming back to a view one can still undo. */
  readonly byKey: ReadonlyMap<string, ViewHistory<unknown>>;
}
const useHistories = create<Histories>(() => ({ byKey: new Map() }));

/**
 * The state of a view (filters, order, columns) with undo and redo, kept between sessions for every workspace and view.
 * Offers the commands `undo-view` and `redo-view` while it is there.
 */
export function useViewHistory<State>(options: ViewHistoryOptions<State>): ViewState<State> {
  const { workspace, view, parse, initial, linked = null, offersUndo = true } = options;
  const client = useClient();
  const kept = useMemo(() => KeptStates.of(client), [client]);
  const key = viewKey(workspace, view);
  const history = useHistories(({ byKey }) => byKey.get(key)) as ViewHistory<State> | undefined;
  const [first] = useState(initial);

  useEffect(() => {
    if (useHistories.getState().byKey.has(key)) return;
    let isGone = false;
    void kept.read(key).then((json) => {
      if (isGone || useHistories.getState().byKey.has(key)) return;
      setHistory(key, beginHistory((json === null ? null : parse(json)) ?? first));
    });
    return () => {
      isGone = true;
    };
  }, [kept, key, parse, first]);

  const act = useCallback(
    (action: (history: ViewHistory<State>) => ViewHistoryAction<State>) => {
      const known = (useHistories.getState().byKey.get(key) as ViewHistory<State> | undefined) ?? beginHistory(first);
      const next = reduceHistory(known, action(known));
      if (next === known) return;
      setHistory(key, next);
      kept.write(key, next.present);
    },
    [kept, key, first],
  );
  const change = useCallback<ViewState<State>['change']>(
    (next, topic, isHeld = false) =>
      act(({ present }) => ({
        kind: 'change',
        state: typeof next === 'function' ? (next as (present: State) => State)(present) : next,
        topic: topic ?? null,
        at: performance.now(),
        isHeld,
      })),
    [act],
  );
  const undo = useCallback(() => act(() => ({ kind: 'undo' })), [act]);
  const redo = useCallback(() => act(() => ({ kind: 'redo' })), [act]);

  const isReady = history !== undefined;
  const link = linked === null ? null : JSON.stringify(linked);
  useEffect(() => {
    if (isReady && link !== null) change(JSON.parse(link) as State);
  }, [isReady, link, change]);

  const canUndo = (history?.past.length ?? 0) > 0;
  const canRedo = (history?.future.length ?? 0) > 0;
  useUndoCommands(undo, redo, offersUndo);
  return { state: history?.present ?? first, isReady, change, undo, redo, canUndo, canRedo };
}

/** Under which the host keeps the state of a view. */
export function viewKey(workspace: string, view: string): string {
  return `view ${workspace} ${view}`;
}

function useUndoCommands(undo: () => void, redo: () => void, isOffered: boolean): void {
  const t = useWords(stateWords);
  useCommands(
    useMemo(
      () =>
        isOffered
          ? [
              { id: 'undo-view', label: t('undo'), section: t('section'), shortcut: 'mod+Z', run: undo },
              { id: 'redo-view', label: t('redo'), section: t('section'), shortcut: 'mod+Shift+Z', run: redo },
            ]
          : [],
      [t, undo, redo, isOffered],
    ),
  );
}

function setHistory(key: string, history: ViewHistory<unknown>): void {
  useHistories.setState(({ byKey }) => ({ byKey: new Map(byKey).set(key, history) }));
}
