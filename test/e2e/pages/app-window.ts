import { expect, type Locator, type Page } from '@playwright/test';
import { appWords } from '../../../src/renderer/app/app-words.ts';
import { paletteWords } from '../../../src/renderer/features/palette/palette-words.ts';
import type { AskedKey, Words } from '../../../src/renderer/i18n/words.ts';
import { printRoute, type Route } from '../../../src/renderer/route/route.ts';
import type { Speech } from '../speech.ts';

const MOST_TABS = 60;

type Values = Readonly<Record<string, string | number>>;

/** A window of the application in a language: what is around every page. */
export class AppWindow {
  readonly page: Page;
  readonly speech: Speech;

  constructor(page: Page, speech: Speech) {
    this.page = page;
    this.speech = speech;
  }

  /** The same window, in another language from now on. */
  in(speech: Speech): AppWindow {
    return new AppWindow(this.page, speech);
  }

  say<Key extends string>(words: Words<Key>, key: AskedKey<Key>, values?: Values): string {
    return this.speech.say(words, key, values);
  }

  number(value: number): string {
    return this.speech.format.number(value);
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  /** What a corner of the window tells. */
  get notifications(): Locator {
    return this.page.locator('.mantine-Notification-root');
  }

  get navigation(): Locator {
    return this.page.getByRole('navigation', { name: this.say(appWords, 'navigation') });
  }

  /** What a strip over the page or the page itself warns of. */
  get alert(): Locator {
    return this.page.getByRole('alert');
  }

  button<Key extends string>(words: Words<Key>, key: AskedKey<Key>, values?: Values): Locator {
    return this.page.getByRole('button', { name: this.say(words, key, values), exact: true });
  }

  async goTo(route: Route): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, printRoute(route));
  }

  /** Follows a link of the navigation. */
  async follow(key: AskedKey<keyof (typeof appWords)['texts']['en']>): Promise<void> {
    const label = this.say(appWords, key);
    await this.navigation.getByRole('link', { name: new RegExp(`^${label}( [\\d.,]+)?$`) }).click();
  }

  /** Finds something in the palette, by keyboard alone. */
  async runFromPalette(text: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.getByPlaceholder(this.say(paletteWords, 'placeholder')).fill(text);
    await expect(this.page.getByRole('dialog').getByRole('button', { name: text }).first()).toBeVisible();
    await this.page.keyboard.press('Enter');
  }

  /** Goes from control to control until this one has the focus. */
  async tabTo(control: Locator): Promise<void> {
    await this.#tabUntil(() => control.evaluate((element) => element === document.activeElement));
  }

  /** Goes from control to control until something inside of this has the focus. */
  async tabInto(area: Locator): Promise<void> {
    await this.#tabUntil(() => area.evaluate((element) => element.contains(document.activeElement)));
  }

  async #tabUntil(isThere: () => Promise<boolean>): Promise<void> {
    for (let presses = 0; presses < MOST_TABS; presses += 1) {
      await this.page.keyboard.press('Tab');
      if (await isThere()) return;
    }
    throw new Error(`the Tab key, pressed ${MOST_TABS} times, does not lead there`);
  }

  /** One of the choices that stand side by side. */
  async choose(scope: Locator, group: string, choice: string): Promise<void> {
    await scope.getByRole('radiogroup', { name: group, exact: true }).getByText(choice, { exact: true }).click();
  }
}
