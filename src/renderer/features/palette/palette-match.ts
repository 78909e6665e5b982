/** What the palette can find. */
export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  /** A second line, or null. */
  readonly detail: string | null;
  readonly section: string;
  readonly shortcut: string | null;
  /** Further words by which it is found. */
  readonly keywords: string;
  readonly run: () => void;
}

/** Small letters without accents: `Línea` as `linea`. */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

const IN_KEYWORDS = 0.4;
/** Fewer letters than this are not looked for one by one. */
const SHORTEST_SCATTERED = 3;

/** How well an entry answers a query, 0: not at all. Every word of the query has to be found, in whatever order. */
export function matchScore(query: string, entry: PaletteEntry): number {
  const words = plainText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return 1;
  const label = plainText(entry.label);
  const rest = plainText(`${entry.keywords} ${entry.section}`);
  const scores = words.map((word) => Math.max(wordScore(word, label), IN_KEYWORDS * wordScore(word, rest)));
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0) / words.length;
}

function wordScore(word: string, text: string): number {
  if (text === word) return 6;
  if (text.startsWith(word)) return 5;
  const at = text.indexOf(word);
  if (at > 0) return /[\s_(:.-]/.test(text.charAt(at - 1)) ? 4 : 2;
  return word.length >= SHORTEST_SCATTERED && holdsScattered(word, text) ? 0.5 : 0;
}

/** Whether the letters of a word come in this order, each at the beginning of a word of the text or right after the last. */
function holdsScattered(word: string, text: string): boolean {
  const initials = text.split(/[\s_(:.-]+/);
  let left = word;
  for (const part of initials) {
    let shared = 0;
    while (shared < left.length && left.charAt(shared) === part.charAt(shared)) shared += 1;
    left = left.slice(shared);
  }
  return left === '';
}

/** A heading of the palette with what was found under it. */
export interface PaletteGroup {
  readonly section: string;
  readonly entries: readonly PaletteEntry[];
}

/** What a query finds, the best first, under the headings of the entries; at most `most` of it. */
export function matchEntries(query: string, entries: readonly PaletteEntry[], most: number): readonly PaletteGroup[] {
  const found = entries
    .map((entry, index) => ({ entry, index, score: matchScore(query, entry) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, most);
  const groups = new Map<string, PaletteEntry[]>();
  for (const { entry } of found) {
    const group = groups.get(entry.section) ?? [];
    groups.set(entry.section, group);
    group.push(entry);
  }
  return [...groups].map(([section, ofSection]) => ({ section, entries: ofSection }));
}
