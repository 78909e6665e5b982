import type { Locator } from '@playwright/test';
import { rejectsWords } from '../../../src/renderer/features/ledger/rejects-words.ts';
import type { AppWindow } from './app-window.ts';

/** The rows that were kept out. */
export class RejectsPage {
  readonly #app: AppWindow;

  constructor(app: AppWindow) {
    this.#app = app;
  }

  async open(workspace: string): Promise<void> {
    await this.#app.goTo({ kind: 'table', workspace, table: 'rejects', view: null, row: null });
  }

  get list(): Locator {
    return this.#app.main.getByRole('region', { name: this.#app.say(rejectsWords, 'list') });
  }

  get detail(): Locator {
    return this.#app.main.getByRole('region', { name: this.#app.say(rejectsWords, 'detail'), exact: true });
  }

  async choose(line: number): Promise<void> {
    await this.list.getByRole('gridcell', { name: this.#app.number(line), exact: true }).click();
  }

  cell(column: string): Locator {
    return this.detail.getByRole('textbox', { name: column, exact: true });
  }

  async loadAgain(): Promise<void> {
    await this.detail.getByRole('button', { name: this.#app.say(rejectsWords, 'loadAgain') }).click();
  }
}
