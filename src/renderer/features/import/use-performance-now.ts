import { useEffect, useState } from 'react';

/** `performance.now()`, looked at every so many milliseconds. */
export function usePerformanceNow(every: number): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
