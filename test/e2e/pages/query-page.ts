import type { Locator } from '@playwright/test';
import { queryWords } from '../../../src/renderer/features/query/query-words.ts';
import type { AppWindow } from './app-window.ts';
import { FileDialog } from './file-dialog.ts';

/** The SQL console. */
export class QueryPage {
  readonly #app: AppWindow;

  constructor(app: AppWindow) {
    this.#app = app;
  }

  async open(workspace: string): Promise<void> {
    await this.#app.goTo({ kind: 'query', workspace, sql: null });
    await this.editor.waitFor();
  }

  get editor(): Locator {
    return this.#app.main.getByRole('textbox', { name: this.#app.say(queryWords, 'editor') });
  }

  get columnHeads(): Locator {
    return this.#app.main.getByRole('columnheader');
  }

  get chart(): Locator {
    return this.#app.main.getByRole('img', { name: this.#app.speech.like(queryWords, 'chartLabel') });
  }

  async type(sql: string): Promise<void> {
    await this.editor.click();
    await this.#app.page.keyboard.press('Control+a');
    await this.#app.page.keyboard.insertText(sql);
  }

  async run(): Promise<void> {
    await this.#app.main.getByRole('button', { name: new RegExp(`^${this.#app.say(queryWords, 'run')}`) }).click();
  }

  async showChart(): Promise<void> {
    await this.#app.choose(this.#app.main, this.#app.say(queryWords, 'result'), this.#app.say(queryWords, 'chart'));
  }

  async openTab(tab: 'schema' | 'saved' | 'history'): Promise<void> {
    await this.#app.page.getByRole('tab', { name: this.#app.say(queryWords, tab) }).click();
  }

  async limitTo(rows: number): Promise<void> {
    await this.#app.main.getByRole('combobox', { name: this.#app.say(queryWords, 'limit') }).click();
    await this.#app.page.getByRole('option', { name: this.#app.number(rows), exact: true }).click();
  }

  async exportTo(path: string): Promise<void> {
    await this.#app.button(queryWords, 'export').click();
    await new FileDialog(this.#app).save(path);
  }
}
