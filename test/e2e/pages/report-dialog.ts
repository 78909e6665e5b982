import type { Locator } from '@playwright/test';
import { appWords } from '../../../src/renderer/app/app-words.ts';
import { reportWords } from '../../../src/renderer/features/report/report-words.ts';
import type { AppWindow } from './app-window.ts';

/** Asks what report is wanted and writes it. */
export class ReportDialog {
  readonly #app: AppWindow;

  constructor(app: AppWindow) {
    this.#app = app;
  }

  get dialog(): Locator {
    return this.#app.page.getByRole('dialog', { name: this.#app.say(reportWords, 'title') });
  }

  async open(): Promise<void> {
    await this.#app.navigation.getByRole('button', { name: this.#app.say(appWords, 'report') }).click();
  }

  /** Writes a report and does not have it opened. */
  async writeTo(file: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: this.#app.say(reportWords, 'file') }).fill(file);
    await this.dialog.getByRole('checkbox', { name: this.#app.say(reportWords, 'open') }).uncheck();
    await this.dialog.getByRole('button', { name: this.#app.say(reportWords, 'write'), exact: true }).click();
  }

  get done(): Locator {
    return this.dialog.getByRole('status').filter({ hasText: this.#app.speech.like(reportWords, 'done') });
  }

  async close(): Promise<void> {
    await this.dialog
      .getByRole('button', { name: this.#app.say(reportWords, 'close'), exact: true })
      .last()
      .click();
  }
}
