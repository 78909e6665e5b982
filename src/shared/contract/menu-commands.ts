/**
 * What a host's own menu can ask of a window, in the event `menu.command`. The command palette knows them by the same
 * names.
 */
export const MENU_COMMANDS = [
  'new-workspace',
  'open-workspace',
  'import-file',
  'export-view',
  'write-report',
  'open-settings',
  'command-palette',
  'find-column',
  'undo-view',
  'redo-view',
  'toggle-theme',
  'show-shortcuts',
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];
