import type { FindingVoice } from './finding-voice.ts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** A span of time in its two largest units: `0.4 s`, `38 s`, `2 min 5 s`, `4 h 47 min`, `8 d 6 h`. The same in every language. */
export function spanText(seconds: number, { number }: Pick<FindingVoice, 'number'>): string {
  if (seconds < 10) return `${number(seconds, 1)} s`;
  const whole = Math.round(seconds);
  if (whole < MINUTE) return `${number(whole)} s`;
  const [large, small, size, rest] =
    whole < HOUR
      ? (['min', 's', MINUTE, 1] as const)
      : whole < DAY
        ? (['h', 'min', HOUR, MINUTE] as const)
        : (['d', 'h', DAY, HOUR] as const);
  const more = Math.floor((whole % size) / rest);
  return `${number(Math.floor(whole / size))} ${large}${more === 0 ? '' : ` ${number(more)} ${small}`}`;
}
