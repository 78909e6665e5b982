import { countKnownNames } from '../column-binding.ts';
import { RecordSplitter } from './record-splitter.ts';

/** Delimiters that are looked for; with a semicolon numbers may have a decimal comma. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Whether a text may be chosen to separate cells: one ASCII character that no name, number, quoting or missing value (`\N`) needs. */
export function isDelimiter(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- some exports separate their cells by control characters
  return /^(?![-+._\\])[\u0001-\u0009\u000B\u000C\u000E-\u001F !#-/:-@[-`{-~]$/.test(text);
}

/** The first record of a text. */
export interface CsvHeader {
  /** Empty where the record cannot be read as CSV. */
  readonly names: readonly string[];
  /** Whether the record's end was seen. */
  readonly ended: boolean;
}

/** Reads the first record of `head`. */
export function readHeader(head: string, delimiter: string): CsvHeader {
  const splitter = new RecordSplitter(delimiter, null);
  const [complete] = splitter.add(head.replace(/^\uFEFF/, ''));
  const [first] = complete === undefined ? splitter.end() : [complete];
  return { names: first?.kind === 'record' ? first.fields : [], ended: complete !== undefined };
}

/** The names in the first record of `head`. A header that cannot be read as CSV has none. */
export function headerNames(head: string, delimiter: string): readonly string[] {
  return readHeader(head, delimiter).names;
}

/** The delimiter under which the header holds most names of the model card, then most names. */
export function guessDelimiter(head: string): Delimiter {
  let best: Delimiter = ',';
  let bestScore = -1;
  for (const delimiter of DELIMITERS) {
    const names = headerNames(head, delimiter);
    const score = countKnownNames(names) * 1000 + names.length;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}
