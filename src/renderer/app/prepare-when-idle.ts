import type { QueryClient } from '@tanstack/react-query';
import type { CallClient } from '../../shared/rpc/call-client.ts';
import { callQuery } from '../client/use-call.ts';
import { currentRoute } from '../route/use-route.ts';
import { loadTablePage } from './page-of-route.tsx';

/** The window is at work on what it shows first for no longer than this, in milliseconds. */
const LATEST = 2000;

/**
 * Once the window has nothing else to do, gets what every workspace needs when it is opened: the page of its tables, the
 * model card, which stays the same while the application runs, and a grid that is no longer the first.
 */
export async function prepareWhenIdle(client: CallClient, queries: QueryClient): Promise<void> {
  // Nothing is drawn before the settings are known.
  await queries.query(callQuery(client, 'settings.read', {})).catch(() => null);
  await idle();
  const card = queries
    .query({ ...callQuery(client, 'model.card', {}), gcTime: Number.POSITIVE_INFINITY })
    // Who needs it asks again, and is told what is the matter.
    .catch(() => null);
  await loadTablePage();
  const model = await card;
  await idle();
  if (model === null || currentRoute().kind === 'table') return;
  const { warmUpGrid } = await import('../features/tables/grid/warm-up.ts');
  warmUpGrid(model);
}

function idle(): Promise<unknown> {
  return new Promise((resolve) => {
    requestIdleCallback(resolve, { timeout: LATEST });
  });
}
