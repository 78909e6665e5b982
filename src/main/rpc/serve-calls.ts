import { err, type Result } from '../../shared/result.ts';
import { decodeBody, decodeFrame, encodeBody, encodeFrame } from '../../shared/rpc/frame.ts';
import type { Port } from '../../shared/rpc/port.ts';

/** Progress is told at most this often, in milliseconds, so that a fast stage does not flood the window. */
const PROGRESS_INTERVAL = 50;

/** A client with more open calls than this is refused further ones: its answers must fit in memory. */
export const MOST_OPEN_CALLS = 500;

/** Answers any call by name; the request is not checked yet. */
export type Answerer = (
  name: string,
  request: unknown,
  options: { readonly signal: AbortSignal; readonly onProgress: (progress: unknown) => void },
) => Promise<Result<unknown>>;

/** Answers the calls that come over a port. When it closes, open calls are cancelled. */
export function serveCalls(port: Port, answer: Answerer): void {
  const open = new Map<string, AbortController>();
  port.onClose(() => {
    for (const call of open.values()) call.abort();
    open.clear();
  });
  const send = (id: string, result: Result<unknown>): void =>
    port.post(encodeFrame({ kind: 'answer', id, body: encodedAnswer(result) }));
  const run = async (id: string, name: string, body: Uint8Array): Promise<void> => {
    const cancel = new AbortController();
    open.set(id, cancel);
    const onProgress = throttled((progress) => {
      if (open.get(id) === cancel) port.post(encodeFrame({ kind: 'progress', id, body: encodeBody(progress) }));
    });
    const result = await answered(answer, name, body, cancel.signal, onProgress);
    if (open.get(id) !== cancel) return;
    open.delete(id);
    send(id, result);
  };
  port.onMessage((message) => {
    const frame = decodeFrame(message);
    if (frame?.kind === 'cancel') open.get(frame.id)?.abort();
    // The id of an open call names that call: a second one could not be told from it.
    if (frame?.kind !== 'call' || open.has(frame.id)) return;
    if (open.size < MOST_OPEN_CALLS) void run(frame.id, frame.name, frame.body);
    else send(frame.id, err('USAGE', 'Too many calls are under way.', 'Wait for some of their answers.'));
  });
}

async function answered(
  answer: Answerer,
  name: string,
  body: Uint8Array,
  signal: AbortSignal,
  onProgress: (progress: unknown) => void,
): Promise<Result<unknown>> {
  try {
    return await answer(name, decodeBody(body), { signal, onProgress });
  } catch (error) {
    return err('INTERNAL', `The call could not be read (${kindOf(error)}).`, 'Load the window again.');
  }
}

function encodedAnswer(result: Result<unknown>): Uint8Array<ArrayBuffer> {
  try {
    return encodeBody(result);
  } catch (error) {
    return encodeBody(err('INTERNAL', `The answer cannot be sent (${kindOf(error)}).`, 'Ask for less at a time.'));
  }
}

const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** The first goes at once; of those within the interval after it, only the last one does, when it is over. */
function throttled(send: (progress: unknown) => void): (progress: unknown) => void {
  let waiting: { readonly progress: unknown } | null = null;
  let timer: NodeJS.Timeout | null = null;
  const tick = (): void => {
    timer = null;
    if (waiting === null) return;
    send(waiting.progress);
    waiting = null;
    timer = setTimeout(tick, PROGRESS_INTERVAL);
    timer.unref();
  };
  return (progress) => {
    waiting = { progress };
    if (timer === null) tick();
  };
}
