import { expect, type Locator } from '@playwright/test';
import { filterBarWords } from '../../../src/renderer/components/filter-bar/filter-bar-words.ts';
import { detailWords } from '../../../src/renderer/features/tables/detail/detail-words.ts';
import { tableWords } from '../../../src/renderer/features/tables/table-words.ts';
import type { TableName } from '../../../src/shared/contract/ledger.ts';
import type { AppWindow } from './app-window.ts';

type HeadAction = 'sortAscending' | 'sortDescending' | 'freezeLeft' | 'unfreeze' | 'hideThis';

/** One of the tables of transactions. */
export class TablePage {
  readonly #app: AppWindow;

  constructor(app: AppWindow) {
    this.#app = app;
  }

  async open(workspace: string, table: TableName = 'transform'): Promise<void> {
    await this.#app.goTo({ kind: 'table', workspace, table, view: null, row: null });
    await this.rowsShown();
  }

  /** Waits until there are values in the first row. */
  async rowsShown(): Promise<void> {
    await expect(this.grid.locator('[row-index="0"] [role="gridcell"]').first()).not.toBeEmpty();
  }

  get grid(): Locator {
    return this.#app.main.getByRole('grid');
  }

  /** How many rows there are, in words. */
  get count(): Locator {
    return this.#app.main.getByRole('status').first();
  }

  async expectCount(rows: number, all: number): Promise<void> {
    const { number } = this.#app.speech.format;
    const key = rows === all ? 'rowsAll' : 'rowsOf';
    await expect(this.count).toHaveText(this.#app.say(tableWords, key, { rows: number(rows), all: number(all) }));
  }

  head(column: string): Locator {
    return this.grid.getByRole('columnheader', { name: new RegExp(String.raw`^${column}\b`) });
  }

  cell(row: number, column: string): Locator {
    return this.grid.locator(`[role="row"][row-index="${row}"] [role="gridcell"][col-id="${column}"]`);
  }

  /** The texts of a column in the rows from the first on. */
  async texts(column: string, rows: number): Promise<string[]> {
    const texts: string[] = [];
    for (let row = 0; row < rows; row += 1) {
      await expect(this.cell(row, column)).not.toBeEmpty();
      texts.push(await this.cell(row, column).innerText());
    }
    return texts;
  }

  /** The names of the columns in sight, from left to right: what lies below frozen ones is not. */
  async columnsInSight(): Promise<string[]> {
    return await this.grid.locator('.ag-header-cell[col-id]').evaluateAll((heads) =>
      heads
        .map((head) => ({ head, box: head.getBoundingClientRect() }))
        .filter(({ head, box: { left, top, height } }) =>
          head.contains(document.elementFromPoint(left + 3, top + height / 2)),
        )
        .toSorted((one, other) => one.box.left - other.box.left)
        .map(({ head }) => head.getAttribute('col-id') ?? ''),
    );
  }

  async sortBy(column: string): Promise<void> {
    await this.head(column).getByText(column, { exact: true }).click();
  }

  async openMenu(column: string): Promise<void> {
    const name = this.#app.say(tableWords, 'columnMenu', { column });
    await this.head(column).getByRole('button', { name, exact: true }).click();
    await expect(this.#app.page.getByRole('menu')).toBeVisible();
  }

  async fromMenu(column: string, action: HeadAction): Promise<void> {
    await this.openMenu(column);
    await this.#app.page.getByRole('menuitem', { name: this.#app.say(tableWords, action), exact: true }).click();
  }

  /** Opens the filter editor of a column at its head. */
  async openFilter(column: string): Promise<Locator> {
    const words = (['filterColumn', 'filteredColumn'] as const).map((key) =>
      this.#app.say(tableWords, key, { column }),
    );
    await this.head(column)
      .getByRole('button', { name: new RegExp(`^(${words.join('|')})$`) })
      .click();
    return this.filterEditor(column);
  }

  filterEditor(column: string): Locator {
    return this.#app.page.getByRole('form', { name: `${this.#app.say(filterBarWords, 'addFilterLong')}: ${column}` });
  }

  async applyFilter(editor: Locator): Promise<void> {
    await editor.getByRole('button', { name: this.#app.say(filterBarWords, 'apply'), exact: true }).click();
    await expect(editor).toBeHidden();
  }

  async filterByValues(column: string, ...values: readonly string[]): Promise<void> {
    const editor = await this.openFilter(column);
    for (const value of values)
      await editor.getByRole('checkbox', { name: new RegExp(`^${value}\\s*[\\d.,]+$`) }).check();
    await this.applyFilter(editor);
  }

  async filterByRange(column: string, bounds: { readonly from?: string; readonly to?: string }): Promise<void> {
    const editor = await this.openFilter(column);
    for (const [side, bound] of Object.entries(bounds)) {
      const label = this.#app.say(filterBarWords, side === 'from' ? 'from' : 'to');
      await editor.getByRole('textbox', { name: label, exact: true }).fill(bound);
    }
    await this.applyFilter(editor);
  }

  async filterByText(column: string, text: string): Promise<void> {
    const editor = await this.openFilter(column);
    await this.#app.choose(editor, this.#app.say(filterBarWords, 'kind'), this.#app.say(filterBarWords, 'kindText'));
    await editor.getByRole('textbox', { name: this.#app.say(filterBarWords, 'text'), exact: true }).fill(text);
    await this.applyFilter(editor);
  }

  async findColumn(search: string): Promise<void> {
    const { page } = this.#app;
    await page.keyboard.press('Control+Shift+F');
    const field = page.getByRole('combobox', { name: this.#app.say(tableWords, 'findColumnHint') });
    await field.fill(search);
    await field.press('Enter');
    await expect(field).toBeHidden();
  }

  detail(id: number): Locator {
    return this.#app.page.getByRole('complementary', {
      name: this.#app.say(detailWords, 'title', { id }),
      exact: true,
    });
  }
}
