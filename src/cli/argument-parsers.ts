import { InvalidArgumentError } from 'commander';

/** Reads a whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number | null = null): (text: string) => number {
  return (text) => {
    const value = Number(text);
    const isWhole = /^\d+$/.test(text) && Number.isSafeInteger(value);
    if (isWhole && value >= least && (most === null || value <= most)) return value;
    const limits = most === null ? `of at least ${least}` : `from ${least} to ${most}`;
    throw new InvalidArgumentError(`Give a whole number ${limits}.`);
  };
}

/** Reads a text that must not be empty: an empty one mostly is a variable that the shell did not know. */
export function nonEmpty(what: string): (text: string) => string {
  return (text) => {
    if (text.trim() === '') throw new InvalidArgumentError(`It is empty: give ${what}.`);
    return text;
  };
}

/** Characters that a shell makes hard to type. */
const NAMED_DELIMITERS: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  '\\t': '\t',
  bar: '|',
  pipe: '|',
};

/** Reads one character, or its name. */
export function delimiter(text: string): string {
  const character = NAMED_DELIMITERS[text.toLowerCase()] ?? text;
  if (character.length === 1) return character;
  throw new InvalidArgumentError('Give one character, or comma, semicolon, tab or bar.');
}

/** Reads `SOURCE=STAGING`, or `SOURCE=` for a column to leave out, and adds it to those before. */
export function columnNames(text: string, before: Record<string, string | null> = {}): Record<string, string | null> {
  const sign = text.lastIndexOf('=');
  const source = text.slice(0, Math.max(sign, 0)).trim();
  const staging = text.slice(sign + 1).trim();
  if (source === '') throw new InvalidArgumentError('Give SOURCE=STAGING, or SOURCE= to leave the column out.');
  return { ...before, [source]: staging === '' ? null : staging };
}
