/** A day or a minute as a filter keeps it, from what a person typed; null where it is none. */
export function dateBound(text: string): string | null {
  const [, day = '', time] = /^\s*(\d{4}-\d{2}-\d{2})(?:[ T]+(\d{2}:\d{2}))?\s*$/.exec(text) ?? [];
  const instant = new Date(`${day}T${time ?? '00:00'}Z`);
  // A day that the month does not have is moved into the next one by some readers of dates, and refused by others.
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== day) return null;
  return time === undefined ? day : `${day} ${time}`;
}
