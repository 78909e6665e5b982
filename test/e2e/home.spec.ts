import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appWords } from '../../src/renderer/app/app-words.ts';
import { homeWords } from '../../src/renderer/features/home/home-words.ts';
import { columnsStepWords } from '../../src/renderer/features/import/columns-step-words.ts';
import { importWords } from '../../src/renderer/features/import/import-words.ts';
import { tableWords } from '../../src/renderer/features/tables/table-words.ts';
import { printRoute } from '../../src/renderer/route/route.ts';
import { dropOnWindow } from './dropped-file.ts';
import { FileDialog } from './pages/file-dialog.ts';
import { HomePage } from './pages/home-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { TablePage } from './pages/table-page.ts';
import { expect, test } from './window-test.ts';
import { GOOD_ROWS, numberInBook } from './workspace-maker.ts';

/** Rows of the preset that the sample is made of. */
const SAMPLE_ROWS = 14_654;

test('the sample is one click away, and another click makes no second one', async ({ app, host }) => {
  const home = new HomePage(app);
  await home.trySample.click();
  const table = new TablePage(app);
  await expect(app.title).toHaveText(app.say(tableWords, 'tableTransform'), { timeout: 40_000 });
  await table.expectCount(SAMPLE_ROWS, SAMPLE_ROWS);
  await home.open();
  await expect(home.tour).toBeHidden();
  await home.openSample.click();
  await table.expectCount(SAMPLE_ROWS, SAMPLE_ROWS);
  const workspace = join(host.home, 'Documents', 'january-2025-sample.veriscope');
  expect(numberInBook(workspace, 'SELECT count(*) FROM runs')).toBe(1);
});

test('a workspace that was opened is remembered until it is forgotten, and one that is gone says so', async ({
  app,
  workspace,
}) => {
  const home = new HomePage(app);
  const table = new TablePage(app);
  await table.open(workspace);
  await home.open();
  await expect(home.workspace('made')).toContainText(app.number(GOOD_ROWS));
  await home.workspace('made').getByRole('link', { name: 'made' }).click();
  await table.expectCount(GOOD_ROWS, GOOD_ROWS);

  renameSync(workspace, `${workspace}-elsewhere`);
  await home.open();
  await app.page.reload();
  await expect(home.workspace('made')).toContainText(app.say(homeWords, 'missing'));
  await home.fromMenu('made', 'forget');
  await expect(app.main.getByText(app.say(homeWords, 'emptyTitle'))).toBeVisible();
});

test('the folder of a workspace that is dropped on the window is opened', async ({ app, workspace }) => {
  await expect(app.title).toBeVisible();
  await dropOnWindow(app.page, workspace);
  await new TablePage(app).expectCount(GOOD_ROWS, GOOD_ROWS);
});

test('a dropped text that is no table of transactions is not imported, and it is said why', async ({ app, host }) => {
  const file = join(host.home, 'letter.txt');
  writeFileSync(file, 'Dear all,\nthis is a letter.\nYours\n');
  await expect(app.title).toBeVisible();
  await dropOnWindow(app.page, file);
  await expect(app.title).toHaveText(app.say(importWords, 'title'));
  const why = app.main.getByRole('region', { name: app.say(columnsStepWords, 'requiredTitle') });
  await expect(why).toContainText('file_token');
  await expect(new ImportPage(app).startButton).toBeHidden();
});

test('a dropped file of another kind is refused with a sentence', async ({ app, host }) => {
  const file = join(host.home, 'face.png');
  writeFileSync(file, 'no picture');
  await expect(app.title).toBeVisible();
  await dropOnWindow(app.page, file);
  await expect(app.notifications).toContainText(app.say(appWords, 'notOpenable', { name: 'face.png' }));
  await expect(app.page).toHaveURL(new RegExp(`${printRoute({ kind: 'home' })}$|/$`));
});

test('a dropped file that the host does not find is asked for', async ({ app, made }) => {
  // Neither below the home folder nor where removable drives and temporary files are.
  const folder = mkdtempSync('/var/tmp/veriscope-e2e-');
  try {
    const file = join(folder, 'elsewhere.csv');
    writeFileSync(file, 'file_token,date\n');
    await expect(app.title).toBeVisible();
    await dropOnWindow(app.page, file);
    const { dialog } = new FileDialog(app);
    await expect(dialog).toContainText(app.say(appWords, 'locateTitle', { name: 'elsewhere.csv' }));
    await expect(dialog).toContainText(app.say(appWords, 'locateNote', { name: 'elsewhere.csv' }));
    await new FileDialog(app).open(made.file);
    await expect(new ImportPage(app).preview).toBeVisible();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
