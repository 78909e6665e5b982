import { expect, type Locator } from '@playwright/test';
import { filterBarWords } from '../../../src/renderer/components/filter-bar/filter-bar-words.ts';
import { dashboardWords, SCOPE_WORDS } from '../../../src/renderer/features/dashboards/dashboard-words.ts';
import { explainWords } from '../../../src/renderer/features/dashboards/explain/explain-words.ts';
import { slicerWords } from '../../../src/renderer/features/dashboards/slicers/slicer-words.ts';
import type { AskedKey } from '../../../src/renderer/i18n/words.ts';
import type { Scope } from '../../../src/shared/contract/aggregate.ts';
import type { DashboardPageName } from '../../../src/shared/dashboards/declared-query.ts';
import type { AppWindow } from './app-window.ts';

type MenuAction = AskedKey<keyof (typeof dashboardWords)['texts']['en']>;
type SlicerName = 'date' | 'client' | 'weekday' | 'year' | 'month' | 'hour' | 'minute';

/** The data of a chart: a text for every cell, by heading. */
export type ChartRow = Readonly<Record<string, string>>;

/** A page of the dashboards. */
export class DashboardPage {
  readonly #app: AppWindow;

  constructor(app: AppWindow) {
    this.#app = app;
  }

  async open(workspace: string, page: DashboardPageName): Promise<void> {
    await this.#app.goTo({ kind: 'dashboard', workspace, page, view: null });
    await expect(this.#app.title).toHaveText(this.#app.say(dashboardWords, page));
    await this.settled();
  }

  /** Waits until every chart shows the present selection. */
  async settled(): Promise<void> {
    await expect(this.cards.first()).toBeVisible();
    await expect(this.#app.main.locator('[aria-busy="true"]')).toHaveCount(0);
  }

  get cards(): Locator {
    return this.#app.main.locator('section').filter({ has: this.#app.page.locator('canvas, table') });
  }

  /** How many transactions are selected, in words. */
  get count(): Locator {
    return this.#app.main.locator('header').getByRole('status').first();
  }

  async expectCount(rows: number, all: number): Promise<void> {
    const { number } = this.#app.speech.format;
    const key = rows === all ? 'rowsAll' : 'rowsOf';
    await expect(this.count).toHaveText(this.#app.say(dashboardWords, key, { rows: number(rows), all: number(all) }));
    await this.settled();
  }

  /** The filters in force, in words. */
  get chips(): Locator {
    return this.#app.main.getByRole('region', { name: this.#app.say(filterBarWords, 'activeFilters') });
  }

  /** The chart that always has this title, whatever it finds. */
  card(title: string): Locator {
    return this.#app.main.locator('section').filter({ has: this.#menuButton(title) });
  }

  #menuButton(title: string): Locator {
    const name = this.#app.say(dashboardWords, 'menuOf', { title });
    return this.#app.page.getByRole('button', { name, exact: true });
  }

  /** The chart itself, to be walked through by keyboard. */
  chart(title: string): Locator {
    return this.card(title).getByRole('slider', { name: title, exact: true });
  }

  /** A figure of the row at the top, with what it rests on. */
  figure(label: string): Locator {
    return this.#app.main.getByRole('heading', { level: 2, name: label, exact: true }).locator('xpath=..');
  }

  async fromMenu(title: string, action: MenuAction): Promise<void> {
    await this.#menuButton(title).click();
    await this.#app.page.getByRole('menuitem', { name: this.#app.say(dashboardWords, action), exact: true }).click();
  }

  /** What a chart shows, read from its table; it stands there as a table afterwards. */
  async data(title: string): Promise<readonly ChartRow[]> {
    const table = this.card(title).getByRole('region').locator('table');
    if (!(await table.isVisible())) await this.fromMenu(title, 'showTable');
    await expect(table).toBeVisible();
    return await table.evaluate((element) => {
      const texts = (row: Element): string[] => [...row.children].map((cell) => cell.textContent);
      const [head, ...rows] = [...element.querySelectorAll('tr')].map(texts);
      return rows.map((cells) => Object.fromEntries((head ?? []).map((name, at) => [name, cells[at] ?? ''])));
    });
  }

  /** Goes to a row of a chart by keyboard and filters by it. */
  async select(title: string, row: number, key: 'Enter' | 'Control+Enter' = 'Enter'): Promise<void> {
    const chart = this.chart(title);
    await chart.focus();
    await chart.press('Home');
    for (let step = 0; step < row; step += 1) await chart.press('ArrowRight');
    await chart.press(key);
  }

  async slice(slicer: SlicerName, value: string): Promise<void> {
    await this.slicer(slicer)
      .getByRole('button', { name: this.#app.speech.like(slicerWords, 'valueCount', { value, count: 2 }) })
      .click();
  }

  slicer(slicer: SlicerName): Locator {
    const name = this.#app.say(slicerWords, slicer);
    return this.#app.main.getByRole('region', { name, exact: true });
  }

  async scope(scope: Scope): Promise<void> {
    const { main } = this.#app;
    await this.#app.choose(
      main,
      this.#app.say(dashboardWords, 'scope'),
      this.#app.say(dashboardWords, SCOPE_WORDS[scope]),
    );
  }

  async undo(): Promise<void> {
    await this.#app.button(filterBarWords, 'undo').click();
  }

  async clearAll(): Promise<void> {
    await this.chips.getByRole('button', { name: this.#app.say(filterBarWords, 'clearAll') }).click();
    await expect(this.chips).toBeHidden();
  }

  /** What explains a selection. */
  get explanation(): Locator {
    return this.#app.main.getByRole('complementary', { name: this.#app.say(explainWords, 'title'), exact: true });
  }
}

/** A cell as the number that it shows; `66.5 %` is 66.5. */
export function numberIn(text: string | undefined): number {
  const [digits] = /-?[\d,]+(?:\.\d+)?/.exec(text?.replaceAll('−', '-') ?? '') ?? [];
  return Number(digits?.replaceAll(',', '') ?? Number.NaN);
}
