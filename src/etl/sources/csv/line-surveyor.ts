import { isUtf8 } from 'node:buffer';
import type { Irregularity } from './csv-survey.ts';
import { checkQuotes } from './quoted-line.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;
/** DuckDB's reader gives up on a longer line (its `max_line_size` is 2,000,000 bytes). */
const LONGEST_LINE = 1_900_000;

/**
 * Counts the records of an UTF-8 CSV and notices what makes it irregular. Takes bytes in any portions; looks at whole
 * lines. Uses the built-in byte searches, so that a file without quotes costs little more than reading it.
 */
export class LineSurveyor {
  readonly irregularities = new Set<Irregularity>();
  readonly blankLines: number[] = [];
  records = 0;
  lineEnd: '\n' | '\r\n' = '\n';
  #rest: Buffer = Buffer.alloc(0);
  #line = 0;
  readonly #delimiter: number;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** Another portion of the file. */
  add(portion: Buffer): void {
    const last = portion.lastIndexOf(LINE_FEED);
    if (last < 0) {
      this.#rest = Buffer.concat([this.#rest, portion]);
      if (this.#rest.length > LONGEST_LINE) this.irregularities.add('very-long-line');
      return;
    }
    this.#lines(Buffer.concat([this.#rest, portion.subarray(0, last + 1)]));
    this.#rest = Buffer.from(portion.subarray(last + 1));
  }

  /** The file has ended: a last line without line end counts. */
  end(): void {
    if (this.#rest.length > 0) this.#lines(this.#rest);
    this.#rest = Buffer.alloc(0);
  }

  #lines(block: Buffer): void {
    if (!isUtf8(block)) this.irregularities.add('encoding');
    if (block.includes(0)) this.irregularities.add('nul-bytes');
    const quotes = block.includes(QUOTE);
    const returns = block.includes(CARRIAGE_RETURN);
    let start = 0;
    while (start < block.length) {
      const feed = block.indexOf(LINE_FEED, start);
      const stop = feed < 0 ? block.length : feed;
      const end = returns ? this.#contentEnd(block, start, stop, feed >= 0) : this.#plainEnd(stop, feed >= 0);
      this.#line += 1;
      this.#count(block, start, end, quotes);
      start = stop + 1;
    }
  }

  #count(block: Buffer, start: number, end: number, quotes: boolean): void {
    if (end - start > LONGEST_LINE) this.irregularities.add('very-long-line');
    if (end === start) {
      if (this.#line === 1) this.irregularities.add('blank-first-line');
      this.blankLines.push(this.#line);
      return;
    }
    if (this.#line > 1) this.records += 1;
    if (!quotes) return;
    const quote = block.indexOf(QUOTE, start);
    if (quote < 0 || quote >= end) return;
    const found = checkQuotes(block, start, end, this.#delimiter);
    if (found === 'open') this.irregularities.add('quoted-line-break');
    if (found === 'broken') this.irregularities.add('broken-quotes');
  }

  #plainEnd(stop: number, ended: boolean): number {
    if (ended && this.lineEnd === '\r\n') this.irregularities.add('mixed-line-ends');
    return stop;
  }

  #contentEnd(block: Buffer, start: number, stop: number, ended: boolean): number {
    const carriage = block.indexOf(CARRIAGE_RETURN, start);
    const found = carriage >= 0 && carriage < stop;
    if (found && carriage !== stop - 1) this.irregularities.add('mixed-line-ends');
    const windows = found && carriage === stop - 1;
    if (!ended) return windows ? stop - 1 : stop;
    const lineEnd = windows ? '\r\n' : '\n';
    if (this.#line === 0) this.lineEnd = lineEnd;
    else if (lineEnd !== this.lineEnd) this.irregularities.add('mixed-line-ends');
    return windows ? stop - 1 : stop;
  }
}
