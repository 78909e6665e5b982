import { useCallback, useEffect, useMemo, useState } from 'react';
import { useClient } from '../client/client-context.ts';
import { KeptStates } from './kept-states.ts';

/**
 * A small state that outlives the window: a folded panel, a last folder. `parse` checks what was kept (give a stable
 * function); null where it is no longer understood.
 */
export function useKeptState<State>(
  key: string,
  initial: State,
  parse: (json: unknown) => State | null,
): readonly [State, (next: State) => void] {
  const client = useClient();
  const kept = useMemo(() => KeptStates.of(client), [client]);
  const [state, setState] = useState(initial);
  useEffect(() => {
    let isGone = false;
    void kept.read(key).then((json) => {
      const known = json === null ? null : parse(json);
      if (!isGone && known !== null) setState(known);
    });
    return () => {
      isGone = true;
    };
  }, [kept, key, parse]);
  const set = useCallback(
    (next: State) => {
      setState(next);
      kept.write(key, next);
    },
    [kept, key],
  );
  return [state, set];
}
