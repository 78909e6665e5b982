import { expect, type Locator } from '@playwright/test';
import { columnsStepWords } from '../../../src/renderer/features/import/columns-step-words.ts';
import { confirmStepWords } from '../../../src/renderer/features/import/confirm-step-words.ts';
import { fileStepWords } from '../../../src/renderer/features/import/file-step-words.ts';
import { importRunningWords } from '../../../src/renderer/features/import/import-running-words.ts';
import { importWords } from '../../../src/renderer/features/import/import-words.ts';
import { ledgerWords } from '../../../src/renderer/features/ledger/ledger-words.ts';
import type { Ledger } from '../../../src/shared/contract/ledger.ts';
import type { AppWindow } from './app-window.ts';

/** The wizard: which file, which columns, the import itself, its books. */
export class ImportPage {
  readonly #app: AppWindow;

  constructor(app: AppWindow) {
    this.#app = app;
  }

  async open(file: string, workspace: string | null = null): Promise<void> {
    await this.#app.goTo({ kind: 'import', file, workspace });
  }

  /** The first rows of the file as they would be read. */
  get preview(): Locator {
    return this.#app.main.getByRole('region', { name: this.#app.say(fileStepWords, 'previewTitle') });
  }

  /** Columns that nothing can be imported without, and that the file lacks. */
  get required(): Locator {
    return this.#app.main.getByRole('region', { name: this.#app.say(columnsStepWords, 'requiredTitle') });
  }

  /** Says which of the file's columns is a required one. */
  async mapRequired(stagingName: string, sourceName: string): Promise<void> {
    const question = this.#app.say(columnsStepWords, 'takeFrom', { name: stagingName });
    await this.required.getByRole('combobox', { name: question }).click();
    await this.#app.page.getByRole('option', { name: sourceName, exact: true }).click();
  }

  /** Where one of the file's columns goes to, among those that their name does not tell of. */
  mappingOf(sourceName: string): Locator {
    return this.#app.main.getByRole('combobox', {
      name: this.#app.say(columnsStepWords, 'mapColumn', { name: sourceName }),
    });
  }

  /** The warning of values that look like real identities. */
  get identities(): Locator {
    return this.#app.main.getByRole('region', { name: this.#app.say(confirmStepWords, 'identityTitle') });
  }

  /** Its text tells how many rows there are, too. */
  get startButton(): Locator {
    const name = new RegExp(`^${this.#app.say(importWords, 'start')}`);
    return this.#app.main.locator('footer').getByRole('button', { name });
  }

  get progress(): Locator {
    return this.#app.page.getByRole('progressbar', { name: this.#app.say(importRunningWords, 'overall') });
  }

  /** Waits until so much of the import is done, in percent. */
  async reached(percent: number): Promise<void> {
    const now = async (): Promise<number> => Number(await this.progress.getAttribute('aria-valuenow'));
    await expect.poll(now, { intervals: [25], timeout: 60_000 }).toBeGreaterThanOrEqual(percent);
  }

  async next(): Promise<void> {
    await this.#app.button(importWords, 'next').click();
  }

  async goToStep(step: 'stepFile' | 'stepColumns' | 'stepImport'): Promise<void> {
    const steps = this.#app.page.getByRole('navigation', { name: this.#app.say(importWords, 'steps') });
    await steps.getByRole('button', { name: this.#app.say(importWords, step) }).click();
  }

  async name(workspace: string): Promise<void> {
    await this.#app.main.getByRole('textbox', { name: this.#app.say(fileStepWords, 'workspaceName') }).fill(workspace);
  }

  async start(): Promise<void> {
    await this.startButton.click();
  }

  async cancel(): Promise<void> {
    await this.#app.main
      .getByRole('button', { name: this.#app.say(importRunningWords, 'cancel'), exact: true })
      .click();
  }

  /** The books as they are spoken. */
  books(ledger: Ledger): Locator {
    return booksOf(this.#app, ledger);
  }
}

/** The books of an import or a workspace, as a screen reader tells them. */
export function booksOf(app: AppWindow, { read, loaded, rejected, duplicates }: Ledger): Locator {
  const spoken = { read, loaded, rejected, duplicates };
  const values = Object.fromEntries(Object.entries(spoken).map(([name, count]) => [name, app.number(count)]));
  return app.main.getByText(app.say(ledgerWords, 'equation', values), { exact: true });
}
