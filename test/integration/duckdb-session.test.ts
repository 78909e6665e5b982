import { expect, test } from 'vitest';
import { DuckDbDatabase } from '../../src/main/engine/duckdb-session.ts';

const ENDLESS = 'SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b';

test('a signal that comes while a session is being connected is heard', async () => {
  const database = await DuckDbDatabase.open({ path: ':memory:', memory: 128, spill: null });
  const cancel = new AbortController();
  const connecting = database.session(cancel.signal);
  cancel.abort();
  await expect(connecting).rejects.toMatchObject({ name: 'AbortError' });
  database.close();
});

test('a signal stops what is run over the connection itself', async () => {
  const database = await DuckDbDatabase.open({ path: ':memory:', memory: 128, spill: null });
  const cancel = new AbortController();
  const session = await database.session(cancel.signal);
  const running = session.connection.run(ENDLESS);
  cancel.abort();
  await expect(running).rejects.toThrow(/interrupt/i);
  session.close();
  database.close();
});
