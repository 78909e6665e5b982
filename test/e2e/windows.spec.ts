import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { startVeriscope } from '../helpers/cli.ts';
import { appWords } from '../../src/renderer/app/app-words.ts';
import { importOutcomeWords } from '../../src/renderer/features/import/import-outcome-words.ts';
import { settingsWords } from '../../src/renderer/features/settings/settings-words.ts';
import { AppWindow } from './pages/app-window.ts';
import { HomePage } from './pages/home-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { TablePage } from './pages/table-page.ts';
import { readOnlyDisk } from './read-only-disk.ts';
import { speechOf } from './speech.ts';
import { expect, test } from './window-test.ts';
import { GOOD_ROWS, makeSample, numberInBook } from './workspace-maker.ts';

/** A further window of the same application. */
async function anotherWindow({ page, speech }: AppWindow): Promise<AppWindow> {
  const other = await page.context().newPage();
  await other.goto(new URL('/', page.url()).href);
  return new AppWindow(other, speech);
}

test('rows that one window imports appear in the other', async ({ app, host, workspace }) => {
  const other = await anotherWindow(app);
  const table = new TablePage(other);
  await table.open(workspace);
  await table.expectCount(GOOD_ROWS, GOOD_ROWS);
  const wizard = new ImportPage(app);
  await wizard.open(await makeSample(host.home, 50, 'more.csv', 5), workspace);
  await expect(wizard.preview).toBeVisible();
  await wizard.start();
  await expect(wizard.books({ read: 50, loaded: 50, rejected: 0, duplicates: 0 })).toBeAttached();
  await table.expectCount(GOOD_ROWS + 50, GOOD_ROWS + 50);
  await expect(other.navigation).toContainText(other.number(GOOD_ROWS + 50));
});

test('language and theme change in every window at once', async ({ app }) => {
  const other = await anotherWindow(app);
  const settings = new SettingsPage(app);
  await settings.open();
  await settings.paint('dark');
  const spanish = speechOf('es');
  await settings.speak('es');
  await expect(other.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(other.page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(other.navigation.or(other.in(spanish).navigation)).toContainText(spanish.say(appWords, 'settings'));
  await expect(app.title).toHaveText(spanish.say(settingsWords, 'title'));
});

test('a second import into a workspace that is being written is refused with a sentence', async ({
  app,
  large,
  made,
  workspace,
}) => {
  const other = await anotherWindow(app);
  const [first, second] = [new ImportPage(app), new ImportPage(other)];
  await second.open(made.file, workspace);
  await expect(second.preview).toBeVisible();
  await first.open(large, workspace);
  await expect(first.preview).toBeVisible();
  await first.start();
  await expect(first.progress).toBeVisible();
  await second.start();
  await expect(other.alert).toContainText('WORKSPACE_BUSY');
  await expect(other.main.getByText(other.say(importOutcomeWords, 'failedTitle'))).toBeVisible();
  await first.cancel();
  await expect(app.main.getByText(app.say(importOutcomeWords, 'cancelledTitle'))).toBeVisible();

  await other.button(importOutcomeWords, 'backToSettings').click();
  await second.start();
  await expect(other.main.getByText(other.speech.like(importOutcomeWords, 'alreadyTitle'))).toBeVisible();
});

test('a workspace that another process writes is read, and an import waits for a clear answer', async ({
  app,
  host,
  large,
  workspace,
}) => {
  const beside = startVeriscope(['import', large, '--workspace', workspace], { cwd: host.home });
  const ended = once(beside, 'close');
  try {
    await expect.poll(() => isWritten(workspace)).toBe(true);
    const table = new TablePage(app);
    await table.open(workspace);
    await table.expectCount(GOOD_ROWS, GOOD_ROWS);
    const wizard = new ImportPage(app);
    await wizard.open(await makeSample(host.home, 20, 'few.csv', 5), workspace);
    await expect(wizard.preview).toBeVisible();
    await wizard.start();
    await expect(app.alert).toContainText('WORKSPACE_LOCKED');
    beside.kill('SIGINT');
    await ended;
    await app.button(importOutcomeWords, 'backToSettings').click();
    await wizard.start();
    await expect(wizard.books({ read: 20, loaded: 20, rejected: 0, duplicates: 0 })).toBeAttached();
  } finally {
    beside.kill('SIGKILL');
    await ended;
  }
});

/** Whether some process holds the lock of a workspace. */
function isWritten(workspace: string): boolean {
  const lock = new Database(join(workspace, 'writer.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE; ROLLBACK');
    return false;
  } catch {
    return true;
  } finally {
    lock.close();
  }
}

test.describe('a workspace that cannot be opened says why and shows a way on', () => {
  const open = async (app: AppWindow, workspace: string): Promise<void> => {
    await app.goTo({ kind: 'table', workspace, table: 'transform', view: null, row: null });
  };

  test('it is from a newer version', async ({ app, workspace }) => {
    const book = new Database(join(workspace, 'workspace.sqlite'));
    book.pragma('user_version = 999');
    book.close();
    await open(app, workspace);
    await expect(app.title).toHaveText(app.say(appWords, 'problemTooNew'));
    await expect(app.alert).toContainText('WORKSPACE_TOO_NEW');
  });

  test('it is damaged', async ({ app, workspace }) => {
    writeFileSync(join(workspace, 'workspace.sqlite'), 'no database at all'.repeat(1000));
    for (const name of ['workspace.sqlite-wal', 'workspace.sqlite-shm']) rmSync(join(workspace, name), { force: true });
    await open(app, workspace);
    await expect(app.title).toHaveText(app.say(appWords, 'problemDamaged'));
    await expect(app.alert).toContainText('WORKSPACE_DAMAGED');
  });

  test('it is gone, and is forgotten', async ({ app, workspace }) => {
    await new TablePage(app).open(workspace);
    rmSync(workspace, { recursive: true });
    await app.page.reload();
    await expect(app.title).toHaveText(app.say(appWords, 'problemNotFound'));
    await app.button(appWords, 'forget').click();
    const home = new HomePage(app);
    await expect(home.recent).toBeHidden();
    await expect(app.title).toBeVisible();
  });
});

test('a workspace on a disk that may not be written is read; an import into it is refused', async ({
  app,
  host,
  workspace,
}) => {
  const disk = readOnlyDisk(host.home, workspace);
  test.skip(disk === null, 'a file system cannot be mounted here');
  if (disk === null) return;
  try {
    const table = new TablePage(app);
    await table.open(disk.workspace);
    await table.expectCount(GOOD_ROWS, GOOD_ROWS);
    await table.filterByValues('summary_status', 'error');
    const errors = numberInBook(workspace, "SELECT count(*) FROM transform WHERE summary_status = 'error'");
    await table.expectCount(errors, GOOD_ROWS);
    await table.sortBy('date');
    await expect(table.cell(0, 'summary_status')).toHaveText('error');
    const wizard = new ImportPage(app);
    await wizard.open(await makeSample(host.home, 20, 'few.csv', 5), disk.workspace);
    await expect(wizard.preview).toBeVisible();
    await wizard.start();
    await expect(app.alert).toContainText('WORKSPACE_NOT_WRITABLE');
  } finally {
    disk.unmount();
  }
});
