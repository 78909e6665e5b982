import type { ImageSize } from './image-size.ts';
import type { PipelineRun } from './pipeline-run.ts';
import type { SampleAnswer } from './sample-answer.ts';

/** Somebody or something that the log names. */
export interface Identity {
  /** Its place in the order of first sight, from 1; 0 while it was never seen. */
  ordinal: number;
}

/** A client of the API and the account that it calls with. */
export interface SampleClient extends Identity {
  readonly account: Identity;
}

/** All attempts of one person under one process id. */
export interface SampleProcess extends Identity {
  readonly client: SampleClient;
  readonly person: Identity;
  /** Microseconds of the local clock since 1970-01-01. No two processes of a person start in the same second. */
  readonly startedAt: number;
}

/** One call of the API: what happened, before anything was measured. */
export interface Attempt {
  /** When it was answered, in microseconds of the local clock since 1970-01-01. */
  readonly at: number;
  readonly process: SampleProcess;
  readonly answer: SampleAnswer;
  readonly run: PipelineRun;
  readonly near: ImageSize;
  readonly far: ImageSize;
  /** Calls of the last minute as a share of what the servers answer without a queue. */
  readonly load: number;
}
