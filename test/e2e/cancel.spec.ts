import { importChipWords } from '../../src/renderer/features/import/import-chip-words.ts';
import { importOutcomeWords } from '../../src/renderer/features/import/import-outcome-words.ts';
import { ImportPage } from './pages/import-page.ts';
import { TablePage } from './pages/table-page.ts';
import { expect, test } from './window-test.ts';
import { GOOD_ROWS, numberInBook } from './workspace-maker.ts';

/** Milliseconds from the click to the message. */
const AT_MOST = 2000;

// At 45 % rows are read and checked, at 75 % the lens holds them all.
for (const percent of [45, 75]) {
  test(`an import that is cancelled at ${percent} % stops at once and leaves the workspace as it was`, async ({
    app,
    large,
    workspace,
  }) => {
    const wizard = new ImportPage(app);
    await wizard.open(large, workspace);
    await expect(wizard.preview).toBeVisible();
    await wizard.start();
    await wizard.reached(percent);
    const clicked = performance.now();
    await wizard.cancel();
    await app.main.getByText(app.say(importOutcomeWords, 'cancelledTitle')).waitFor();
    expect(performance.now() - clicked).toBeLessThan(AT_MOST);
    await expect(app.main.getByRole('status').first()).toContainText(
      app.say(importOutcomeWords, 'cancelledExisting', { workspace: 'made' }),
    );
    expect(numberInBook(workspace, 'SELECT count(*) FROM runs')).toBe(1);
    expect(numberInBook(workspace, 'SELECT count(*) FROM staging')).toBe(GOOD_ROWS);
    const table = new TablePage(app);
    await table.open(workspace);
    await table.expectCount(GOOD_ROWS, GOOD_ROWS);
  });
}

test('an import goes on while other pages are looked at, and is cancelled from there', async ({
  app,
  large,
  workspace,
}) => {
  const wizard = new ImportPage(app);
  await wizard.open(large, workspace);
  await expect(wizard.preview).toBeVisible();
  await wizard.start();
  await expect(wizard.progress).toBeVisible();
  const table = new TablePage(app);
  await table.open(workspace);
  await table.expectCount(GOOD_ROWS, GOOD_ROWS);
  await table.sortBy('date');
  await expect(table.head('date')).toHaveAttribute('aria-sort', 'ascending');
  const chip = app.page.getByRole('button', {
    name: app.speech.like(importChipWords, 'chipRunning', { file: 'large.csv' }),
  });
  await chip.click();
  await wizard.cancel();
  await expect(app.main.getByText(app.say(importOutcomeWords, 'cancelledTitle'))).toBeVisible();
});
