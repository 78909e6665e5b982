import { posix } from 'node:path';
import { commonData, zones } from './import-law-table.mjs';

const namePattern = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const sourceExtension = /\.tsx?$/;

/**
 * Says what is wrong with one import, by the table in import-law-table.mjs.
 * @param {string} file path from the project root, with slashes
 * @param {string} specifier as written in the import
 * @returns {string | undefined} undefined when the import is lawful
 */
export function judgeImport(file, specifier) {
  if (!file.startsWith('src/')) return undefined;
  const zone = zoneOf(file);
  if (!zone) return `${file} is in no folder of the import law (scripts/lint/import-law-table.mjs)`;
  if (specifier === 'electron' || specifier.startsWith('electron/')) {
    return zone.mayUseElectron ? undefined : `electron is imported in src/main/hosts/electron and src/preload only`;
  }
  if (specifier.startsWith('/') || specifier.startsWith('file:')) return `'${specifier}' is an absolute path`;
  if (!isRelative(specifier)) return undefined;
  const target = posix.normalize(posix.join(posix.dirname(file), withoutQuery(specifier)));
  const allowed = [zone.folder, ...zone.mayImport, ...commonData];
  if (allowed.some((place) => isIn(target, place))) return undefined;
  return `${zone.folder} may import ${listOf(zone)}, not ${target}`;
}

/**
 * Says what is wrong with the name of a source file.
 * @param {string} file path from the project root, with slashes
 * @returns {string | undefined} undefined when the name is lawful
 */
export function judgeFileName(file) {
  if (!file.startsWith('src/')) return undefined;
  if (!sourceExtension.test(file)) return `${file}: files in src/ are TypeScript (.ts or .tsx)`;
  const wrong = file.split('/').find((part) => !namePattern.test(part));
  return wrong === undefined ? undefined : `${file}: '${wrong}' is not in kebab-case`;
}

/**
 * The zone a source file is in: the one with the longest folder.
 * @param {string} file
 */
function zoneOf(file) {
  return zones.filter(({ folder }) => file.startsWith(folder)).toSorted((a, b) => b.folder.length - a.folder.length)[0];
}

/** @param {import('./import-law-table.mjs').Zone} zone */
function listOf({ mayImport }) {
  return mayImport.length > 0 ? `${mayImport.join(', ')} and itself` : 'only itself';
}

/** @param {string} specifier */
function isRelative(specifier) {
  return /^\.\.?(\/|$)/.test(specifier);
}

/** @param {string} specifier */
function withoutQuery(specifier) {
  return specifier.replace(/[?#].*$/, '');
}

/**
 * @param {string} target
 * @param {string} place a folder closed by a slash, or a file
 */
function isIn(target, place) {
  return place.endsWith('/') ? `${target}/`.startsWith(place) : target === place || `${target}.ts` === place;
}
