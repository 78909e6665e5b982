import type { CardColumn } from '../../shared/contract/model-card.ts';
import type { Language } from '../../shared/language.ts';

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/**
 * The columns whose name or meaning holds every word of a search, best first: the name is it, begins with it, holds it
 * whole, holds its words, then those whose meaning does. Upper case, accents and `_` make no difference. All where the
 * search is empty.
 */
export function matchColumns(
  columns: readonly CardColumn[],
  search: string,
  language: Language,
): readonly CardColumn[] {
  const wanted = plain(search).trim();
  const words = wanted.split(/[\s_]+/).filter((word) => word !== '');
  if (words.length === 0) return columns;
  const joined = words.join('_');
  const rank = (column: CardColumn): number => {
    const name = plain(column.name);
    if (name === joined) return 0;
    if (name.startsWith(joined)) return 1;
    if (name.includes(joined)) return 2;
    if (words.every((word) => name.includes(word))) return 3;
    const all = `${name} ${plain(column.meaning[language])}`;
    return words.every((word) => all.includes(word)) ? 4 : 5;
  };
  return columns
    .map((column) => ({ column, at: rank(column) }))
    .filter(({ at }) => at < 5)
    .toSorted((one, other) => one.at - other.at)
    .map(({ column }) => column);
}
