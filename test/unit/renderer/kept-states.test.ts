import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { messagePort } from '../../../src/main/rpc/worker-port.ts';
import { serveCalls } from '../../../src/main/rpc/serve-calls.ts';
import { KeptStates } from '../../../src/renderer/state/kept-states.ts';
import { ok } from '../../../src/shared/result.ts';
import { CallClient } from '../../../src/shared/rpc/call-client.ts';

interface StateRequest {
  readonly key: string;
  readonly json?: string | null;
}

let close = (): void => undefined;
afterEach(() => close());

/** Kept states over a real line to a host that remembers. */
function keptStates(): {
  readonly kept: KeptStates;
  readonly host: Map<string, string>;
  readonly writes: string[];
  readonly reads: string[];
} {
  const { port1, port2 } = new MessageChannel();
  const host = new Map<string, string>();
  const writes: string[] = [];
  const reads: string[] = [];
  serveCalls(messagePort(port1), (name, request) => {
    const { key, json = null } = request as StateRequest;
    if (name === 'state.read') {
      reads.push(key);
      return Promise.resolve(ok({ json: host.get(key) ?? null }));
    }
    writes.push(key);
    if (json === null) host.delete(key);
    else host.set(key, json);
    return Promise.resolve(ok({}));
  });
  const client = new CallClient(messagePort(port2));
  close = () => client.close();
  return { kept: new KeptStates(client), host, writes, reads };
}

describe('KeptStates', () => {
  test('reads what was written before it has reached the host', async () => {
    const { kept, host } = keptStates();
    kept.write('view', { sort: 'date' });
    expect(host.size).toBe(0);
    expect(await kept.read('view')).toEqual({ sort: 'date' });
    kept.flush();
  });

  test('writes quick changes of one key once, with the last', async () => {
    const { kept, host, writes } = keptStates();
    for (let width = 0; width < 50; width += 1) kept.write('view', { width });
    kept.flush();
    expect(await kept.read('view')).toEqual({ width: 49 });
    expect(writes).toEqual(['view']);
    expect(host.get('view')).toBe('{"width":49}');
  });

  test('asks once for a key that is read twice at the same time, and anew later', async () => {
    const { kept, host, reads } = keptStates();
    host.set('view', '1');
    expect(await Promise.all([kept.read('view'), kept.read('view')])).toEqual([1, 1]);
    expect(reads).toEqual(['view']);
    host.set('view', '2');
    expect(await kept.read('view')).toBe(2);
  });

  test('forgets what is set to null', async () => {
    const { kept, host } = keptStates();
    host.set('view', '1');
    kept.write('view', null);
    kept.flush();
    expect(await kept.read('view')).toBeNull();
    expect(host.has('view')).toBe(false);
  });

  test('takes what is no JSON for nothing', async () => {
    const { kept, host } = keptStates();
    host.set('view', '{broken');
    expect(await kept.read('view')).toBeNull();
  });
});
