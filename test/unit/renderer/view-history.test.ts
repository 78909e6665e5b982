import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginHistory,
  COALESCE_MILLISECONDS,
  MOST_STEPS,
  reduceHistory,
  type ViewHistory,
  type ViewHistoryAction,
} from '../../../src/renderer/state/view-history.ts';

const play = <State>(
  history: ViewHistory<State>,
  ...actions: readonly ViewHistoryAction<State>[]
): ViewHistory<State> => actions.reduce((before, action) => reduceHistory(before, action), history);
const change = <State>(state: State, topic: string | null = null, at = 0): ViewHistoryAction<State> => ({
  kind: 'change',
  state,
  topic,
  at,
});
const undo = { kind: 'undo' } as const;
const redo = { kind: 'redo' } as const;

describe('reduceHistory', () => {
  test('undo takes the last change back and redo makes it again', () => {
    const history = play(beginHistory('a'), change('b'), change('c'), undo);
    expect(history.present).toBe('b');
    expect(play(history, redo).present).toBe('c');
    expect(play(history, undo).present).toBe('a');
  });

  test('undo at the beginning and redo at the end change nothing', () => {
    const history = beginHistory('a');
    expect(play(history, undo)).toBe(history);
    expect(play(history, redo)).toBe(history);
  });

  test('a change after an undo forgets what could be done again', () => {
    const history = play(beginHistory('a'), change('b'), undo, change('c'));
    expect(history.future).toEqual([]);
    expect(play(history, redo).present).toBe('c');
  });

  test('a change to an equal state is no step', () => {
    const history = beginHistory({ width: 1 });
    expect(play(history, change({ width: 1 })).past).toEqual([]);
  });

  test('quick changes of one topic are one step, a pause or another topic begins the next', () => {
    const quick = play(beginHistory(0), change(1, 'width', 0), change(2, 'width', COALESCE_MILLISECONDS));
    expect(quick.past).toEqual([0]);
    const late = play(quick, change(3, 'width', 2 * COALESCE_MILLISECONDS + 1));
    expect(late.past).toEqual([0, 2]);
    expect(play(late, change(4, 'order', 2 * COALESCE_MILLISECONDS + 2)).past).toEqual([0, 2, 3]);
  });

  test('changes that are held are one step however slow they come, up to the first that is not', () => {
    const held = (state: number, at: number): ViewHistoryAction<number> => ({
      kind: 'change',
      state,
      topic: 'range',
      at,
      isHeld: true,
    });
    const pause = 10 * COALESCE_MILLISECONDS;
    const dragged = play(beginHistory(0), held(1, 0), held(2, pause), change(3, 'range', 2 * pause));
    expect(dragged.past).toEqual([0]);
    expect(play(dragged, held(4, 4 * pause)).past).toEqual([0, 3]);
    // It may be let go of where it was dragged to last.
    const letGo = play(beginHistory(0), held(1, 0), change(1, 'range', pause), held(2, 3 * pause));
    expect(letGo.past).toEqual([0, 1]);
  });

  test('a change right after an undo is a step of its own, whatever its topic', () => {
    const history = play(beginHistory(0), change(1, 'width', 0), change(2, null, 1), undo, change(5, 'width', 2));
    expect(history.past).toEqual([0, 1]);
  });

  test('the oldest steps are forgotten', () => {
    const numbers = Array.from({ length: MOST_STEPS + 20 }, (_, index) => index + 1);
    expect(play(beginHistory(0), ...numbers.map((number) => change(number))).past).toHaveLength(MOST_STEPS);
  });

  test('as many undos as there were steps lead back to the first state, and as many redos to the last', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer(), { maxLength: MOST_STEPS }), (first, changes) => {
        const end = play(beginHistory(first), ...changes.map((state) => change(state)));
        const undone = play(end, ...end.past.map(() => undo));
        expect(undone.present).toBe(first);
        expect(play(undone, ...end.past.map(() => redo)).present).toBe(end.present);
      }),
    );
  });
});
