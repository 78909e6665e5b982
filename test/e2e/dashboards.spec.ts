import type { Locator } from '@playwright/test';
import { clientsWords } from '../../src/renderer/features/dashboards/clients/clients-words.ts';
import { dashboardWords } from '../../src/renderer/features/dashboards/dashboard-words.ts';
import { explainWords } from '../../src/renderer/features/dashboards/explain/explain-words.ts';
import { retriesWords } from '../../src/renderer/features/dashboards/retries/retries-words.ts';
import { slicerWords } from '../../src/renderer/features/dashboards/slicers/slicer-words.ts';
import { timesWords } from '../../src/renderer/features/dashboards/times/times-words.ts';
import { viewsWords } from '../../src/renderer/features/dashboards/views/views-words.ts';
import { filterBarWords } from '../../src/renderer/components/filter-bar/filter-bar-words.ts';
import { queryWords } from '../../src/renderer/features/query/query-words.ts';
import published from '../fixtures/published-figures.json' with { type: 'json' };
import type { AppWindow } from './pages/app-window.ts';
import { DashboardPage, numberIn, type ChartRow } from './pages/dashboard-page.ts';
import { QueryPage } from './pages/query-page.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { TablePage } from './pages/table-page.ts';
import { ViewsMenu } from './pages/views-menu.ts';
import { expect, test } from './window-test.ts';
import { inBook, numberInBook } from './workspace-maker.ts';

const ALL = published.staging_rows;
const LAST = published.no_retries_rows;
const WHOLE = { what: 'Whole transaction' } as const;

/** A number for each row of a chart's table. */
function byName(rows: readonly ChartRow[], name: string, value: string): Record<string, number> {
  return Object.fromEntries(rows.map((row) => [row[name] ?? '', numberIn(row[value])]));
}

/** The counts of the answers of a dashboard by their description, and by their status. */
async function answersOf(dashboard: DashboardPage, app: AppWindow): Promise<Record<'description' | 'status', object>> {
  const rows = await dashboard.data(app.say(clientsWords, 'responses'));
  const [answer, status, n] = (['answer', 'status', 'transactions'] as const).map((key) => app.say(clientsWords, key));
  const statuses: Record<string, number> = {};
  for (const row of rows) {
    const name = row[status ?? ''] ?? '';
    statuses[name] = (statuses[name] ?? 0) + numberIn(row[n ?? '']);
  }
  return { description: byName(rows, answer ?? '', n ?? ''), status: statuses };
}

/** The classes of every answer that are not nought. */
function classesOf(rows: readonly ChartRow[], answer: string): Record<string, Record<string, number>> {
  return Object.fromEntries(
    rows.map((row) => {
      const counts = Object.entries(row).flatMap(([name, text]): readonly (readonly [string, number])[] =>
        name === answer || numberIn(text) === 0 ? [] : [[name, numberIn(text)]],
      );
      // `1400 antispoofing OK`: published without the code.
      return [(row[answer] ?? '').replace(/^\d+ /, ''), Object.fromEntries(counts)];
    }),
  );
}

test.describe('every number of the published dashboard is on screen', () => {
  test('clients: transactions of every day, answers, status, clients, with and without retries', async ({
    app,
    januaryWorkspace,
  }) => {
    const dashboard = new DashboardPage(app);
    await dashboard.open(januaryWorkspace, 'clients');
    await dashboard.expectCount(ALL, ALL);

    const volume = await dashboard.data(app.say(clientsWords, 'volume'));
    const days = volume
      .map((row) => [Number(row[app.say(clientsWords, 'day')]?.slice(-2)), numberIn(row[app.say(clientsWords, 'all')])])
      .filter(([, n]) => n !== 0);
    expect(Object.fromEntries(days)).toEqual(published.transactions_by_day_of_january_2025);
    const clients = await dashboard.data(app.say(clientsWords, 'table'));
    const clientNames = clients.map((row) => row[app.say(clientsWords, 'client')]);
    expect(new Set(clientNames)).toEqual(new Set(published.clients));
    expect(new Set(Object.keys(volume[0] ?? {}).slice(2))).toEqual(new Set(published.clients));

    expect(await answersOf(dashboard, app)).toEqual({
      description: published.response_by_summary_desc,
      status: published.status,
    });
    const [overall] = await dashboard.data(app.say(clientsWords, 'acceptanceOverall'));
    expect(numberIn(overall?.[app.say(clientsWords, 'accepted')])).toBe(published.status.ok);
    expect(numberIn(overall?.[app.say(clientsWords, 'rejected')])).toBe(published.status.error);
    expect(numberIn(overall?.[app.say(clientsWords, 'all')])).toBe(ALL);

    await dashboard.scope('without-retries');
    await dashboard.expectCount(LAST, LAST);
    expect(await answersOf(dashboard, app)).toEqual({
      description: published.no_retries.response_by_summary_desc,
      status: published.no_retries.status,
    });
    const last = await dashboard.data(app.say(clientsWords, 'table'));
    const [client, n] = [app.say(clientsWords, 'client'), app.say(clientsWords, 'transactions')];
    expect(byName(last, client, n)).toEqual(published.no_retries.clients);
    await expect(dashboard.figure(app.say(clientsWords, 'persons'))).toContainText(
      app.number(published.no_retries.persons),
    );
  });

  test('microservice times: means, totals, answers by resolution class and by aspect ratio', async ({
    app,
    januaryWorkspace,
  }) => {
    const dashboard = new DashboardPage(app);
    await dashboard.open(januaryWorkspace, 'times');
    const means = await dashboard.data(app.say(timesWords, 'means'));
    const perTransaction = `${app.say(timesWords, 'perTransaction')} (ms)`;
    const shown = byName(means, app.say(timesWords, 'microservice'), perTransaction);
    for (const [name, mean] of Object.entries(published.mean_ms_per_transaction)) {
      const key = name === 'other_mircroservices' ? app.say(timesWords, 'other') : name;
      expect(shown, name).toHaveProperty(key);
      if (typeof mean === 'number') expect(shown[key], name).toBe(mean);
    }

    const { mean, std, min, p25, p50, p75, max } = published.total_time_ms;
    const figure = async (key: 'kpiMean' | 'kpiP50' | 'kpiRange'): Promise<readonly number[]> => {
      const text = await dashboard.figure(app.say(timesWords, key)).innerText();
      return [...text.replaceAll(/p\d\d/g, '').matchAll(/[\d,]+(?:\.\d+)?/g)].map(([number]) => numberIn(number));
    };
    expect(await figure('kpiMean')).toEqual([mean, ALL, std]);
    expect(await figure('kpiP50')).toEqual([p50, p25, p75]);
    expect(await figure('kpiRange')).toEqual([min, max]);

    const answer = app.say(timesWords, 'answer');
    const resolution = classesOf(await dashboard.data(app.say(timesWords, 'resolution')), answer);
    expect(resolution).toMatchObject(published.image_quality_by_response);
    const aspect = classesOf(await dashboard.data(app.say(timesWords, 'aspect')), answer);
    expect(aspect).toMatchObject(published.aspect_ratio_by_response);
    const all = app.say(timesWords, 'all');
    for (const classes of [resolution, aspect])
      expect(Object.fromEntries(Object.entries(classes).map(([name, counts]) => [name, counts[all]]))).toEqual(
        published.response_by_summary_desc,
      );
  });
});

test.describe('what is selected in one chart filters the others', () => {
  test('a client in a chart, a slicer and the table of clients; chips, undo', async ({ app, januaryWorkspace }) => {
    const dashboard = new DashboardPage(app);
    await dashboard.open(januaryWorkspace, 'clients');
    const [second, third] = ['convenio_2', 'convenio_3'].map((client) =>
      numberInBook(januaryWorkspace, `SELECT count(*) FROM transform WHERE convenio = '${client}'`),
    ) as [number, number];
    const byClient = await dashboard.data(app.say(clientsWords, 'byClient'));
    await dashboard.fromMenu(app.say(clientsWords, 'byClient'), 'showChart');
    const row = byClient.findIndex((one) => one[app.say(clientsWords, 'client')] === 'convenio_2');
    await dashboard.select(app.say(clientsWords, 'byClient'), row);
    await dashboard.expectCount(second, ALL);
    await expect(dashboard.chips).toContainText('convenio_2');
    // The chart shows all clients still, to compare with; the others only the selected.
    await expect(dashboard.figure(app.say(clientsWords, 'transactions'))).toContainText(app.number(second));
    const { description } = await answersOf(dashboard, app);
    expect(Object.values(description).reduce((sum: number, n: number) => sum + n, 0)).toBe(second);
    expect(await dashboard.data(app.say(clientsWords, 'byClient'))).toHaveLength(published.clients.length);

    await dashboard.slice('client', 'convenio_3');
    await dashboard.expectCount(second + third, ALL);
    await dashboard.undo();
    await dashboard.expectCount(second, ALL);
    await dashboard.undo();
    await dashboard.expectCount(ALL, ALL);
    await expect(dashboard.chips).toBeHidden();

    await dashboard.fromMenu(app.say(clientsWords, 'responses'), 'showChart');
    await dashboard.select(app.say(clientsWords, 'responses'), 1);
    await dashboard.expectCount(published.response_by_summary_desc['blur/haze'], ALL);
    await dashboard.clearAll();
    await dashboard.expectCount(ALL, ALL);
  });

  test('a bar that is clicked, days that are dragged over, and hours of a slicer', async ({
    app,
    januaryWorkspace,
  }) => {
    const { page } = app;
    const dashboard = new DashboardPage(app);
    await dashboard.open(januaryWorkspace, 'clients');
    const canvas = dashboard.chart(app.say(clientsWords, 'volume')).locator('canvas').first();
    const box = await boxOf(canvas);
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.6);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.6, { steps: 4 });
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.6, { steps: 4 });
    await page.mouse.up();
    await expect(dashboard.chips).toContainText('date');
    await dashboard.settled();
    const [, from = '', to = ''] =
      /(\d{4}-\d{2}-\d{2}).*?(\d{4}-\d{2}-\d{2})/.exec(await dashboard.chips.innerText()) ?? [];
    const days = `substr(date, 1, 10) BETWEEN '${from}' AND '${to}'`;
    const within = numberInBook(januaryWorkspace, `SELECT count(*) FROM transform WHERE ${days}`);
    expect(within).toBeGreaterThan(0);
    expect(within).toBeLessThan(ALL);
    await dashboard.expectCount(within, ALL);

    const hour = dashboard.slicer('hour');
    const first = hour.getByRole('slider', {
      name: `${app.say(slicerWords, 'hour')}: ${app.say(slicerWords, 'from')}`,
    });
    await first.focus();
    for (let step = 0; step < 9; step += 1) await first.press('ArrowRight');
    const later = numberInBook(januaryWorkspace, `SELECT count(*) FROM transform WHERE ${days} AND date_hour >= 9`);
    await dashboard.expectCount(later, ALL);
    await app.button(slicerWords, 'clear', { name: app.say(slicerWords, 'hour') }).click();
    await dashboard.expectCount(within, ALL);
    await dashboard.clearAll();

    const bars = await boxOf(dashboard.chart(app.say(clientsWords, 'responses')).locator('canvas').first());
    await page.mouse.click(bars.x + bars.width * 0.45, bars.y + 36);
    await expect(dashboard.chips).toContainText('summary_code');
    await dashboard.expectCount(published.response_by_summary_desc['antispoofing OK'], ALL);
  });

  test('a range of the total time, which is explained from its chart', async ({ app, januaryWorkspace }) => {
    const { page } = app;
    const dashboard = new DashboardPage(app);
    await dashboard.open(januaryWorkspace, 'times');
    const title = app.say(timesWords, 'spread', WHOLE);
    const chart = dashboard.chart(title);
    await chart.scrollIntoViewIfNeeded();
    await dashboard.settled();
    const box = await boxOf(chart.locator('canvas').first());
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.7);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.7, { steps: 5 });
    await page.mouse.move(box.x + box.width * 0.9, box.y + box.height * 0.7, { steps: 5 });
    await page.mouse.up();
    await expect(dashboard.chips).toContainText('total_time_ms');
    await dashboard.settled();
    const selected = numberIn(await dashboard.count.innerText());
    expect(selected).toBeGreaterThan(0);
    expect(selected).toBeLessThan(ALL / 2);
    await dashboard.fromMenu(title, 'explain');
    await expect(dashboard.explanation).toContainText(app.number(selected));
    await expect(dashboard.explanation.getByRole('heading', { level: 3 }).first()).toBeVisible();
    await dashboard.undo();
    await dashboard.expectCount(ALL, ALL);
  });

  test('the scope counts every attempt, the last or the first of every process', async ({ app, januaryWorkspace }) => {
    const dashboard = new DashboardPage(app);
    await dashboard.open(januaryWorkspace, 'retries');
    await dashboard.expectCount(ALL, ALL);
    const first = app.say(retriesWords, 'firstTry');
    const accepted = await dashboard.figure(first).innerText();
    await dashboard.scope('first-attempts');
    await dashboard.expectCount(LAST, LAST);
    // Figures of processes count all their attempts, whichever selects them.
    expect(await dashboard.figure(first).innerText()).toBe(accepted);
    await dashboard.scope('without-retries');
    await dashboard.expectCount(LAST, LAST);
    await app.follow('clients');
    await dashboard.expectCount(LAST, LAST);
    await expect(dashboard.figure(app.say(clientsWords, 'acceptance'))).toContainText(
      app.speech.format.percent(published.no_retries.status.ok / LAST),
    );
  });
});

test.describe('every chart', () => {
  test('is a table, its SQL and its transactions too', async ({ app, januaryWorkspace }) => {
    const dashboard = new DashboardPage(app);
    await dashboard.open(januaryWorkspace, 'clients');
    await dashboard.slice('client', 'convenio_4');
    const rows = numberInBook(januaryWorkspace, "SELECT count(*) FROM transform WHERE convenio = 'convenio_4'");
    await dashboard.expectCount(rows, ALL);
    const title = app.say(clientsWords, 'responses');
    const shown = byName(
      await dashboard.data(title),
      app.say(clientsWords, 'answer'),
      app.say(clientsWords, 'transactions'),
    );
    const answers = Object.keys(shown).length;

    await dashboard.fromMenu(title, 'showSql');
    const query = new QueryPage(app);
    await expect(query.editor).toContainText('SELECT');
    await query.run();
    await expect(query.columnHeads).toHaveText(['code', 'description', 'status', 'n']);
    await expect(app.main.getByRole('gridcell')).toHaveCount(answers * 4);
    const cells = await app.main.getByRole('gridcell').allInnerTexts();
    const answered = Array.from({ length: answers }, (_, row) => [cells[row * 4 + 1], numberIn(cells[row * 4 + 3])]);
    expect(Object.fromEntries(answered)).toEqual(shown);

    await app.page.goBack();
    await dashboard.expectCount(rows, ALL);
    await dashboard.fromMenu(title, 'showRows');
    const table = new TablePage(app);
    await table.rowsShown();
    await table.expectCount(rows, ALL);
    await table.findColumn('convenio');
    expect(new Set(await table.texts('convenio', 3))).toEqual(new Set(['convenio_4']));
  });

  test('is enlarged, and closed again by Esc', async ({ app, januaryWorkspace }) => {
    const dashboard = new DashboardPage(app);
    await dashboard.open(januaryWorkspace, 'times');
    const title = app.say(timesWords, 'waterfall');
    const enlarge = app.button(dashboardWords, 'enlargeOf', { title });
    const small = await boxOf(dashboard.chart(title));
    await enlarge.click();
    const dialog = app.page.getByRole('dialog');
    const large = dialog.getByRole('slider', { name: title, exact: true });
    await expect(large).toBeVisible();
    expect((await boxOf(large)).height).toBeGreaterThan(small.height * 1.5);
    await app.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(dashboard.chart(title)).toBeVisible();
    await expect(enlarge).toBeFocused();
  });

  test('is saved and copied as it is told: PNG, SVG, CSV', async ({ app, januaryWorkspace }) => {
    const { page } = app;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const dashboard = new DashboardPage(app);
    await dashboard.open(januaryWorkspace, 'clients');
    const title = app.say(clientsWords, 'volume');
    await dashboard.fromMenu(title, 'copyCsv');
    await expect(app.notifications).toContainText(app.say(dashboardWords, 'copied'));
    const csv = await page.evaluate(() => navigator.clipboard.readText());
    expect(csv.split('\r\n').find((line) => line.startsWith('2025-01-25'))).toContain('2025-01-25,2863,');
    for (const [action, ending] of [
      ['savePng', 'png'],
      ['saveSvg', 'svg'],
    ] as const) {
      const download = page.waitForEvent('download');
      await dashboard.fromMenu(title, action);
      expect((await download).suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
    }
  });
});

test('a view is saved, renamed, applied, opened with, handed over and put into the report', async ({
  app,
  januaryWorkspace,
}) => {
  const dashboard = new DashboardPage(app);
  const views = new ViewsMenu(app);
  await dashboard.open(januaryWorkspace, 'clients');
  await dashboard.slice('client', 'convenio_2');
  await dashboard.scope('first-attempts');
  const chosen = await countWhenFiltered(dashboard);
  await views.save('Second client');
  await views.rename('Second client', 'Client two');
  await views.close();
  await expect(views.button).toHaveText(app.say(viewsWords, 'viewIs', { name: 'Client two' }));

  await dashboard.clearAll();
  await dashboard.scope('all');
  await dashboard.expectCount(ALL, ALL);
  await app.follow('times');
  await views.apply('Client two');
  await expect(app.title).toHaveText(app.say(dashboardWords, 'clients'));
  await expect(dashboard.count).toHaveText(chosen);
  await expect(dashboard.chips).toContainText('convenio_2');

  await views.fromMenu('Client two', 'putInReport');
  await expect(views.row('Client two').getByRole('img', { name: app.say(viewsWords, 'inReport') })).toBeVisible();
  await views.fromMenu('Client two', 'makeOpening');
  await expect(views.row('Client two').getByRole('img', { name: app.say(viewsWords, 'opensWith') })).toBeVisible();
  const file = await views.exported();
  await views.import(file);
  await expect(app.notifications.filter({ hasText: app.say(viewsWords, 'imported', { count: 1 }) })).toBeVisible();
  await expect(views.panel.getByRole('listitem')).toHaveCount(2);
  await views.import('{"views": "none"}');
  await expect(app.notifications.filter({ hasText: app.say(viewsWords, 'importFailed') })).toBeVisible();
  await views.close();
  expect(inBook(januaryWorkspace, 'SELECT count(*) FROM saved_views')).toBe('2');

  await dashboard.clearAll();
  // The next time that the dashboards are opened they begin with it.
  await app.goTo({ kind: 'home' });
  await app.page.reload();
  await app.goTo({ kind: 'dashboard', workspace: januaryWorkspace, page: 'quality', view: null });
  await expect(app.title).toHaveText(app.say(dashboardWords, 'clients'));
  await expect(dashboard.count).toHaveText(chosen);
});

test('one selection is shared by dashboards, tables and the query console', async ({ app, januaryWorkspace }) => {
  const dashboard = new DashboardPage(app);
  await dashboard.open(januaryWorkspace, 'quality');
  await dashboard.slice('client', 'convenio_2');
  const rows = numberInBook(januaryWorkspace, "SELECT count(*) FROM transform WHERE convenio = 'convenio_2'");
  await dashboard.expectCount(rows, ALL);
  await app.follow('transform');
  const table = new TablePage(app);
  await table.rowsShown();
  await table.expectCount(rows, ALL);
  await table.filterByValues('summary_status', 'error');
  const errors = numberInBook(
    januaryWorkspace,
    "SELECT count(*) FROM transform WHERE convenio = 'convenio_2' AND summary_status = 'error'",
  );
  await table.expectCount(errors, ALL);
  await app.follow('retries');
  await dashboard.expectCount(errors, ALL);

  await app.follow('query');
  const query = new QueryPage(app);
  await expect(app.main.getByRole('status').first()).toContainText(
    app.say(queryWords, 'selectedHolds', { rows: app.number(errors), all: app.number(ALL) }),
  );
  await query.type('SELECT count(*) AS n FROM selected');
  await query.run();
  await expect(query.columnHeads).toHaveText(['n']);
  await expect(app.main.getByRole('gridcell').first()).toHaveText(app.number(errors));
});

test('Explain ranks the columns by which a selection differs, and a click on one filters', async ({
  app,
  januaryWorkspace,
}) => {
  const dashboard = new DashboardPage(app);
  await dashboard.open(januaryWorkspace, 'clients');
  await expect(app.button(explainWords, 'open')).toBeHidden();
  await dashboard.slice('client', 'convenio_3');
  const rows = numberInBook(januaryWorkspace, "SELECT count(*) FROM transform WHERE convenio = 'convenio_3'");
  await dashboard.expectCount(rows, ALL);
  await app.button(explainWords, 'open').click();
  const { explanation } = dashboard;
  await expect(explanation).toContainText(app.number(rows));
  await expect(explanation).toContainText(app.number(ALL - rows));
  const columns = explanation.locator('li > code, ol > li code');
  await expect(columns.first()).toBeVisible();
  // Nearly all images of this client are large: that stands out.
  expect((await columns.allInnerTexts()).slice(0, 12).join(' ')).toMatch(/image_quality|img_size|total_time/);
  await explanation.getByRole('listitem').getByRole('button').first().click();
  await expect(
    dashboard.chips.getByRole('button', { name: app.speech.like(filterBarWords, 'removeFilter') }),
  ).toHaveCount(2);
  await explanation.press('Escape');
  await expect(explanation).toBeHidden();
});

test('the pages speak Spanish', async ({ app: english, januaryWorkspace }) => {
  const settings = new SettingsPage(english);
  await settings.open();
  const app = await settings.speak('es');
  const dashboard = new DashboardPage(app);
  for (const page of ['clients', 'times', 'retries', 'quality'] as const) {
    await dashboard.open(januaryWorkspace, page);
    await expect(dashboard.count).toHaveText('14.654 transacciones');
    const findings = await app.main.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(findings.filter((text) => /\b(the|of|with|takes|are|is accepted)\b/.test(text))).toEqual([]);
  }
});

async function boxOf(element: Locator): Promise<Record<'x' | 'y' | 'width' | 'height', number>> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('it is not on the page');
  return box;
}

/** How many transactions are selected, once that is not all of them. */
async function countWhenFiltered(dashboard: DashboardPage): Promise<string> {
  await dashboard.settled();
  await expect(dashboard.chips).toBeVisible();
  await expect(dashboard.count).toContainText(/of 4,427/);
  return await dashboard.count.innerText();
}
