const STORED = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

/** A stored timestamp on the clock that wrote it, without its offset; as it is where it is none. */
export function localClock(stored: string): string {
  const [, day = '', time = '', fraction = ''] = STORED.exec(stored) ?? [];
  return day === '' ? stored : `${day} ${time}${fraction}`;
}

/** The same instant in UTC, to the microsecond; null where the offset is not known. */
export function utcClock(stored: string): string | null {
  const [, day, time, fraction = '', offset] = STORED.exec(stored) ?? [];
  if (day === undefined || time === undefined || offset === undefined) return null;
  const instant = new Date(`${day}T${time}${offset}`);
  if (Number.isNaN(instant.getTime())) return null;
  return `${instant.toISOString().slice(0, 19).replace('T', ' ')}${fraction}Z`;
}

/** The offset from UTC as it was written, or null. */
export function offsetOf(stored: string): string | null {
  return STORED.exec(stored)?.[4] ?? null;
}
