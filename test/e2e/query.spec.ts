import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { queryWords } from '../../src/renderer/features/query/query-words.ts';
import { expect, test } from './window-test.ts';
import { QueryPage } from './pages/query-page.ts';
import { GOOD_ROWS } from './workspace-maker.ts';

test('a query is written, run with the keyboard, drawn and found again in the history', async ({ app, workspace }) => {
  const query = new QueryPage(app);
  await query.open(workspace);
  await query.type('SELECT convenio, count(*) AS n FROM transform GROUP BY convenio ORDER BY n DESC');
  await app.page.keyboard.press('Control+Enter');
  await expect(query.columnHeads).toHaveText(['convenio', 'n']);
  await query.showChart();
  await expect(query.chart).toBeVisible();
  await app.page.reload();
  await query.openTab('history');
  await expect(app.page.getByRole('button', { name: /SELECT convenio, count/ })).toBeVisible();
});

test('what is wrong with a query is told in a sentence, and the next one works', async ({ app, workspace }) => {
  const query = new QueryPage(app);
  await query.open(workspace);
  await query.type('SELECT nothing FROM transform');
  await query.run();
  await expect(app.alert).toContainText('nothing');
  await query.type("SELECT * FROM read_csv('/etc/passwd')");
  await query.run();
  await expect(app.alert).toContainText('QUERY_REFUSED');
  await query.type('SELECT 42 AS answer');
  await query.run();
  await expect(query.columnHeads).toHaveText(['answer']);
});

test('a long query is cancelled at once, and the console stays usable', async ({ app, workspace }) => {
  const query = new QueryPage(app);
  await query.open(workspace);
  await query.type('SELECT count(*) FROM range(100000000000) a WHERE a.range % 7 = 3');
  await query.run();
  await app.button(queryWords, 'cancel').click();
  await expect(app.main.getByText(app.speech.like(queryWords, 'cancelled'))).toBeVisible({ timeout: 5000 });
  await query.type('SELECT 1 AS one');
  await query.run();
  await expect(query.columnHeads).toHaveText(['one']);
});

test('the whole result is exported, beyond the rows that are shown', async ({ app, host, workspace }) => {
  const query = new QueryPage(app);
  await query.open(workspace);
  await query.limitTo(100);
  await query.type('SELECT id FROM transform ORDER BY id');
  await query.run();
  await expect(app.main.getByText(app.say(queryWords, 'truncated', { rows: 100 }))).toBeVisible();
  const out = join(host.home, 'ids.csv');
  await query.exportTo(out);
  const told = app.say(queryWords, 'exported', { rows: app.number(GOOD_ROWS), file: out });
  await expect(app.notifications).toContainText(told);
  expect(readFileSync(out, 'utf8').trim().split('\n')).toHaveLength(GOOD_ROWS + 1);
});
