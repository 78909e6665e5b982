import type { ReactNode } from 'react';
import classes from './panel-pair.module.css';

/** Two panels side by side, one below the other where the window is narrow. */
export function PanelPair({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={classes['pair']}>{children}</div>;
}
