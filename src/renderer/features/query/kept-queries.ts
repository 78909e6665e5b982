import { useCallback } from 'react';
import { z } from 'zod';
import { useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../client/client-context.ts';
import { useCall } from '../../client/use-call.ts';
import { withRan, type RanQuery } from './query-run.ts';

const History = z.array(
  z.object({ sql: z.string(), at: z.string(), milliseconds: z.number(), rows: z.number().nullable() }),
);
const Saved = z.array(z.object({ name: z.string(), sql: z.string() }));
export type SavedQuery = z.infer<typeof Saved>[number];

/** A list that is kept under a key between sessions; what does not fit its schema counts as empty. */
function useKept<T>(
  key: string,
  schema: z.ZodType<T[]>,
): readonly [readonly T[], (change: (list: readonly T[]) => readonly T[]) => void] {
  const client = useClient();
  const queries = useQueryClient();
  const { data } = useCall('state.read', { key });
  const list = parsed(schema, data?.json ?? null);
  const update = useCallback(
    (change: (list: readonly T[]) => readonly T[]) => {
      const queryKey = ['state.read', { key }];
      const present = parsed(schema, queries.getQueryData<{ json: string | null }>(queryKey)?.json ?? null);
      const json = JSON.stringify(change(present));
      queries.setQueryData(queryKey, { json });
      void client.invoke('state.write', { key, json });
    },
    [client, queries, key, schema],
  );
  return [list, update];
}

function parsed<T>(schema: z.ZodType<T[]>, json: string | null): readonly T[] {
  if (json === null) return [];
  try {
    return schema.safeParse(JSON.parse(json)).data ?? [];
  } catch {
    return [];
  }
}

/** The queries that were run in a workspace, latest first. */
export function useQueryHistory(workspace: string): {
  readonly history: readonly RanQuery[];
  readonly add: (ran: RanQuery) => void;
  readonly clear: () => void;
} {
  const [history, update] = useKept(`query-history:${workspace}`, History);
  const add = useCallback((ran: RanQuery) => update((list) => withRan(list, ran)), [update]);
  const clear = useCallback(() => update(() => []), [update]);
  return { history, add, clear };
}

/** The queries that were saved for a workspace, by name. */
export function useSavedQueries(workspace: string): {
  readonly saved: readonly SavedQuery[];
  readonly save: (query: SavedQuery) => void;
  readonly remove: (name: string) => void;
} {
  const [saved, update] = useKept(`saved-queries:${workspace}`, Saved);
  const save = useCallback(
    (query: SavedQuery) =>
      update((list) =>
        [...list.filter(({ name }) => name !== query.name), query].toSorted((a, b) => a.name.localeCompare(b.name)),
      ),
    [update],
  );
  const remove = useCallback((name: string) => update((list) => list.filter((query) => query.name !== name)), [update]);
  return { saved, save, remove };
}
