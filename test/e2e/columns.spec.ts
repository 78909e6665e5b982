import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnsStepWords } from '../../src/renderer/features/import/columns-step-words.ts';
import { confirmStepWords } from '../../src/renderer/features/import/confirm-step-words.ts';
import { importWords } from '../../src/renderer/features/import/import-words.ts';
import { COLUMN_NAMES, csvText, transaction, transactions } from '../helpers/transaction-csv.ts';
import { ImportPage } from './pages/import-page.ts';
import { expect, test } from './window-test.ts';

/** What the file calls the required column `date`. */
const RENAMED = 'cuando';
const HEADER = COLUMN_NAMES.map((name) => (name === 'date' ? RENAMED : name));

test('a column that is mapped by hand is remembered for the next file with that header', async ({ app, host }) => {
  const [first, second] = ['first.csv', 'second.csv'].map((name) => join(host.home, name)) as [string, string];
  writeFileSync(first, csvText(transactions(4), { header: HEADER }));
  writeFileSync(second, csvText(transactions(5, 10), { header: HEADER }));
  const wizard = new ImportPage(app);
  await wizard.open(first);
  await expect(wizard.required).toContainText('date');
  await expect(wizard.startButton).toBeHidden();

  await wizard.goToStep('stepColumns');
  await wizard.mapRequired('date', RENAMED);
  await expect(wizard.required).toBeHidden();
  await expect(wizard.mappingOf(RENAMED)).toHaveValue('date');
  await wizard.start();
  await expect(wizard.books({ read: 4, loaded: 4, rejected: 0, duplicates: 0 })).toBeAttached();

  await wizard.open(second);
  await wizard.goToStep('stepColumns');
  const remembered = app.main.getByText(app.say(columnsStepWords, 'remembered', { count: 1, n: 1 }));
  await expect(remembered).toBeVisible();
  await expect(wizard.required).toBeHidden();
  await expect(wizard.mappingOf(RENAMED)).toHaveValue('date');

  // To forget it is to be asked again; mapped again, it is there for the file after.
  await app.button(columnsStepWords, 'forget').click();
  await expect(remembered).toBeHidden();
  await expect(wizard.required).toBeVisible();
  await wizard.mapRequired('date', RENAMED);
  await wizard.start();
  await expect(wizard.books({ read: 5, loaded: 5, rejected: 0, duplicates: 0 })).toBeAttached();
});

test('an e-mail address where a pseudonym should be stops an import until the person knows', async ({ app, host }) => {
  const file = join(host.home, 'real.csv');
  const address = 'ana.perez@example.org';
  writeFileSync(file, csvText([...transactions(4), transaction(5, { documento: address })]));
  const wizard = new ImportPage(app);
  await wizard.open(file);
  await expect(wizard.preview).toBeVisible();
  await expect(app.main.getByText(app.say(importWords, 'identityNeeded'))).toBeVisible();
  await expect(wizard.startButton).toBeHidden();

  await wizard.goToStep('stepImport');
  const warning = wizard.identities.getByRole('row').filter({ hasText: 'documento' });
  await expect(warning).toContainText(app.say(confirmStepWords, 'shapeEmail'));
  await expect(warning).toContainText(app.say(confirmStepWords, 'identityCountOf', { n: 1, all: 5 }));
  await expect(app.main).not.toContainText('ana.perez');
  await expect(wizard.startButton).toBeDisabled();

  await app.main.getByRole('checkbox', { name: app.say(confirmStepWords, 'identityGoOn') }).check();
  await wizard.start();
  await expect(wizard.books({ read: 5, loaded: 5, rejected: 0, duplicates: 0 })).toBeAttached();
});
