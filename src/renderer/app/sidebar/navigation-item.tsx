import { Tooltip, VisuallyHidden } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { isMac } from '../../commands/is-mac.ts';
import { shortcutKeys } from '../../commands/shortcut-keys.ts';
import classes from './sidebar.module.css';

interface Common {
  readonly label: string;
  /** What it is, in a tooltip. */
  readonly hint?: string;
  readonly icon: Icon;
  /** Only the icon is seen. */
  readonly isRail: boolean;
}

/** A link to a page, or a button for something to do. */
export function NavigationItem(
  props: Common &
    (
      | { readonly href: string; readonly isCurrent: boolean; readonly count?: string | null }
      | { readonly onRun: () => void; readonly isDisabled: boolean; readonly shortcut: string | null }
    ),
): ReactNode {
  const { label, hint, icon: ItemIcon, isRail } = props;
  const inside = (
    <>
      <ItemIcon size={18} stroke={1.6} aria-hidden className={classes['icon']} />
      {isRail ? <VisuallyHidden>{label}</VisuallyHidden> : <span className={classes['label']}>{label}</span>}
    </>
  );
  const keys = 'onRun' in props && props.shortcut !== null ? shortcutKeys(props.shortcut, isMac()).join('+') : null;
  const tip = [isRail ? label : null, hint ?? null, keys].filter((part) => part !== null).join(' · ');
  return (
    <li>
      <Tooltip label={tip} position="right" disabled={tip === ''}>
        {'href' in props ? (
          <a className={classes['item']} href={props.href} aria-current={props.isCurrent ? 'page' : undefined}>
            {inside}
            {!isRail && props.count != null && <span className={classes['count']}>{props.count}</span>}
          </a>
        ) : (
          <button
            type="button"
            className={classes['item']}
            aria-disabled={props.isDisabled || undefined}
            onClick={() => {
              if (!props.isDisabled) props.onRun();
            }}
          >
            {inside}
          </button>
        )}
      </Tooltip>
    </li>
  );
}
