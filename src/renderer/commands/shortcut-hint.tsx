import { Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { isMac } from './is-mac.ts';
import classes from './shortcut-hint.module.css';
import { shortcutKeys } from './shortcut-keys.ts';

/** The keys of a shortcut. */
export function ShortcutHint({ shortcut }: { readonly shortcut: string }): ReactNode {
  return (
    <span className={classes['keys']}>
      {shortcutKeys(shortcut, isMac()).map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  );
}
