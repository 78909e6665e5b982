import { useEffect, useState, type RefObject } from 'react';

/** So far below or above what is seen, in CSS pixels, things are drawn before they are scrolled to. */
const MARGIN = 200;

/** Whether an element is in sight or nearly so. */
export function useIsNear(element: RefObject<Element | null>): boolean {
  const [isNear, setNear] = useState(true);
  useEffect(() => {
    if (element.current === null) return undefined;
    const watch = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? true), {
      rootMargin: `${MARGIN}px`,
    });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, [element]);
  return isNear;
}
