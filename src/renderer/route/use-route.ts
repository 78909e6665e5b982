import { useMemo, useSyncExternalStore } from 'react';
import { parseRoute, printRoute, type Route } from './route.ts';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The window's route, and every change of it. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}

/** The window's route at this moment, for code outside of drawing. */
export function currentRoute(): Route {
  return parseRoute(window.location.hash);
}

/** Goes to a route; `replace` leaves no way back to the present one. */
export function goTo(route: Route, { replace = false }: { readonly replace?: boolean } = {}): void {
  const hash = printRoute(route);
  if (hash === window.location.hash) return;
  if (!replace) {
    window.location.hash = hash;
    return;
  }
  window.history.replaceState(window.history.state, '', hash);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
