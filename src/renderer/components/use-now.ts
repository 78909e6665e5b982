import { useInterval } from '@mantine/hooks';
import { useState } from 'react';

const STEP = 20_000;

/** The time in milliseconds, kept up to date closely enough for "3 minutes ago". */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), STEP, { autoInvoke: true });
  return now;
}
