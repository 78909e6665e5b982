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
