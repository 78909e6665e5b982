import type { Locator } from '@playwright/test';
import { homeWords } from '../../../src/renderer/features/home/home-words.ts';
import { tourWords } from '../../../src/renderer/features/tour/tour-words.ts';
import type { AppWindow } from './app-window.ts';

/** Where a window begins. */
export class HomePage {
  readonly #app: AppWindow;

  constructor(app: AppWindow) {
    this.#app = app;
  }

  async open(): Promise<void> {
    await this.#app.goTo({ kind: 'home' });
  }

  get tour(): Locator {
    return this.#app.main.getByRole('region', { name: this.#app.say(tourWords, 'title') });
  }

  get trySample(): Locator {
    return this.tour.getByRole('button', { name: this.#app.say(tourWords, 'sample') });
  }

  get openSample(): Locator {
    return this.#app.button(homeWords, 'sample');
  }

  get recent(): Locator {
    return this.#app.main.getByRole('table', { name: this.#app.say(homeWords, 'recent') });
  }

  workspace(name: string): Locator {
    return this.recent.getByRole('row').filter({ has: this.#app.page.getByRole('link', { name, exact: true }) });
  }

  async fromMenu(name: string, action: 'openWindow' | 'showFolder' | 'forget'): Promise<void> {
    await this.#app.button(homeWords, 'actionsOf', { name }).click();
    await this.#app.page.getByRole('menuitem', { name: this.#app.say(homeWords, action), exact: true }).click();
  }
}
