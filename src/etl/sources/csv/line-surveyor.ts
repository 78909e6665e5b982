import type { Irregularity } from './csv-survey.ts';
import { checkQuotes } from './quoted-line.ts';
import { Utf8Tally } from './utf8-tally.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');
/** DuckDB's reader gives up on a longer line (its `max_line_size` is 2,000,000 bytes). */
const LONGEST_LINE = 1_900_000;
/**
 * DuckDB keeps an error of a kilobyte, in memory, for every column that a row lacks. Of lines that are too short for all
 * their delimiters, which lack many, it may see this many.
 */
const MOST_SHORT_LINES = 1000;
/** No character of UTF-8 is longer. */
const LONGEST_CHARACTER = 4;

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
  #shortLines = 0;
  readonly #delimiter: number;
  readonly #leastBytes: number;
  readonly #tally = new Utf8Tally();

  /** `delimiters` is how many a record needs. */
  constructor(delimiter: string, delimiters: number) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#leastBytes = delimiters;
  }

  /** What the bytes are, where they are no UTF-16. */
  get encoding(): 'utf-8' | 'windows-1252' {
    return this.#tally.encoding;
  }

  /** Whether the bytes mean the same in UTF-8 and in Windows-1252. */
  get ascii(): boolean {
    return this.#tally.ascii;
  }

  /** Another portion of the file. */
  add(portion: Buffer): void {
    const last = portion.lastIndexOf(LINE_FEED);
    if (last < 0) {
      this.#rest = Buffer.concat([this.#rest, portion]);
      if (this.#rest.length > LONGEST_LINE) this.#forgetRest();
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

  /** A line too long for the fast reader need not be kept: only its bytes can still tell something. */
  #forgetRest(): void {
    this.irregularities.add('very-long-line');
    let cut = this.#rest.length - 1;
    // Not in the middle of a character, which would look like damage.
    while (cut > this.#rest.length - LONGEST_CHARACTER && ((this.#rest[cut] ?? 0) & 0xc0) === 0x80) cut -= 1;
    this.#look(this.#rest.subarray(0, cut));
    this.#rest = Buffer.from(this.#rest.subarray(cut));
  }

  #look(block: Buffer): void {
    this.#tally.add(block);
    if (!this.#tally.flawless) this.irregularities.add('encoding');
    if (block.includes(0)) this.irregularities.add('nul-bytes');
  }

  #lines(block: Buffer): void {
    this.#look(block);
    const quotes = new NextByte(block, QUOTE);
    const returns = new NextByte(block, CARRIAGE_RETURN);
    const marked = this.#line === 0 && block.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
    let start = marked ? BYTE_ORDER_MARK.length : 0;
    while (start < block.length) {
      const feed = block.indexOf(LINE_FEED, start);
      const stop = feed < 0 ? block.length : feed;
      const end = this.#contentEnd(returns.from(start), stop, feed >= 0);
      this.#line += 1;
      this.#count(block, start, end, quotes);
      start = stop + 1;
    }
  }

  #count(block: Buffer, start: number, end: number, quotes: NextByte): void {
    if (end - start > LONGEST_LINE) this.irregularities.add('very-long-line');
    if (end === start) {
      if (this.#line === 1) this.irregularities.add('blank-first-line');
      this.blankLines.push(this.#line);
      return;
    }
    if (this.#line > 1) this.records += 1;
    if (end - start < this.#leastBytes) {
      this.#shortLines += 1;
      if (this.#shortLines > MOST_SHORT_LINES) this.irregularities.add('many-short-lines');
    }
    if (quotes.from(start) >= end) return;
    const found = checkQuotes(block, start, end, this.#delimiter);
    if (found === 'open') this.irregularities.add('quoted-line-break');
    if (found === 'broken') this.irregularities.add('broken-quotes');
  }

  /** Where the line's content ends, given the next carriage return and where the line feed (or the file's end) stands. */
  #contentEnd(carriage: number, stop: number, ended: boolean): number {
    if (carriage < stop - 1) this.irregularities.add('mixed-line-ends');
    const windows = carriage === stop - 1;
    if (ended) {
      const lineEnd = windows ? '\r\n' : '\n';
      if (this.#line === 0) this.lineEnd = lineEnd;
      else if (lineEnd !== this.lineEnd) this.irregularities.add('mixed-line-ends');
    }
    return windows ? stop - 1 : stop;
  }
}

/** Finds the next of a byte from ever later positions on, without looking at any byte twice. */
class NextByte {
  readonly #block: Buffer;
  readonly #byte: number;
  #found = -1;

  constructor(block: Buffer, byte: number) {
    this.#block = block;
    this.#byte = byte;
  }

  /** Its position, `Infinity` where there is none. */
  from(position: number): number {
    if (this.#found < position) {
      const found = this.#block.indexOf(this.#byte, position);
      this.#found = found < 0 ? Infinity : found;
    }
    return this.#found;
  }
}
