/** The states that a view went through: those before, the present one, and those that were taken back. */
export interface ViewHistory<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** What the last change was about and when it was made, so that quick successive changes become one step. */
  readonly last: LastChange | null;
}

interface LastChange {
  readonly topic: string;
  readonly at: number;
  /** The next change of the topic belongs to the same step, however long it takes to come. */
  readonly isHeld: boolean;
}

export type ViewHistoryAction<State> =
  /**
   * `topic` null: always a step of its own. `at`: milliseconds of any steady clock. `isHeld`: a further change of the topic is to
   * come, as while something is dragged.
   */
  | {
      readonly kind: 'change';
      readonly state: State;
      readonly topic: string | null;
      readonly at: number;
      readonly isHeld?: boolean;
    }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

/** Changes of one topic that follow each other within this time are one step. */
export const COALESCE_MILLISECONDS = 800;
/** Older steps are forgotten. */
export const MOST_STEPS = 100;

export function beginHistory<State>(present: State): ViewHistory<State> {
  return { past: [], present, future: [], last: null };
}

/** The history after an action; the same object where nothing changes. States are compared by what they print as JSON. */
export function reduceHistory<State>(
  history: ViewHistory<State>,
  action: ViewHistoryAction<State>,
): ViewHistory<State> {
  switch (action.kind) {
    case 'change':
      return changed(history, action);
    case 'undo': {
      const previous = history.past.at(-1);
      if (previous === undefined) return history;
      return {
        past: history.past.slice(0, -1),
        present: previous,
        future: [history.present, ...history.future],
        last: null,
      };
    }
    case 'redo': {
      const [next, ...future] = history.future;
      if (next === undefined) return history;
      return { past: [...history.past, history.present], present: next, future, last: null };
    }
  }
}

function changed<State>(
  { past, present, last, ...rest }: ViewHistory<State>,
  { state, topic, at, isHeld = false }: ViewHistoryAction<State> & { readonly kind: 'change' },
): ViewHistory<State> {
  const isSameStep = topic !== null && last?.topic === topic && (last.isHeld || at - last.at <= COALESCE_MILLISECONDS);
  // What was held may be let go of where it is.
  if (isSame(state, present)) {
    return { past, present, last: isSameStep && last.isHeld !== isHeld ? { topic, at, isHeld } : last, ...rest };
  }
  return {
    past: isSameStep ? past : [...past, present].slice(-MOST_STEPS),
    present: state,
    future: [],
    last: topic === null ? null : { topic, at, isHeld },
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
