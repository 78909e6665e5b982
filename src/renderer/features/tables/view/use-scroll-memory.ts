import { useEffect, useRef, type RefObject } from 'react';
import { z } from 'zod';
import { useClient } from '../../../client/client-context.ts';
import { KeptStates } from '../../../state/kept-states.ts';
import type { GridHandle } from '../grid/grid-handle.ts';

const Scroll = z.object({ top: z.int().nonnegative() });
const LOOK_EVERY = 2000;

/** Comes back to the row that was at the top when the table was last left. */
export function useScrollMemory({
  workspace,
  table,
  handle,
  isReady,
}: {
  readonly workspace: string;
  readonly table: string;
  readonly handle: RefObject<GridHandle | null>;
  readonly isReady: boolean;
}): void {
  const client = useClient();
  const isRestored = useRef(false);
  useEffect(() => {
    if (!isReady) return;
    const kept = KeptStates.of(client);
    const key = `scroll ${workspace} table:${table}`;
    let top = 0;
    let isGone = false;
    if (!isRestored.current)
      void kept.read(key).then((json) => {
        const known = Scroll.safeParse(json);
        if (isGone || isRestored.current) return;
        isRestored.current = true;
        if (!known.success || known.data.top === 0) return;
        top = known.data.top;
        handle.current?.scrollTo(top);
      });
    const timer = setInterval(() => {
      const now = handle.current?.top() ?? top;
      if (!isRestored.current || now === top) return;
      top = now;
      kept.write(key, { top });
    }, LOOK_EVERY);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [client, workspace, table, handle, isReady]);
}
