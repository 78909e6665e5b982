import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/main/app.ts';
import { keepOpenAccess } from '../../src/main/engine/keep-open-access.ts';
import type { AggregateAnswer, Scope } from '../../src/shared/contract/aggregate.ts';
import type { ColumnFilter } from '../../src/shared/contract/row-selection.ts';
import { answerRows, countOf } from '../../src/shared/dashboards/answer-rows.ts';
import {
  clientRates,
  dayClientCounts,
  processRates,
  responseCounts,
  transactionRates,
} from '../../src/shared/dashboards/clients-figures.ts';
import { CLIENTS_QUERIES } from '../../src/shared/dashboards/clients-queries.ts';
import { SLICER_QUERIES } from '../../src/shared/dashboards/slicer-queries.ts';
import published from '../fixtures/published-figures.json' with { type: 'json' };
import { importFile } from '../helpers/import-fixture.ts';
import { folderOfFile } from '../helpers/temporary-folder.ts';

const root = folderOfFile();
const workspace = join(root, 'january.veriscope');
const access = keepOpenAccess();
const app = createApp('0.0.0-test', { access });

beforeAll(async () => {
  const out = join(root, 'january.csv');
  const sample = await app.invoke('sample.write', { preset: 'january-2025', out });
  if (!sample.ok) throw new Error(sample.error.message);
  await importFile(workspace, out);
});
afterAll(() => access.dispose());

type Page = Readonly<
  Record<keyof typeof CLIENTS_QUERIES | keyof typeof SLICER_QUERIES, AggregateAnswer['answers'][string]>
>;

/** The answers to all questions of the page and of the slicers, as the window asks them. */
async function page(scope: Scope = 'all', filters: readonly ColumnFilter[] = []): Promise<Page> {
  const queries = Object.entries({ ...CLIENTS_QUERIES, ...SLICER_QUERIES }).map(([name, declared]) => ({
    name,
    query: declared.query,
    without: 'without' in declared ? [...(declared.without ?? [])] : [],
  }));
  const selection = { filters: [...filters], search: '' };
  const answer = await app.invoke('dashboard.read', { workspace, scope, selection, queries });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.answers as Page;
}

const byDescription = (answers: Page): Record<string, number> =>
  Object.fromEntries(responseCounts(answers.byResponse).map(({ description, n }) => [description ?? '', n]));
const byStatus = (answers: Page): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { status, n } of responseCounts(answers.byResponse))
    counts[status ?? ''] = (counts[status ?? ''] ?? 0) + n;
  return counts;
};

describe('the page about clients under the january-2025 sample', () => {
  it('shows every number of the published tab', async () => {
    const answers = await page();
    expect(countOf(answerRows(answers.totals)[0], 'n')).toBe(published.staging_rows);
    expect(byDescription(answers)).toEqual(published.response_by_summary_desc);
    expect(byStatus(answers)).toEqual(published.status);
    const { days, totals, clients } = dayClientCounts(answers.byDayAndClient);
    const ofJanuary: Record<string, number> = {};
    for (const [at, n] of totals.entries()) if (n > 0) ofJanuary[String(Number(days[at]?.slice(8)))] = n;
    expect(ofJanuary).toEqual(published.transactions_by_day_of_january_2025);
    expect(clients.map(({ client }) => client)).toEqual(published.clients);
  });

  it('shows every number of the published page without retries', async () => {
    const answers = await page('without-retries');
    expect(countOf(answerRows(answers.totals)[0], 'n')).toBe(published.no_retries_rows);
    expect(countOf(answerRows(answers.totals)[0], 'persons')).toBe(published.no_retries.persons);
    expect(byDescription(answers)).toEqual(published.no_retries.response_by_summary_desc);
    expect(byStatus(answers)).toEqual(published.no_retries.status);
    expect(Object.fromEntries(clientRates(answers.byClient).map(({ client, n }) => [client, n]))).toEqual(
      published.no_retries.clients,
    );
  });

  it('tells of processes what their last transactions tell', async () => {
    const answers = await page();
    const [overall] = processRates(answers.processes);
    expect(overall?.final).toMatchObject({ k: published.no_retries.status.ok, n: published.no_retries_rows });
    expect(Object.fromEntries(processRates(answers.processesByClient).map(({ client, n }) => [client, n]))).toEqual(
      published.no_retries.clients,
    );
  });

  it('counts the same whichever way it is cut, under a filter too', async () => {
    const filter: ColumnFilter = { kind: 'range', column: 'date_hour', from: 8, to: 17 };
    const answers = await page('first-attempts', [filter]);
    const { n, acceptance } = transactionRates(answerRows(answers.totals)[0]);
    const all = (rows: readonly { readonly n: number }[]): number => rows.reduce((sum, row) => sum + row.n, 0);
    expect(n).toBeGreaterThan(0);
    expect(all(clientRates(answers.byClient))).toBe(n);
    expect(all(responseCounts(answers.byResponse))).toBe(n);
    expect(dayClientCounts(answers.byDayAndClient).totals.reduce((sum, one) => sum + one, 0)).toBe(n);
    expect(answerRows(answers.byDay).reduce((sum, row) => sum + countOf(row, 'accepted'), 0)).toBe(acceptance.k);
    expect(answerRows(answers.byDayAndAttempt).reduce((sum, row) => sum + countOf(row, 'n'), 0)).toBe(n);
    expect(answerRows(answers.minute).reduce((sum, row) => sum + countOf(row, 'n'), 0)).toBe(n);
    // Its own filter is left out: the slicer still offers the other hours.
    expect(answerRows(answers.hour).reduce((sum, row) => sum + countOf(row, 'n'), 0)).toBeGreaterThan(n);
  });
});
