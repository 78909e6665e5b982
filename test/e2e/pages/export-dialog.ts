import type { Locator } from '@playwright/test';
import { exportWords } from '../../../src/renderer/features/tables/export/export-words.ts';
import { tableWords } from '../../../src/renderer/features/tables/table-words.ts';
import type { AppWindow } from './app-window.ts';
import { FileDialog } from './file-dialog.ts';

/** Writes the rows of a table's view to a file. */
export class ExportDialog {
  readonly #app: AppWindow;

  constructor(app: AppWindow) {
    this.#app = app;
  }

  get dialog(): Locator {
    return this.#app.page.getByRole('dialog', { name: this.#app.say(exportWords, 'title') });
  }

  async open(): Promise<void> {
    await this.#app.main.getByRole('button', { name: this.#app.say(tableWords, 'export'), exact: true }).click();
  }

  async exportTo(path: string): Promise<void> {
    await this.dialog.getByRole('button', { name: this.#app.say(exportWords, 'choose'), exact: true }).click();
    await new FileDialog(this.#app).save(path);
    await this.dialog.getByRole('button', { name: this.#app.say(exportWords, 'export'), exact: true }).click();
  }

  /** Told when the dialog is gone. */
  done(rows: number): Locator {
    return this.#app.notifications.filter({
      hasText: this.#app.say(exportWords, 'done', { rows: this.#app.number(rows) }),
    });
  }
}
