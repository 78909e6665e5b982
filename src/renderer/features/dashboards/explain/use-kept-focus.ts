import { useEffect, type RefObject } from 'react';

/**
 * Where the focus is while a panel comes, changes and goes: it moves into the panel when that opens or is about something
 * else, stays there when what had it is no longer in the answer, and goes back where it was when the panel closes.
 */
export function useKeptFocus(panel: RefObject<HTMLElement | null>, subject: unknown): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (isNowhere() && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => panel.current?.focus({ preventScroll: true }), [panel, subject]);
  useEffect(() => {
    // What had the focus last, until a person points elsewhere: a removed element tells nobody that it loses it.
    let isMine = true;
    const follow = ({ target }: Event): void => {
      isMine = target instanceof Node && panel.current?.contains(target) === true;
    };
    const keep = new MutationObserver(() => {
      if (isMine && isNowhere()) panel.current?.focus({ preventScroll: true });
    });
    if (panel.current !== null) keep.observe(panel.current, { childList: true, subtree: true });
    document.addEventListener('focusin', follow);
    document.addEventListener('pointerdown', follow);
    return () => {
      keep.disconnect();
      document.removeEventListener('focusin', follow);
      document.removeEventListener('pointerdown', follow);
    };
  }, [panel]);
}

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;
