import { filterBarWords } from '../../src/renderer/components/filter-bar/filter-bar-words.ts';
import { commandWords } from '../../src/renderer/app/commands/command-words.ts';
import { paletteWords } from '../../src/renderer/features/palette/palette-words.ts';
import { tableWords } from '../../src/renderer/features/tables/table-words.ts';
import { AppWindow } from './pages/app-window.ts';
import { TablePage } from './pages/table-page.ts';
import { expect, test } from './window-test.ts';
import { GOOD_ROWS, numberInBook } from './workspace-maker.ts';

const ERRORS = "SELECT count(*) FROM transform WHERE summary_status = 'error'";

async function setView(table: TablePage): Promise<void> {
  await table.filterByValues('summary_status', 'error');
  await table.sortBy('summary_code');
  await table.fromMenu('http_code', 'hideThis');
  await table.fromMenu('user_name', 'freezeLeft');
}

async function expectView(table: TablePage, workspace: string): Promise<void> {
  await table.expectCount(numberInBook(workspace, ERRORS), GOOD_ROWS);
  await expect(table.head('summary_code')).toHaveAttribute('aria-sort', 'ascending');
  await expect(table.head('http_code')).toBeHidden();
  await expect.poll(async () => (await table.columnsInSight())[0]).toBe('user_name');
  const least = numberInBook(workspace, "SELECT min(summary_code) FROM transform WHERE summary_status = 'error'");
  await expect(table.cell(0, 'summary_code')).toHaveText(String(least));
}

test('a link leads to the same filters, order and columns in another window', async ({ app, watch, workspace }) => {
  const { page } = app;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const table = new TablePage(app);
  await table.open(workspace);
  await setView(table);
  await expectView(table, workspace);
  await app.runFromPalette(app.say(commandWords, 'copyLink'));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  // Else the other window would find the view where this one left it.
  await app.runFromPalette(app.say(tableWords, 'resetView'));
  await table.expectCount(GOOD_ROWS, GOOD_ROWS);

  const other = new AppWindow(await page.context().newPage(), app.speech);
  watch(other.page);
  await other.page.goto(link);
  await expectView(new TablePage(other), workspace);
});

test('filters, order and columns can be undone and redone one after the other', async ({ app, workspace }) => {
  const { page } = app;
  const table = new TablePage(app);
  await table.open(workspace);
  const errors = numberInBook(workspace, ERRORS);
  await table.filterByValues('summary_status', 'error');
  await table.expectCount(errors, GOOD_ROWS);
  await table.sortBy('summary_code');
  await expect(table.head('summary_code')).toHaveAttribute('aria-sort', 'ascending');
  await table.fromMenu('http_code', 'hideThis');
  await expect(table.head('http_code')).toBeHidden();

  await page.keyboard.press('Control+z');
  await expect(table.head('http_code')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(table.head('summary_code')).toHaveAttribute('aria-sort', 'none');
  await app.button(filterBarWords, 'undo').click();
  await table.expectCount(GOOD_ROWS, GOOD_ROWS);
  await expect(app.button(filterBarWords, 'undo')).toBeDisabled();

  await app.button(filterBarWords, 'redo').click();
  await table.expectCount(errors, GOOD_ROWS);
  await page.keyboard.press('Control+Shift+Z');
  await expect(table.head('summary_code')).toHaveAttribute('aria-sort', 'ascending');
  await page.keyboard.press('Control+Shift+Z');
  await expect(table.head('http_code')).toBeHidden();
});

test('a view is found as it was left, after loading the window again and in the next session', async ({
  app,
  workspace,
}) => {
  const table = new TablePage(app);
  await table.open(workspace);
  await setView(table);
  await expectView(table, workspace);
  await app.page.reload();
  await expectView(table, workspace);
  await app.follow('staging');
  // The filters are those of the workspace, the order is the table's own.
  await table.expectCount(numberInBook(workspace, ERRORS), GOOD_ROWS);
  await expect(table.head('summary_code')).toHaveAttribute('aria-sort', 'none');
  await app.follow('transform');
  await expectView(table, workspace);
});

test('the palette finds commands, columns and tables', async ({ app, workspace }) => {
  const table = new TablePage(app);
  await table.open(workspace);
  await app.runFromPalette('total_time_ms');
  await expect(table.head('total_time_ms')).toBeInViewport();
  await app.runFromPalette(app.say(tableWords, 'tableNoRetries'));
  await expect(app.title).toHaveText(app.say(tableWords, 'tableNoRetries'));
  await app.runFromPalette(app.say(commandWords, 'themeDark'));
  await expect(app.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await app.page.keyboard.press('Control+k');
  await app.page.getByPlaceholder(app.say(paletteWords, 'placeholder')).fill('zzzz');
  await expect(app.page.getByRole('dialog')).toContainText(app.say(paletteWords, 'nothing'));
});

test('the sheet of shortcuts names those of the page, and what it names works', async ({ app, workspace }) => {
  const { page } = app;
  const table = new TablePage(app);
  await table.open(workspace);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: app.say(paletteWords, 'shortcuts') });
  const line = sheet.getByRole('row').filter({ hasText: app.say(tableWords, 'findColumn') });
  await expect(line).toContainText('CtrlShiftF');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await table.findColumn('total time');
  await expect(table.head('total_time_ms')).toBeInViewport();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('antispoofing');
  const all = numberInBook(workspace, "SELECT count(*) FROM transform WHERE summary_desc LIKE '%antispoofing%'");
  await table.expectCount(all, GOOD_ROWS);
  await page.keyboard.press('Control+Shift+X');
  await table.expectCount(GOOD_ROWS, GOOD_ROWS);
});
