import { MISSING_WORDS } from '../../staging/cell-sql.ts';

/** One record of a CSV, or what could not be read as one. */
export type CsvRecord =
  | { readonly kind: 'record'; readonly line: number; readonly fields: readonly string[] }
  | { readonly kind: 'broken'; readonly line: number; readonly reason: BrokenReason; readonly raw: string };

export type BrokenReason =
  | 'too-few-columns'
  | 'too-many-columns'
  | 'quote-not-closed'
  | 'text-after-quote'
  | 'nul-character';

/** A quoted field that spans more than this is taken for one whose closing quote is missing. */
const LONGEST_QUOTED_RECORD = 1_000_000;
const MISSING: ReadonlySet<string> = new Set(MISSING_WORDS);

interface Parsed {
  readonly fields: readonly string[];
  /** Position after the record's line end. */
  readonly next: number;
  readonly lines: number;
}

type Attempt = Parsed | { readonly problem: 'quote-not-closed' | 'text-after-quote' } | 'needs-more';

/**
 * Splits text into records by RFC 4180, one damaged record at a time: where quotes do not close or the number of fields
 * is not the header's, only the first physical line is given up and reading goes on with the next, so that a stray
 * quote costs one row and not the rest of the file. Lines end with LF, CR LF or CR. Empty lines hold no record. Fields
 * without a value beyond the last column are ignored, as DuckDB's reader does.
 */
export class RecordSplitter {
  #text = '';
  #position = 0;
  #line = 1;
  readonly #delimiter: string;
  readonly #width: number | null;

  /** `width` null: any number of fields (the header itself). */
  constructor(delimiter: string, width: number | null) {
    this.#delimiter = delimiter;
    this.#width = width;
  }

  /** Adds text and yields the records that are complete. */
  *add(text: string): Generator<CsvRecord> {
    this.#text = this.#text.slice(this.#position) + text;
    this.#position = 0;
    yield* this.#records(false);
  }

  /** The text has ended: yields what is left. */
  *end(): Generator<CsvRecord> {
    yield* this.#records(true);
  }

  *#records(ended: boolean): Generator<CsvRecord> {
    while (this.#position < this.#text.length) {
      const record = this.#next(ended);
      if (record === 'needs-more') return;
      if (record !== null) yield record;
    }
  }

  #next(ended: boolean): CsvRecord | null | 'needs-more' {
    const attempt = this.#parse(ended);
    if (attempt === 'needs-more') return attempt;
    const line = this.#line;
    if ('problem' in attempt) return this.#giveUpLine(ended, attempt.problem);
    if (attempt.fields.length === 1 && attempt.fields[0] === '' && this.#text[this.#position] !== '"') {
      this.#advance(attempt);
      return null;
    }
    const fields = this.#withinWidth(attempt.fields);
    if (this.#width !== null && fields.length !== this.#width) {
      return this.#giveUpLine(ended, fields.length < this.#width ? 'too-few-columns' : 'too-many-columns');
    }
    if (fields.some((field) => field.includes('\0'))) {
      const raw = this.#text.slice(this.#position, attempt.next).trimEnd();
      this.#advance(attempt);
      return { kind: 'broken', line, reason: 'nul-character', raw };
    }
    this.#advance(attempt);
    return { kind: 'record', line, fields };
  }

  #withinWidth(fields: readonly string[]): readonly string[] {
    const width = this.#width ?? fields.length;
    if (fields.length <= width) return fields;
    return fields.slice(width).every((field) => MISSING.has(field)) ? fields.slice(0, width) : fields;
  }

  #advance(parsed: Parsed): void {
    this.#position = parsed.next;
    this.#line += parsed.lines;
  }

  #giveUpLine(ended: boolean, reason: BrokenReason): CsvRecord | 'needs-more' {
    const end = this.#lineEnd(this.#position, ended);
    if (end === null && !ended) return 'needs-more';
    const [stop, next] = end ?? [this.#text.length, this.#text.length];
    const broken: CsvRecord = { kind: 'broken', line: this.#line, reason, raw: this.#text.slice(this.#position, stop) };
    this.#position = next;
    this.#line += 1;
    return broken;
  }

  /** Where the line of `from` stops and the next one begins; null where its end has not arrived. */
  #lineEnd(from: number, ended: boolean): readonly [number, number] | null {
    for (let index = from; index < this.#text.length; index += 1) {
      const character = this.#text[index];
      if (character === '\n') return [index, index + 1];
      if (character === '\r') {
        if (index + 1 === this.#text.length) return ended ? [index, index + 1] : null;
        return [index, this.#text[index + 1] === '\n' ? index + 2 : index + 1];
      }
    }
    return null;
  }

  #parse(ended: boolean): Attempt {
    const text = this.#text;
    const fields: string[] = [];
    let lines = 1;
    let position = this.#position;
    for (;;) {
      if (text[position] === '"') {
        const quoted = this.#quotedField(position, ended);
        if (typeof quoted === 'string') return quoted;
        if ('problem' in quoted) return quoted;
        fields.push(quoted.value);
        lines += quoted.lineBreaks;
        position = quoted.next;
      } else {
        const start = position;
        while (
          position < text.length &&
          text[position] !== this.#delimiter &&
          text[position] !== '\n' &&
          text[position] !== '\r'
        ) {
          position += 1;
        }
        fields.push(text.slice(start, position));
      }
      if (position >= text.length) return ended ? { fields, next: position, lines } : 'needs-more';
      if (text[position] === this.#delimiter) {
        position += 1;
        if (position >= text.length && !ended) return 'needs-more';
        continue;
      }
      const end = this.#lineEnd(position, ended);
      return end === null ? 'needs-more' : { fields, next: end[1], lines };
    }
  }

  #quotedField(
    open: number,
    ended: boolean,
  ):
    | { value: string; next: number; lineBreaks: number }
    | { problem: 'quote-not-closed' | 'text-after-quote' }
    | 'needs-more' {
    const text = this.#text;
    let close = text.indexOf('"', open + 1);
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    if (close < 0 || close - open > LONGEST_QUOTED_RECORD) {
      return ended || text.length - open > LONGEST_QUOTED_RECORD ? { problem: 'quote-not-closed' } : 'needs-more';
    }
    if (close + 1 >= text.length && !ended) return 'needs-more';
    const after = text[close + 1];
    if (after !== undefined && after !== this.#delimiter && after !== '\n' && after !== '\r')
      return { problem: 'text-after-quote' };
    const value = text.slice(open + 1, close).replaceAll('""', '"');
    return { value, next: close + 1, lineBreaks: value.match(/\r\n|\n|\r/g)?.length ?? 0 };
  }
}
