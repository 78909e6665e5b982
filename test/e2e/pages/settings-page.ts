import { settingsWords } from '../../../src/renderer/features/settings/settings-words.ts';
import type { Language } from '../../../src/shared/language.ts';
import { speechOf } from '../speech.ts';
import type { AppWindow } from './app-window.ts';

const NAMES = { en: 'English', es: 'Español' } as const;

/** What a person chooses for every window. */
export class SettingsPage {
  readonly #app: AppWindow;

  constructor(app: AppWindow) {
    this.#app = app;
  }

  async open(): Promise<void> {
    await this.#app.goTo({ kind: 'settings' });
  }

  /** The window as it speaks afterwards. */
  async speak(language: Language): Promise<AppWindow> {
    const app = this.#app;
    await app.choose(app.main, app.say(settingsWords, 'language'), NAMES[language]);
    return app.in(speechOf(language));
  }

  async paint(theme: 'light' | 'dark'): Promise<void> {
    const app = this.#app;
    await app.choose(app.main, app.say(settingsWords, 'theme'), app.say(settingsWords, theme));
  }
}
