import { useEffect, useRef } from 'react';
import { printRoute, type Route } from '../route/route.ts';

const links: (() => Route)[] = [];

/** For a page whose view holds more than its address shows: `link` gives the route that leads to exactly this view. */
export function useViewLink(link: () => Route): void {
  const latest = useRef(link);
  useEffect(() => {
    latest.current = link;
  });
  useEffect(() => {
    const mine = (): Route => latest.current();
    links.push(mine);
    return () => {
      links.splice(links.indexOf(mine), 1);
    };
  }, []);
}

/** The hash of the view that is shown: as its page tells it, else as the address has it. */
export function viewHash(): string {
  const link = links.at(-1);
  return link === undefined ? window.location.hash || '#/' : printRoute(link());
}

/** The whole address of the view that is shown. The host's token is not in it: it opens where the session is known. */
export function viewAddress(): string {
  const { origin, pathname } = window.location;
  return `${origin}${pathname}${viewHash()}`;
}
