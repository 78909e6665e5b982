import { countKnownNames } from '../column-binding.ts';
import { RecordSplitter } from './record-splitter.ts';

/** Delimiters that a CSV may have; with a semicolon numbers may have a decimal comma. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The names in the first record of `head`. A header that cannot be read as CSV has none. */
export function headerNames(head: string, delimiter: Delimiter): readonly string[] {
  const splitter = new RecordSplitter(delimiter, null);
  const [complete] = splitter.add(head.replace(/^\uFEFF/, ''));
  const [first] = complete === undefined ? splitter.end() : [complete];
  return first?.kind === 'record' ? first.fields : [];
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
