import { isAscii, isUtf8 } from 'node:buffer';

const LINE_FEED = 0x0a;

/**
 * Weighs whether text that is not flawless UTF-8 is damaged UTF-8 (cut inside a character, a few bytes lost) or another
 * encoding: read as Windows-1252, one bad byte would spoil every accent of a file.
 */
export class Utf8Tally {
  readonly #decoder = new TextDecoder('utf-8');
  #goodLines = 0;
  #badLines = 0;
  #flawless = true;
  #ascii = true;

  /** Further whole lines. */
  add(lines: Buffer): void {
    if (isUtf8(lines)) {
      if (isAscii(lines)) return;
      this.#ascii = false;
      this.#goodLines += 1;
      return;
    }
    this.#ascii = false;
    this.#flawless = false;
    let start = 0;
    while (start < lines.length) {
      const feed = lines.indexOf(LINE_FEED, start);
      const stop = feed < 0 ? lines.length : feed + 1;
      this.#judge(lines.subarray(start, stop));
      start = stop;
    }
  }

  /** Whether every byte was UTF-8. */
  get flawless(): boolean {
    return this.#flawless;
  }

  /** Whether every byte was ASCII, which means the same in UTF-8 and in Windows-1252. */
  get ascii(): boolean {
    return this.#ascii;
  }

  get encoding(): 'utf-8' | 'windows-1252' {
    return this.#badLines > this.#goodLines ? 'windows-1252' : 'utf-8';
  }

  #judge(line: Buffer): void {
    if (isAscii(line)) return;
    const text = this.#decoder.decode(line);
    const bad = text.match(/\uFFFD/g)?.length ?? 0;
    const good = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
    if (bad > good) this.#badLines += 1;
    else this.#goodLines += 1;
  }
}
