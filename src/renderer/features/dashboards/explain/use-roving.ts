import { useState, type KeyboardEvent } from 'react';

const BACK: readonly string[] = ['ArrowLeft', 'ArrowUp'];
const FORTH: readonly string[] = ['ArrowRight', 'ArrowDown'];

/** One stop of the Tab key for a row of buttons; the arrow keys, Home and End go along it. */
export function useRoving(count: number): {
  /** The button that Tab stops at. */
  readonly stop: number;
  readonly onFocus: (at: number) => void;
  /** Of the element whose buttons they are. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
} {
  const [wanted, setWanted] = useState(0);
  const stop = Math.min(wanted, Math.max(0, count - 1));
  return {
    stop,
    onFocus: setWanted,
    onKeyDown: (event) => {
      const next = BACK.includes(event.key)
        ? stop - 1
        : FORTH.includes(event.key)
          ? stop + 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? count - 1
              : null;
      if (next === null) return;
      event.preventDefault();
      const button = event.currentTarget.querySelectorAll('button')[Math.min(count - 1, Math.max(0, next))];
      button?.focus();
    },
  };
}
