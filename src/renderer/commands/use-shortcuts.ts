import { useEffect } from 'react';
import type { Command } from './command.ts';
import { useRegistry } from './command-registry.ts';
import { isMac } from './is-mac.ts';
import { isShortcut, worksWhileTyping } from './shortcut-keys.ts';

/** Lets the shortcuts of the offered commands work in the whole window. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const command = commandOf(event);
      if (command === undefined) return;
      event.preventDefault();
      command.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function commandOf(event: KeyboardEvent): Command | undefined {
  const isTyping = isEditable(event.target);
  const dialogs = [...document.querySelectorAll<HTMLElement>('[role="dialog"][aria-modal="true"]')];
  // While a dialog waits for its answer, only it can be operated.
  if (dialogs.some((dialog) => dialog.dataset['palette'] === undefined)) return undefined;
  return [...useRegistry.getState().commands.values()].find(
    ({ shortcut, isUnlisted = false }) =>
      shortcut !== null &&
      isShortcut(event, shortcut, isMac()) &&
      (!isTyping || worksWhileTyping(shortcut)) &&
      (dialogs.length === 0 || isUnlisted),
  );
}

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)))
  );
}
