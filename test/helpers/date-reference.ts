/** A date as our canonical text and the instant that it names. */
export interface KnownDate {
  readonly canonical: string;
  readonly epochMicroseconds: bigint;
}

const FORM =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?([Zz]|([+-])(\d\d)(?::?(\d\d))?))?$/;

/** Minutes that a zone's clock is ahead of UTC at an instant, by the platform's own calendar. */
function minutesAhead(zone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((found) => found.type === type)?.value);
  const clock = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((clock - instant) / 60_000);
}

/** Minutes ahead of UTC of a local clock, given as if it were UTC. */
export function offsetOfLocal(zone: string, clock: number): number {
  const fixed = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  if (fixed !== null) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3]));
  const candidates = [minutesAhead(zone, clock - 86_400_000), minutesAhead(zone, clock + 86_400_000)];
  return candidates.find((minutes) => minutesAhead(zone, clock - minutes * 60_000) === minutes) ?? Number.NaN;
}

const two = (value: number): string => String(value).padStart(2, '0');

export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Reads a date the plain way; null where it is none, or its instant is no safe integer of microseconds. Independent of the SQL that the import runs. */
export function readDate(raw: string, zone = 'UTC'): KnownDate | null {
  const match = FORM.exec(raw.trim());
  if (match === null) return null;
  const [
    ,
    year = '',
    month = '',
    day = '',
    hour = '',
    minute = '',
    second = '00',
    fraction = '',
    offset,
    sign,
    hours = '',
    minutes = '00',
  ] = match;
  const clock = Date.UTC(2000, Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const calendar = new Date(clock);
  calendar.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const exists =
    Number(year) >= 1685 &&
    Number(year) <= 2254 &&
    calendar.getUTCMonth() === Number(month) - 1 &&
    calendar.getUTCDate() === Number(day) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60;
  if (!exists || Number(hours) > 18 || Number(minutes) > 59) return null;
  const ahead =
    offset === undefined
      ? offsetOfLocal(zone, calendar.getTime())
      : sign === undefined
        ? 0
        : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const microseconds = fraction.slice(0, 6).padEnd(6, '0');
  return {
    canonical: `${year}-${month}-${day} ${hour}:${minute}:${second}.${microseconds}${offset === undefined || sign === undefined ? offsetText(ahead) : `${sign}${hours}:${minutes}`}`,
    epochMicroseconds: BigInt(calendar.getTime() - ahead * 60_000) * 1000n + BigInt(microseconds),
  };
}
