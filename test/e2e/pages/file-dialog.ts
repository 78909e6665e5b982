import { basename, dirname } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { fileDialogWords } from '../../../src/renderer/components/file-dialog/file-dialog-words.ts';
import type { AppWindow } from './app-window.ts';

/** The window's own dialog for files and folders. */
export class FileDialog {
  readonly #app: AppWindow;

  constructor(app: AppWindow) {
    this.#app = app;
  }

  get dialog(): Locator {
    const { page } = this.#app;
    const places = page.getByRole('navigation', { name: this.#app.say(fileDialogWords, 'places') });
    return page.getByRole('dialog').filter({ has: places });
  }

  async save(path: string): Promise<void> {
    await this.#goTo(dirname(path));
    const name = this.dialog.getByRole('textbox', { name: this.#app.say(fileDialogWords, 'fileName'), exact: true });
    // Its focus selects the part before the ending; filling it afterwards replaces the whole.
    await name.focus();
    await name.fill(basename(path));
    await name.press('Enter');
  }

  async open(path: string): Promise<void> {
    await this.#goTo(dirname(path));
    await this.dialog.getByRole('option', { name: basename(path) }).click();
    await this.dialog.getByRole('button', { name: this.#app.say(fileDialogWords, 'open'), exact: true }).click();
  }

  async cancel(): Promise<void> {
    await this.dialog.getByRole('button', { name: this.#app.say(fileDialogWords, 'cancel'), exact: true }).click();
  }

  async #goTo(folder: string): Promise<void> {
    await this.dialog.getByRole('button', { name: this.#app.say(fileDialogWords, 'editPath') }).click();
    const path = this.dialog.getByRole('textbox', { name: this.#app.say(fileDialogWords, 'path'), exact: true });
    await path.fill(folder);
    await path.press('Enter');
    const crumbs = this.dialog.getByRole('list', { name: this.#app.say(fileDialogWords, 'path') });
    await expect(crumbs.locator('[aria-current="location"]')).toHaveText(basename(folder));
  }
}
