const LONGEST = 120;

/** Characters that move, hide or reorder their neighbours; the two joiners belong to ordinary writing. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const JOINERS = new Set(['\u200C', '\u200D']);

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

const visible = (character: string): string =>
  JOINERS.has(character)
    ? character
    : `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`;

/** The first characters of a text, with an ellipsis where more follow. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/**
 * A value of the data as a reader can trust it: every invisible or reordering character is spelled out, its length is
 * limited, and writing from right to left is kept from turning the sentence around it.
 */
export function readable(value: string): string {
  const text = shortened(value.replaceAll(UNSEEN, visible), LONGEST);
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}
