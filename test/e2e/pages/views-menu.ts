import { readFileSync } from 'node:fs';
import { expect, type Locator } from '@playwright/test';
import { viewsWords } from '../../../src/renderer/features/dashboards/views/views-words.ts';
import type { AskedKey } from '../../../src/renderer/i18n/words.ts';
import type { AppWindow } from './app-window.ts';

/** The saved views of a workspace, behind a button of the dashboards. */
export class ViewsMenu {
  readonly #app: AppWindow;

  constructor(app: AppWindow) {
    this.#app = app;
  }

  get button(): Locator {
    const names = [this.#app.say(viewsWords, 'views'), this.#app.speech.like(viewsWords, 'viewIs').source];
    return this.#app.main.locator('header').getByRole('button', { name: new RegExp(`^(${names.join('|')})$`) });
  }

  get panel(): Locator {
    return this.#app.page.getByRole('dialog', { name: this.#app.say(viewsWords, 'views'), exact: true });
  }

  async open(): Promise<void> {
    if (await this.panel.isVisible()) return;
    await this.button.click();
    await expect(this.panel).toBeVisible();
  }

  async close(): Promise<void> {
    await this.#app.page.keyboard.press('Escape');
    await expect(this.panel).toBeHidden();
  }

  async save(name: string): Promise<void> {
    await this.open();
    await this.panel.getByRole('textbox', { name: this.#app.say(viewsWords, 'name'), exact: true }).fill(name);
    await this.#button('save').click();
    await expect(this.row(name)).toBeVisible();
  }

  row(name: string): Locator {
    return this.panel.getByRole('listitem').filter({ has: this.#opener(name) });
  }

  #opener(name: string): Locator {
    return this.#app.page.getByRole('button', { name: `${this.#app.say(viewsWords, 'open', { name })}: ` });
  }

  async apply(name: string): Promise<void> {
    await this.open();
    await this.#opener(name).click();
    await expect(this.panel).toBeHidden();
  }

  async fromMenu(name: string, action: AskedKey<keyof (typeof viewsWords)['texts']['en']>): Promise<void> {
    await this.open();
    await this.panel
      .getByRole('button', { name: this.#app.say(viewsWords, 'actionsOf', { name }), exact: true })
      .click();
    await this.panel.getByRole('menuitem', { name: this.#app.say(viewsWords, action), exact: true }).click();
  }

  async rename(name: string, next: string): Promise<void> {
    await this.fromMenu(name, 'rename');
    const field = this.panel.getByRole('textbox', { name: this.#app.say(viewsWords, 'renameOf', { name }) });
    await field.fill(next);
    await field.press('Enter');
    await expect(this.row(next)).toBeVisible();
  }

  /** The text of the file that all views are written to. */
  async exported(): Promise<string> {
    await this.open();
    const download = this.#app.page.waitForEvent('download');
    await this.#button('export').click();
    return readFileSync(await (await download).path(), 'utf8');
  }

  async import(text: string): Promise<void> {
    await this.open();
    const chooser = this.#app.page.waitForEvent('filechooser');
    await this.#button('import').click();
    await (await chooser).setFiles({ name: 'views.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  }

  #button(key: 'save' | 'export' | 'import'): Locator {
    return this.panel.getByRole('button', { name: this.#app.say(viewsWords, key), exact: true });
  }
}
