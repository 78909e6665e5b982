const QUOTE = 0x22;

/** What the quotes of one physical line look like when read as a record. */
export type QuotedLine = 'well-formed' | 'open' | 'broken';

/**
 * Reads the quotes of a line by RFC 4180: a quote opens a field only as its first character, is doubled inside, and is
 * followed by a delimiter or the line's end. `open` where a field goes on in the next line.
 */
export function checkQuotes(line: Buffer, from: number, to: number, delimiter: number): QuotedLine {
  let position = from;
  let quote = line.indexOf(QUOTE, from);
  while (quote >= 0 && quote < to) {
    if (quote === position) {
      const end = closingQuote(line, position + 1, to);
      if (end < 0) return 'open';
      position = end + 1;
      if (position < to && line[position] !== delimiter) return 'broken';
      position += 1;
      quote = line.indexOf(QUOTE, position);
    } else {
      const next = line.indexOf(delimiter, position);
      if (next < 0 || next > quote) return 'broken';
      position = next + 1;
    }
  }
  return 'well-formed';
}

function closingQuote(line: Buffer, from: number, to: number): number {
  let position = line.indexOf(QUOTE, from);
  while (position >= 0 && position < to) {
    if (position + 1 >= to || line[position + 1] !== QUOTE) return position;
    position = line.indexOf(QUOTE, position + 2);
  }
  return -1;
}
