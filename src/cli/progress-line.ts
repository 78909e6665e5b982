import { counted, sized } from './text-table.ts';

/** How far some work is, as any call tells it. */
export interface Step {
  readonly stage: string;
  readonly rows: number;
  readonly totalRows: number | null;
  readonly bytes?: number;
  readonly totalBytes?: number | null;
}

const SILENT_MILLISECONDS = 100;

/**
 * Shows progress on stderr: one line that is rewritten in a terminal (at most ten times a second), one line a stage
 * elsewhere. Work that takes less than a tenth of a second shows nothing in a terminal.
 */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;
  readonly #started = performance.now();
  #shownAt = performance.now();
  #stage = '';
  #open = false;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  show(step: Step): void {
    const now = performance.now();
    if (this.#stream.isTTY) {
      if (now - this.#shownAt < SILENT_MILLISECONDS) return;
      this.#shownAt = now;
      this.#open = true;
      this.#stream.write(`\r\x1b[2K${this.#words(step, now)}`);
    } else if (step.stage !== this.#stage) {
      this.#stream.write(`${this.#words(step, now)}\n`);
    }
    this.#stage = step.stage;
  }

  /** Ends the line, so that what follows starts on its own. */
  end(): void {
    if (this.#open) this.#stream.write('\r\x1b[2K');
    this.#open = false;
  }

  #words({ stage, rows, totalRows, bytes, totalBytes }: Step, now: number): string {
    const seconds = Math.max((now - this.#started) / 1000, 0.001);
    const parts = [stage.padEnd(9)];
    if (rows > 0) parts.push(`${counted(rows)}${totalRows === null ? '' : ` of ${counted(totalRows)}`} rows`);
    if (rows > 0) parts.push(`${counted(Math.round(rows / seconds))} rows/s`);
    if (bytes !== undefined && bytes > 0) parts.push(`${sized(bytes)}${totalBytes ? ` of ${sized(totalBytes)}` : ''}`);
    parts.push(`${seconds.toFixed(1)} s`);
    return parts.join('  ');
  }
}
