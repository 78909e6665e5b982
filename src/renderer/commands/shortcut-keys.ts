/** What is needed of a keyboard event. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

interface Shortcut {
  readonly key: string;
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** Reads `mod+Shift+F`. `mod` is the command key on a Mac, else Ctrl. */
function parseShortcut(shortcut: string): Shortcut {
  const parts = shortcut.toLowerCase().split('+');
  const key = parts.at(-1) ?? '';
  return {
    key: key === '' ? '+' : key,
    mod: parts.includes('mod'),
    shift: parts.includes('shift'),
    alt: parts.includes('alt'),
  };
}

/**
 * Whether a key press is a shortcut. Letters count by what they print, or, on a keyboard that prints others, by where they
 * lie; a sign such as `?` counts whichever keys print it.
 */
export function isShortcut(press: KeyPress, shortcut: string, isMac: boolean): boolean {
  const wanted = parseShortcut(shortcut);
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const other = isMac ? press.ctrlKey : press.metaKey;
  if (mod !== wanted.mod || other || press.altKey !== wanted.alt) return false;
  const key = press.key.toLowerCase();
  if (/^[^a-z0-9]$/.test(wanted.key)) return key === wanted.key;
  if (press.shiftKey !== wanted.shift) return false;
  const isLatin = /^[a-z]$/.test(key);
  return key === wanted.key || (!isLatin && press.code.toLowerCase() === `key${wanted.key}`);
}

/** Shortcuts that a text field answers itself. */
const OF_TEXT = ['mod+z', 'mod+shift+z', 'mod+y', 'mod+a', 'mod+c', 'mod+v', 'mod+x'];

/** Whether a shortcut may be taken while someone is typing. */
export function worksWhileTyping(shortcut: string): boolean {
  const plain = shortcut.toLowerCase();
  return (plain.includes('mod') || /^f\d+$/.test(plain)) && !OF_TEXT.includes(plain);
}

const NAMES: Readonly<Record<string, string>> = {
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
  enter: '↵',
  escape: 'Esc',
  ' ': '␣',
};

/** The keys of a shortcut as they are written on the keyboard. */
export function shortcutKeys(shortcut: string, isMac: boolean): readonly string[] {
  const { key, mod, shift, alt } = parseShortcut(shortcut);
  return [
    ...(mod ? [isMac ? '⌘' : 'Ctrl'] : []),
    ...(alt ? [isMac ? '⌥' : 'Alt'] : []),
    ...(shift ? [isMac ? '⇧' : 'Shift'] : []),
    NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : `${key.charAt(0).toUpperCase()}${key.slice(1)}`),
  ];
}
