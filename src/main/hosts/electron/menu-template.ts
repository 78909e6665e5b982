import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../../shared/contract/menu-commands.ts';
import type { HostWords } from './host-words.ts';

/** What the menu is made of and what its items do. */
export interface MenuParts {
  readonly words: HostWords;
  readonly isMac: boolean;
  /** Whether the developer tools are offered. */
  readonly mayInspect: boolean;
  /** Folders of workspaces, the latest first. */
  readonly recent: readonly { readonly folder: string; readonly name: string }[];
  readonly run: (command: MenuCommand) => void;
  readonly openPath: (path: string) => void;
  readonly clearRecent: () => void;
  readonly newWindow: () => void;
}

/** The page gets a key first and keeps it where it handles it; a menu's accelerator acts only on what is left. */
const ACCELERATORS: Partial<Readonly<Record<MenuCommand, string>>> = {
  'new-workspace': 'CmdOrCtrl+N',
  'open-workspace': 'CmdOrCtrl+O',
  'import-file': 'CmdOrCtrl+I',
  'export-view': 'CmdOrCtrl+E',
  'write-report': 'CmdOrCtrl+P',
  'open-settings': 'CmdOrCtrl+,',
  'command-palette': 'CmdOrCtrl+K',
  'find-column': 'CmdOrCtrl+Shift+F',
};

const SEPARATOR = { type: 'separator' } as const satisfies MenuItemConstructorOptions;

/** The application's menu. */
export function menuTemplate(parts: MenuParts): MenuItemConstructorOptions[] {
  const { words, isMac } = parts;
  return [
    ...(isMac ? [applicationMenu(parts)] : []),
    fileMenu(parts),
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        SEPARATOR,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
        SEPARATOR,
        command(parts, 'undo-view'),
        command(parts, 'redo-view'),
      ],
    },
    viewMenu(parts),
    ...(isMac
      ? [
          {
            role: 'windowMenu',
            label: words.window,
            submenu: [
              { role: 'minimize', label: words.minimize },
              { role: 'close', label: words.close },
            ],
          } satisfies MenuItemConstructorOptions,
        ]
      : []),
    {
      role: 'help',
      label: words.help,
      submenu: [
        command(parts, 'show-shortcuts'),
        ...(isMac ? [] : [SEPARATOR, { role: 'about', label: words.about } satisfies MenuItemConstructorOptions]),
      ],
    },
  ];
}

function command({ words, run }: MenuParts, name: MenuCommand): MenuItemConstructorOptions {
  const accelerator = ACCELERATORS[name];
  return { id: name, label: words.commands[name], click: () => run(name), ...(accelerator && { accelerator }) };
}

function applicationMenu(parts: MenuParts): MenuItemConstructorOptions {
  const { words } = parts;
  return {
    role: 'appMenu',
    label: 'Veriscope',
    submenu: [
      { role: 'about', label: words.about },
      SEPARATOR,
      command(parts, 'open-settings'),
      SEPARATOR,
      { role: 'services', label: words.services },
      SEPARATOR,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      SEPARATOR,
      { role: 'quit', label: words.quit },
    ],
  };
}

function fileMenu(parts: MenuParts): MenuItemConstructorOptions {
  const { words, isMac, newWindow } = parts;
  return {
    label: words.file,
    submenu: [
      command(parts, 'new-workspace'),
      command(parts, 'open-workspace'),
      { id: 'open-recent', label: words.openRecent, submenu: recentItems(parts) },
      SEPARATOR,
      command(parts, 'import-file'),
      command(parts, 'export-view'),
      command(parts, 'write-report'),
      SEPARATOR,
      { id: 'new-window', label: words.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: newWindow },
      { role: 'close', label: words.close },
      ...(isMac
        ? []
        : [SEPARATOR, command(parts, 'open-settings'), SEPARATOR, { role: 'quit', label: words.quit } as const]),
    ],
  };
}

function recentItems({ words, recent, openPath, clearRecent }: MenuParts): MenuItemConstructorOptions[] {
  if (recent.length === 0) return [{ label: words.noRecent, enabled: false }];
  return [
    // An ampersand would mark the letter after it as the item's key.
    ...recent.map(({ folder, name }) => ({
      label: name.replaceAll('&', '&&'),
      toolTip: folder,
      click: () => openPath(folder),
    })),
    SEPARATOR,
    { id: 'clear-recent', label: words.clearRecent, click: clearRecent },
  ];
}

function viewMenu(parts: MenuParts): MenuItemConstructorOptions {
  const { words, mayInspect } = parts;
  return {
    label: words.view,
    submenu: [
      command(parts, 'command-palette'),
      command(parts, 'find-column'),
      SEPARATOR,
      { role: 'resetZoom', label: words.actualSize },
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      { role: 'togglefullscreen', label: words.fullScreen },
      SEPARATOR,
      command(parts, 'toggle-theme'),
      { role: 'reload', label: words.reload },
      ...(mayInspect ? [{ role: 'toggleDevTools', label: words.developerTools } as const] : []),
    ],
  };
}
