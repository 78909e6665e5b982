const LONGEST = 120;

/** Characters that move, hide or reorder their neighbours; the two joiners belong to ordinary writing. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const JOINERS = new Set(['\u200C', '\u200D']);

const visible = (character: string): string =>
  JOINERS.has(character) ? character : `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`;

/** The first characters of a text, with an ellipsis where more follow. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** A value of the data as a reader can trust it: every invisible or reordering character is spelled out, and its length is limited. */
export function readable(value: string): string {
  return shortened(value.replaceAll(UNSEEN, visible), LONGEST);
}
