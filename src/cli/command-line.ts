import type { App } from '../main/app.ts';
import type { Streams } from './output.ts';

/** What every command is given. `exit` remembers the exit code; the last one counts. */
export interface ProgramLine {
  readonly streams: Streams;
  readonly signal: AbortSignal;
  readonly exit: (code: number) => void;
}

/** The line of a command that works on its own, without a window. */
export interface CommandLine extends ProgramLine {
  readonly app: App;
}
