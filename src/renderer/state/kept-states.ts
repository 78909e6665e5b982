import type { CallClient } from '../../shared/rpc/call-client.ts';

/** A state is written when it has been left alone for so long. */
const WRITE_AFTER = 400;

/** What the host keeps for the window between sessions, by key. Written late, and at the latest when the window goes. */
export class KeptStates {
  static readonly #byClient = new WeakMap<CallClient, KeptStates>();
  readonly #client: CallClient;
  readonly #waiting = new Map<
    string,
    { readonly json: string | null; readonly timer: ReturnType<typeof setTimeout> }
  >();

  readonly #underWay = new Map<string, Promise<unknown>>();

  constructor(client: CallClient) {
    this.#client = client;
  }

  /** The one of a client, so that two components do not write past each other. */
  static of(client: CallClient): KeptStates {
    const known = this.#byClient.get(client);
    if (known !== undefined) return known;
    const made = new KeptStates(client);
    this.#byClient.set(client, made);
    globalThis.addEventListener('pagehide', () => made.flush());
    return made;
  }

  /** What was kept, as JSON reads it; null where there is nothing, or nothing that can be read. */
  async read(key: string): Promise<unknown> {
    const waiting = this.#waiting.get(key);
    if (waiting !== undefined) return parsed(waiting.json);
    const underWay = this.#underWay.get(key) ?? this.#ask(key);
    this.#underWay.set(key, underWay);
    return underWay;
  }

  /** Keeps a value that JSON can print; null forgets it. */
  write(key: string, value: unknown): void {
    clearTimeout(this.#waiting.get(key)?.timer);
    this.#underWay.delete(key);
    const json = value === null ? null : JSON.stringify(value);
    this.#waiting.set(key, { json, timer: setTimeout(() => this.#send(key), WRITE_AFTER) });
  }

  /** Writes at once what still waits. */
  flush(): void {
    for (const key of this.#waiting.keys()) this.#send(key);
  }

  async #ask(key: string): Promise<unknown> {
    const answer = await this.#client.invoke('state.read', { key });
    this.#underWay.delete(key);
    return answer.ok ? parsed(answer.value.json) : null;
  }

  #send(key: string): void {
    const waiting = this.#waiting.get(key);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(key);
    void this.#client.invoke('state.write', { key, json: waiting.json });
  }
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : (JSON.parse(json) as unknown);
  } catch {
    return null;
  }
}
