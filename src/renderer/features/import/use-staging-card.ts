import { useMemo } from 'react';
import type { CardColumn } from '../../../shared/contract/model-card.ts';
import { useCall } from '../../client/use-call.ts';

/** What is known of the columns that a source can feed, by name; empty until it is there. */
export function useStagingCard(): ReadonlyMap<string, CardColumn> {
  const { data } = useCall('model.card', {});
  return useMemo(() => {
    const staging = data?.tables.find(({ name }) => name === 'staging');
    const columns = (staging?.columns ?? []).filter(({ isExtra }) => !isExtra);
    return new Map(columns.map((column) => [column.name, column] as const));
  }, [data]);
}
