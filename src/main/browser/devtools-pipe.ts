import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

const Message = z.object({
  id: z.number().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

interface OpenCommand {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Commands of the DevTools protocol over a browser's pipe: JSON messages, each closed by a zero byte. */
export class DevtoolsPipe {
  readonly #to: Writable;
  readonly #open = new Map<number, OpenCommand>();
  #pieces: Buffer[] = [];
  #last = 0;
  #failure: Error | null = null;

  constructor(to: Writable, from: Readable) {
    this.#to = to;
    from.on('data', (piece: Buffer) => this.#receive(piece));
    // A browser that ends breaks the pipe; its open commands fail.
    for (const stream of [to, from]) stream.on('error', () => undefined);
    from.once('close', () => this.fail(new Error('the browser closed its pipe')));
  }

  /** Sends a command and checks its answer. Rejects where the browser refuses it or ends. */
  async send<Schema extends z.ZodType>(
    method: string,
    params: Readonly<Record<string, unknown>>,
    answer: Schema,
    sessionId?: string,
  ): Promise<z.output<Schema>> {
    if (this.#failure !== null) throw this.#failure;
    const id = ++this.#last;
    const result = new Promise<unknown>((resolve, reject) => this.#open.set(id, { resolve, reject }));
    this.#to.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
    return answer.parse(await result);
  }

  /** Rejects every open command and all further ones. */
  fail(error: Error): void {
    this.#failure ??= error;
    for (const command of this.#open.values()) command.reject(this.#failure);
    this.#open.clear();
  }

  #receive(piece: Buffer): void {
    let rest = piece;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      this.#pieces.push(rest.subarray(0, end));
      this.#answer(Buffer.concat(this.#pieces).toString('utf8'));
      this.#pieces = [];
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) this.#pieces.push(rest);
  }

  #answer(text: string): void {
    const message = messageOf(text);
    if (message === null) return this.fail(new Error('the browser said something unintelligible'));
    const { id, result, error } = message;
    const command = id === undefined ? undefined : this.#open.get(id);
    if (id === undefined || command === undefined) return;
    this.#open.delete(id);
    if (error === undefined) command.resolve(result);
    else command.reject(new Error(error.message));
  }
}

function messageOf(text: string): z.output<typeof Message> | null {
  try {
    return Message.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
