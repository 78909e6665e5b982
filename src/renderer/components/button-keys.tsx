import type { ReactNode } from 'react';
import { isMac } from '../commands/is-mac.ts';
import { shortcutKeys } from '../commands/shortcut-keys.ts';
import classes from './button-keys.module.css';

/** The keys that do what a button does, written within it. */
export function ButtonKeys({ shortcut }: { readonly shortcut: string }): ReactNode {
  return (
    <span className={classes['keys']} aria-hidden>
      {shortcutKeys(shortcut, isMac()).join(' ')}
    </span>
  );
}
