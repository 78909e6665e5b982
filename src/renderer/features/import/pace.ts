/** How fast a work goes on. Times are milliseconds of one steady clock. */
export interface Pace {
  readonly startedAt: number;
  readonly at: number;
  /** Done of the whole, 0..1; never falls. */
  readonly share: number;
  /** Share a millisecond, smoothed; null until there is something to tell from. */
  readonly speed: number | null;
}

/** The smoothed speed forgets what is older than about this many milliseconds. */
const MEMORY = 6000;
/** A remaining time is not told before so much is known. */
const TOLD_AFTER = { milliseconds: 1500, share: 0.02 };

export function beginPace(at: number): Pace {
  return { startedAt: at, at, share: 0, speed: null };
}

/** The pace after hearing how much is done. */
export function nextPace(pace: Pace, at: number, share: number): Pace {
  const done = Math.max(pace.share, Math.min(1, share));
  const passed = at - pace.at;
  if (passed <= 0) return { ...pace, share: done };
  const mean = done / (at - pace.startedAt);
  const present = (done - pace.share) / passed;
  const weight = 1 - Math.exp(-passed / MEMORY);
  const speed = pace.speed === null ? mean : pace.speed + (present - pace.speed) * weight;
  return { ...pace, at, share: done, speed };
}

/**
 * Milliseconds that are left, in steps that do not flicker: whole seconds, from half a minute on five, from five minutes
 * on thirty. Null where it cannot be told yet. The mean of the whole way steadies the pace of the last seconds.
 */
export function remainingMilliseconds({ startedAt, at, share, speed }: Pace, now: number): number | null {
  if (speed === null || now - startedAt < TOLD_AFTER.milliseconds || share < TOLD_AFTER.share) return null;
  const mean = share / Math.max(1, at - startedAt);
  const steady = (speed + mean) / 2;
  if (steady <= 0) return null;
  const left = Math.max(0, (1 - share) / steady - (now - at));
  const step = left < 30_000 ? 1000 : left < 300_000 ? 5000 : 30_000;
  // A millisecond is not worth a step.
  return Math.max(0, Math.ceil((left - 1) / step)) * step;
}
