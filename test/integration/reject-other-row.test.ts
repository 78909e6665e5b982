import { expect, it } from 'vitest';
import { createApp } from '../../src/main/app.ts';
import { importFixture } from '../helpers/import-fixture.ts';
import { csvText, transaction, transactions } from '../helpers/transaction-csv.ts';

const app = createApp('0.0.0-test');
const otherRow = async (workspace: string, id: number): Promise<unknown> => {
  const answer = await app.invoke('reject.cells', { workspace, id });
  return answer.ok ? answer.value.otherRow : answer.error;
};

it('a conflict tells the row of the tables that holds the same key', async () => {
  const { workspace, ...fixture } = importFixture();
  await fixture.import(csvText(transactions(5)));
  await fixture.import(csvText([transaction(7), transaction(3, { http_code: '404' })]), { name: 'later.csv' });
  expect(await otherRow(workspace, 1)).toBe(4);
});

it('a conflict with a row that was corrected by hand tells that row', async () => {
  const { workspace, ...fixture } = importFixture();
  await fixture.import(csvText([transaction(0), transaction(1, { http_code: 'x' }), transaction(2)]));
  const answer = await app.invoke('reject.retry', { workspace, id: 1, corrections: { http_code: '200' } });
  const row = answer.ok && answer.value.outcome === 'loaded' ? answer.value.row : null;
  expect(row).not.toBeNull();
  await fixture.import(csvText([transaction(1, { http_code: '404' })]), { name: 'later.csv' });
  expect(await otherRow(workspace, 1)).toBe(row);
});

it('a reject that is no conflict has no other row', async () => {
  const { workspace, ...fixture } = importFixture();
  await fixture.import(csvText([transaction(0), transaction(1, { http_code: 'x' })]));
  expect(await otherRow(workspace, 1)).toBeNull();
});
