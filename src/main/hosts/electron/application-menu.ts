import { Menu } from 'electron';
import type { CommonHandlers } from '../common-handlers.ts';
import type { HostWords } from './host-words.ts';
import { menuTemplate, type MenuParts } from './menu-template.ts';
import { showSystemRecents } from './system-recents.ts';

const MOST_RECENT = 10;
const NEVER = new AbortController().signal;

/** What the menu's items do. */
export type MenuActions = Pick<MenuParts, 'run' | 'openPath' | 'newWindow'> & {
  readonly words: () => HostWords;
  readonly mayInspect: boolean;
  readonly handlers: Pick<CommonHandlers, 'recent.list' | 'recent.forget'>;
};

/** The application's menu with the recent workspaces, which the system's own lists show too. */
export class ApplicationMenu {
  readonly #actions: MenuActions;

  constructor(actions: MenuActions) {
    this.#actions = actions;
  }

  /** Makes it anew: the language or the recent workspaces have changed. */
  async show(): Promise<void> {
    const { words, run, openPath, newWindow, mayInspect, handlers } = this.#actions;
    const { workspaces } = await handlers['recent.list']({}, NEVER);
    const recent = workspaces.filter(({ exists }) => exists).slice(0, MOST_RECENT);
    showSystemRecents(recent, words());
    const template = menuTemplate({
      words: words(),
      isMac: process.platform === 'darwin',
      mayInspect,
      recent,
      run,
      openPath,
      newWindow,
      clearRecent: () => void this.#clearRecent(),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  async #clearRecent(): Promise<void> {
    const { 'recent.list': list, 'recent.forget': forget } = this.#actions.handlers;
    const { workspaces } = await list({}, NEVER);
    for (const { folder } of workspaces) await forget({ folder }, NEVER);
    await this.show();
  }
}
