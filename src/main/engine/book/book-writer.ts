import { Worker } from 'node:worker_threads';
import { AppException } from '../../../shared/result.ts';
import type { StagingBlock } from './block.ts';
import type { FinishedImport, FromBookWriter, ToBookWriter } from './book-writer-protocol.ts';

/** Blocks on their way or being written; more would only fill the memory. */
const BLOCKS_IN_FLIGHT = 3;
/** With one block at a time, reading and writing take turns and leave the other processor core to the lens. */
const BLOCKS_IN_FLIGHT_WHILE_YIELDING = 1;

/** The bundle has the thread as a file beside it, the sources as TypeScript. */
const THREAD_FILE = import.meta.url.endsWith('.ts') ? './book-writer-thread.ts' : './book-writer-thread.js';

interface Waiting {
  readonly resolve: (message: FromBookWriter) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes one import into the book, in a thread of its own and in one transaction: until {@link finish} has returned,
 * the workspace is as it was.
 */
export class BookWriter {
  readonly #worker: Worker;
  readonly #onStored: (rows: number) => void;
  #inFlight = 0;
  #most = BLOCKS_IN_FLIGHT_WHILE_YIELDING;
  #failure: Error | null = null;
  #room: (() => void) | null = null;
  #last: Waiting | null = null;
  readonly #exited: Promise<void>;

  /** `isNew` is a book that nobody else reads yet: it is filled faster. */
  constructor(path: string, isNew: boolean, onStored: (rows: number) => void) {
    this.#onStored = onStored;
    this.#worker = new Worker(new URL(THREAD_FILE, import.meta.url), {
      workerData: { path, isNew },
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    this.#worker.on('message', (message: FromBookWriter) => this.#receive(message));
    this.#worker.on('error', (error: unknown) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    // Nothing it owes will come any more: whoever waits must not wait for ever.
    this.#exited = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#fail(new Error('the book writer has ended'));
        resolve();
      });
    });
  }

  /** Hands over a block; waits where too many are under way. The block's numbers belong to the writer afterwards. */
  async write(block: StagingBlock): Promise<void> {
    this.#check();
    this.#inFlight += 1;
    this.#send({ kind: 'block', block }, [block.numbers.buffer]);
    while (this.#inFlight >= this.#most && this.#failure === null) {
      await new Promise<void>((resolve) => {
        this.#room = resolve;
      });
    }
    this.#check();
  }

  /** From now on the writer need not leave room for the lens, whose figures somebody waits for first. */
  hurry(): void {
    this.#most = BLOCKS_IN_FLIGHT;
    this.#room?.();
  }

  /** Takes rows back that were handed over. */
  remove(ids: Float64Array<ArrayBuffer>): void {
    this.#check();
    this.#send({ kind: 'remove', ids }, [ids.buffer]);
  }

  setFinalAttempts(remove: Float64Array<ArrayBuffer>, add: Float64Array<ArrayBuffer>): void {
    this.#check();
    this.#send({ kind: 'final-attempts', remove, add }, [remove.buffer, add.buffer]);
  }

  /** Commits and returns the run's id. */
  async finish(finished: FinishedImport): Promise<number> {
    const answer = await this.#conclude({ kind: 'finish', import: finished });
    if (answer.kind !== 'committed') throw new Error(`the book writer answered ${answer.kind} to finish`);
    return answer.run;
  }

  /** Takes everything back that is not committed, and waits until the file is closed. */
  async cancel(): Promise<void> {
    if (this.#failure === null) await this.#conclude({ kind: 'cancel' });
    await this.#exited;
  }

  #conclude(message: ToBookWriter): Promise<FromBookWriter> {
    this.#check();
    return new Promise((resolve, reject) => {
      this.#last = { resolve, reject };
      this.#send(message, []);
    });
  }

  #send(message: ToBookWriter, transfer: readonly ArrayBuffer[]): void {
    this.#worker.postMessage(message, [...transfer]);
  }

  #receive(message: FromBookWriter): void {
    if (message.kind === 'failed') {
      const { error, text } = message;
      this.#fail(
        error === null
          ? new Error(`the book cannot be written: ${text}`)
          : new AppException(error.code, error.message, error.hint),
      );
    } else if (message.kind === 'stored') {
      this.#inFlight -= 1;
      this.#onStored(message.rows);
      this.#room?.();
    } else this.#last?.resolve(message);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#room?.();
    this.#last?.reject(error);
  }

  #check(): void {
    if (this.#failure !== null) throw this.#failure;
  }
}
