import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { appWords } from '../../src/renderer/app/app-words.ts';
import { filterBarWords } from '../../src/renderer/components/filter-bar/filter-bar-words.ts';
import { columnsStepWords } from '../../src/renderer/features/import/columns-step-words.ts';
import { fileStepWords } from '../../src/renderer/features/import/file-step-words.ts';
import { clientsWords } from '../../src/renderer/features/dashboards/clients/clients-words.ts';
import { dashboardWords } from '../../src/renderer/features/dashboards/dashboard-words.ts';
import { explainWords } from '../../src/renderer/features/dashboards/explain/explain-words.ts';
import { importOutcomeWords } from '../../src/renderer/features/import/import-outcome-words.ts';
import { queryWords } from '../../src/renderer/features/query/query-words.ts';
import { detailWords } from '../../src/renderer/features/tables/detail/detail-words.ts';
import { tableWords } from '../../src/renderer/features/tables/table-words.ts';
import { DASHBOARD_PAGES } from '../../src/shared/dashboards/declared-query.ts';
import { expectAccessible } from './accessibility-audit.ts';
import { DashboardPage } from './pages/dashboard-page.ts';
import { ExportDialog } from './pages/export-dialog.ts';
import { FileDialog } from './pages/file-dialog.ts';
import { HomePage } from './pages/home-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { QueryPage } from './pages/query-page.ts';
import { RejectsPage } from './pages/rejects-page.ts';
import { ReportDialog } from './pages/report-dialog.ts';
import { TablePage } from './pages/table-page.ts';
import { ViewsMenu } from './pages/views-menu.ts';
import { expect, test } from './window-test.ts';
import { BROKEN, GOOD_ROWS } from './workspace-maker.ts';

test.describe('nothing stands in the way of people with impairments', () => {
  test('at home and in what opens everywhere', async ({ app, workspace }) => {
    const { page } = app;
    const home = new HomePage(app);
    await expect(home.tour).toBeVisible();
    await expectAccessible(page, 'home, first run');
    await page.keyboard.press('Control+o');
    await expect(new FileDialog(app).dialog.getByRole('listbox')).toBeVisible();
    await expectAccessible(page, 'file dialog');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog').getByRole('table').first()).toBeVisible();
    await expectAccessible(page, 'shortcuts');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();

    await new TablePage(app).open(workspace);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('textbox').fill('time');
    await expectAccessible(page, 'palette');
    await page.keyboard.press('Escape');
    await home.open();
    await expect(home.workspace('made')).toContainText(app.number(GOOD_ROWS));
    await expectAccessible(page, 'home with workspaces');
    await app.goTo({ kind: 'settings' });
    await expectAccessible(page, 'settings');
  });

  test('in the wizard', async ({ app, made, large, workspace }) => {
    const { page } = app;
    const wizard = new ImportPage(app);
    await app.goTo({ kind: 'import', file: null, workspace: null });
    await expect(app.button(fileStepWords, 'choose')).toBeVisible();
    await expectAccessible(page, 'wizard without a file');
    await wizard.open(large, workspace);
    await expect(wizard.preview).toBeVisible();
    await expectAccessible(page, 'wizard, file');
    await wizard.next();
    await app.button(columnsStepWords, 'showMatched').click();
    await expect(app.main.getByRole('combobox').first()).toBeVisible();
    await expectAccessible(page, 'wizard, columns');
    await wizard.next();
    await expectAccessible(page, 'wizard, import');
    await wizard.start();
    await expect(wizard.progress).toBeVisible();
    await expectAccessible(page, 'wizard, running');
    await wizard.cancel();
    await expect(app.main.getByText(app.say(importOutcomeWords, 'cancelledTitle'))).toBeVisible();
    await expectAccessible(page, 'wizard, cancelled');
    await wizard.open(made.file);
    await expect(wizard.preview).toBeVisible();
    await wizard.name('other');
    await wizard.start();
    await expect(app.button(importOutcomeWords, 'openTables')).toBeVisible();
    await expectAccessible(page, 'wizard, done');
  });

  test('in the books', async ({ app, workspace }) => {
    const { page } = app;
    await app.goTo({ kind: 'ledger', workspace, run: null });
    await expect(app.main.getByRole('table')).toBeVisible();
    await expectAccessible(page, 'ledger');
    await app.goTo({ kind: 'ledger', workspace, run: 1 });
    await expect(app.main.getByText('SHA-256')).toBeVisible();
    await expectAccessible(page, 'ledger of an import');
    await app.follow('runs');
    await expect(app.main.getByRole('table')).toBeVisible();
    await expectAccessible(page, 'imports');
    const rejects = new RejectsPage(app);
    await rejects.open(workspace);
    await rejects.choose(BROKEN.line);
    await expect(rejects.cell(BROKEN.column)).toBeVisible();
    await expectAccessible(page, 'rejects');
  });

  test('in a table and its panels', async ({ app, workspace }) => {
    const { page } = app;
    const table = new TablePage(app);
    await table.open(workspace);
    await expectAccessible(page, 'table');
    await table.openMenu('summary_status');
    await expectAccessible(page, 'menu of a column');
    await page.keyboard.press('Escape');
    const values = await table.openFilter('summary_status');
    await expect(values.getByRole('checkbox').first()).toBeVisible();
    await expectAccessible(page, 'filter by values');
    await page.keyboard.press('Escape');
    const dates = await table.openFilter('date');
    await expect(dates.getByRole('button', { name: app.say(filterBarWords, 'presetLast7') })).toBeVisible();
    await expectAccessible(page, 'filter by dates');
    await page.keyboard.press('Escape');
    await table.findColumn('total_time_ms');
    const range = await table.openFilter('total_time_ms');
    await expect(range.getByRole('slider').first()).toBeVisible();
    await expectAccessible(page, 'filter by range');
    await page.keyboard.press('Escape');
    await app.button(tableWords, 'columns').click();
    await expect(page.getByRole('complementary').getByRole('checkbox').first()).toBeVisible();
    await expectAccessible(page, 'panel of columns');
    await app.button(tableWords, 'columns').click();
    await table.cell(1, 'total_time_ms').click();
    const detail = page.getByRole('complementary');
    await expect(detail.getByText(app.say(detailWords, 'attempts'))).toBeVisible();
    await expectAccessible(page, 'details of a transaction');
    await new ExportDialog(app).open();
    await expectAccessible(page, 'export');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+F');
    await expect(page.getByRole('dialog').getByRole('listbox')).toBeVisible();
    await expectAccessible(page, 'find a column');
  });

  test('in queries and reports', async ({ app, host, workspace }) => {
    const { page } = app;
    const query = new QueryPage(app);
    await query.open(workspace);
    await expectAccessible(page, 'query');
    await query.type('SELECT convenio, count(*) AS n FROM transform GROUP BY convenio');
    await query.run();
    await expect(query.columnHeads).toHaveText(['convenio', 'n']);
    await expectAccessible(page, 'result');
    await query.showChart();
    await expect(query.chart).toBeVisible();
    await expectAccessible(page, 'chart');
    await query.type('SELECT nothing');
    await query.run();
    await expect(app.alert).toBeVisible();
    await expectAccessible(page, 'failed query');
    await query.openTab('history');
    await expectAccessible(page, 'history');
    const report = new ReportDialog(app);
    await report.open();
    await expect(report.dialog).toBeVisible();
    await expectAccessible(page, 'report');
    await report.writeTo(join(host.home, 'report.html'));
    await expect(report.done).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page, 'written report');
  });

  for (const page of DASHBOARD_PAGES)
    test(`on the dashboard about ${page}`, async ({ app, workspace }) => {
      const dashboard = new DashboardPage(app);
      await dashboard.open(workspace, page);
      await expectAccessible(app.page, page);
    });

  test('in what dashboards open', async ({ app, workspace }) => {
    const { page } = app;
    const dashboard = new DashboardPage(app);
    await dashboard.open(workspace, 'clients');
    await dashboard.slice('client', 'convenio_1');
    await dashboard.settled();
    await app.button(explainWords, 'open').click();
    await expect(dashboard.explanation.getByRole('heading', { level: 3 }).first()).toBeVisible();
    await expectAccessible(page, 'explanation');
    await dashboard.explanation.press('Escape');
    const title = app.say(clientsWords, 'responses');
    await dashboard.data(title);
    await expectAccessible(page, 'chart as a table');
    const views = new ViewsMenu(app);
    await views.save('One client');
    await expectAccessible(page, 'views');
    await views.close();
    await app.button(dashboardWords, 'enlargeOf', { title: app.say(clientsWords, 'volume') }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, 'enlarged chart');
  });

  test('where a workspace is gone', async ({ app, workspace }) => {
    rmSync(workspace, { recursive: true });
    await app.goTo({ kind: 'query', workspace, sql: null });
    await expect(app.title).toHaveText(app.say(appWords, 'problemNotFound'));
    await expectAccessible(app.page, 'workspace that is gone');
  });
});

test('the main job is done without a mouse', async ({ app, workspace }) => {
  const { page } = app;
  const table = new TablePage(app);
  // Someone opened it before: it is on the list.
  await table.open(workspace);
  await new HomePage(app).open();
  await app.tabTo(app.main.getByRole('link', { name: 'made' }));
  await page.keyboard.press('Enter');
  await table.rowsShown();

  await app.tabTo(app.main.getByRole('searchbox'));
  await page.keyboard.type('antispoofing');
  await expect(table.count).not.toHaveText(app.say(tableWords, 'rowsAll', { all: app.number(GOOD_ROWS) }));
  await app.tabInto(table.grid);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const detail = page.getByRole('complementary');
  await expect(detail.getByText(app.say(detailWords, 'attempts'))).toBeVisible();
  const shown = await detail.getByRole('heading', { level: 2 }).innerText();
  await page.keyboard.press('ArrowDown');
  await expect(detail.getByRole('heading', { level: 2 })).not.toHaveText(shown);
  await page.keyboard.press('Escape');
  await expect(detail).toBeHidden();

  await app.runFromPalette(app.say(appWords, 'query'));
  const query = new QueryPage(app);
  await expect(query.editor).toBeVisible();
  await app.tabTo(query.editor);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('SELECT 42 AS answer');
  await page.keyboard.press('Control+Enter');
  await expect(query.columnHeads).toHaveText(['answer']);
  // Tab indents in the editor: Escape lets go of it.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(query.editor).not.toBeFocused();
});

test.describe('at a zoom of 200 %', () => {
  test.use({ viewport: { width: 640, height: 400 } });

  test('no page scrolls sideways as a whole, and what matters can be reached', async ({ app, made, workspace }) => {
    const isWider = (): Promise<boolean> =>
      app.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    const home = new HomePage(app);
    await home.trySample.scrollIntoViewIfNeeded();
    await expect(home.trySample).toBeInViewport({ ratio: 1 });
    expect.soft(await isWider(), 'home').toBe(false);

    const wizard = new ImportPage(app);
    await wizard.open(made.file);
    await expect(wizard.preview).toBeVisible();
    await expect(wizard.startButton).toBeInViewport({ ratio: 1 });
    expect.soft(await isWider(), 'wizard').toBe(false);

    const table = new TablePage(app);
    await table.open(workspace);
    await expect(table.cell(0, 'date')).toBeInViewport();
    for (const action of ['columns', 'export'] as const)
      await expect(app.main.getByRole('button', { name: app.say(tableWords, action) })).toBeInViewport({ ratio: 1 });
    expect.soft(await isWider(), 'table').toBe(false);
    await table.cell(0, 'date').click();
    const close = app.page.getByRole('complementary').getByRole('button', { name: app.say(detailWords, 'close') });
    await expect(close).toBeInViewport({ ratio: 1 });
    expect.soft(await isWider(), 'details').toBe(false);
    await close.click();
    const filter = await table.openFilter('date');
    const apply = filter.getByRole('button', { name: app.say(filterBarWords, 'apply') });
    await apply.scrollIntoViewIfNeeded();
    await expect(apply).toBeInViewport({ ratio: 1 });
    await app.page.keyboard.press('Escape');

    const query = new QueryPage(app);
    await query.open(workspace);
    await query.type('SELECT 42 AS answer');
    const run = app.main.getByRole('button', { name: new RegExp(`^${app.say(queryWords, 'run')}`) });
    await run.scrollIntoViewIfNeeded();
    await expect(run).toBeInViewport({ ratio: 1 });
    await run.click();
    await query.columnHeads.scrollIntoViewIfNeeded();
    await expect(query.columnHeads).toBeInViewport();
    expect.soft(await isWider(), 'query').toBe(false);

    const rejects = new RejectsPage(app);
    await rejects.open(workspace);
    await rejects.choose(BROKEN.line);
    await rejects.cell(BROKEN.column).scrollIntoViewIfNeeded();
    await expect(rejects.cell(BROKEN.column)).toBeInViewport({ ratio: 1 });
    expect.soft(await isWider(), 'rejects').toBe(false);
    const dashboard = new DashboardPage(app);
    for (const name of DASHBOARD_PAGES) {
      await dashboard.open(workspace, name);
      expect.soft(await isWider(), name).toBe(false);
    }
    for (const route of [
      { kind: 'ledger', workspace, run: null },
      { kind: 'ledger', workspace, run: 1 },
      { kind: 'settings' },
    ] as const) {
      await app.goTo(route);
      await expect(app.title).toBeVisible();
      expect.soft(await isWider(), route.kind).toBe(false);
    }
  });
});
