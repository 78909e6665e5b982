import type { ReactNode } from 'react';
import classes from './centered-page.module.css';

/** A page to be read from top to bottom, in the middle of a wide window. */
export function CenteredPage({
  width,
  children,
}: {
  /** `table`: room for columns side by side; `text`: no longer lines than are read with ease. */
  readonly width: 'table' | 'text';
  readonly children: ReactNode;
}): ReactNode {
  return (
    <main className={classes['page']} data-width={width}>
      <div className={classes['body']}>{children}</div>
    </main>
  );
}
