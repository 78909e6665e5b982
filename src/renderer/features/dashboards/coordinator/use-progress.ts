import { useSyncExternalStore } from 'react';
import type { AppError } from '../../../../shared/result.ts';
import { useDashboard } from '../dashboard-context.ts';

/** How far the columns of the page are loaded, 0..1; null while nothing is loaded. */
export function useLoadingShare(): number | null {
  const { coordinator } = useDashboard();
  return useSyncExternalStore(coordinator.subscribe, () => coordinator.progress);
}

/** How long the engine took for its last answer, in milliseconds; null before the first. */
export function useAnswerTime(): number | null {
  const { coordinator } = useDashboard();
  return useSyncExternalStore(coordinator.subscribe, () => coordinator.milliseconds);
}

/** What keeps the page from being answered, or null. */
export function useFailure(): AppError | null {
  const { coordinator } = useDashboard();
  return useSyncExternalStore(coordinator.subscribe, () => coordinator.failure);
}

/** Transactions selected, and in the scope; null until known. */
export function useRowCounts(): { readonly rows: number; readonly ofRows: number } | null {
  const { coordinator } = useDashboard();
  return useSyncExternalStore(coordinator.subscribe, () => coordinator.counts);
}
