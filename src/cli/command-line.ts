import type { App } from '../main/app.ts';
import type { Streams } from './output.ts';

/** What every command is given. `exit` remembers the exit code; the last one counts. */
export interface CommandLine {
  readonly app: App;
  readonly streams: Streams;
  readonly signal: AbortSignal;
  readonly exit: (code: number) => void;
}
