/**
 * @typedef {object} Zone
 * @property {string} folder the zone's files are those below this folder and below no deeper zone
 * @property {string[]} mayImport folders (closed by a slash) and files; its own folder is always allowed
 * @property {boolean} [mayUseElectron]
 */

/** Who may import whom. A folder is a runtime, so an arrow the wrong way is a broken build somewhere. @type {Zone[]} */
export const zones = [
  { folder: 'src/shared/', mayImport: [] },
  { folder: 'src/etl/', mayImport: ['src/shared/'] },
  { folder: 'src/main/engine/', mayImport: ['src/shared/', 'src/etl/'] },
  { folder: 'src/main/services/', mayImport: ['src/shared/', 'src/etl/', 'src/main/engine/'] },
  { folder: 'src/main/rpc/', mayImport: ['src/shared/', 'src/main/'] },
  { folder: 'src/main/hosts/', mayImport: ['src/shared/', 'src/main/'] },
  { folder: 'src/main/hosts/electron/', mayImport: ['src/shared/', 'src/main/'], mayUseElectron: true },
  { folder: 'src/main/', mayImport: ['src/shared/', 'src/etl/'] },
  { folder: 'src/preload/', mayImport: ['src/shared/'], mayUseElectron: true },
  { folder: 'src/renderer/', mayImport: ['src/shared/'] },
  {
    folder: 'src/cli/',
    mayImport: ['src/shared/', 'src/etl/', 'src/main/app.ts', 'src/main/hosts/open-application.ts'],
  },
];

/** Data outside `src/` that every zone may import. */
export const commonData = ['package.json', 'resources/'];
