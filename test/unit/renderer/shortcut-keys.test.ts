import { describe, expect, test } from 'vitest';
import {
  isShortcut,
  shortcutKeys,
  worksWhileTyping,
  type KeyPress,
} from '../../../src/renderer/commands/shortcut-keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('isShortcut', () => {
  test('takes mod as Ctrl, and as the command key on a Mac', () => {
    expect(isShortcut(press('k', { ctrlKey: true }), 'mod+K', false)).toBe(true);
    expect(isShortcut(press('k', { metaKey: true }), 'mod+K', true)).toBe(true);
    expect(isShortcut(press('k', { ctrlKey: true }), 'mod+K', true)).toBe(false);
    expect(isShortcut(press('k', { ctrlKey: true, metaKey: true }), 'mod+K', false)).toBe(false);
  });

  test('tells a shortcut from the same one with Shift', () => {
    const withShift = press('Z', { ctrlKey: true, shiftKey: true });
    expect(isShortcut(withShift, 'mod+Z', false)).toBe(false);
    expect(isShortcut(withShift, 'mod+Shift+Z', false)).toBe(true);
  });

  test('takes a sign whether or not the keyboard needs Shift for it', () => {
    expect(isShortcut(press('?', { shiftKey: true }), '?', false)).toBe(true);
    expect(isShortcut(press('?'), '?', false)).toBe(true);
    expect(isShortcut(press('?', { ctrlKey: true }), '?', false)).toBe(false);
  });

  test('takes the place of a letter on a keyboard that prints no Latin ones, not on one that prints another', () => {
    expect(isShortcut(press('л', { ctrlKey: true, code: 'KeyK' }), 'mod+K', false)).toBe(true);
    expect(isShortcut(press('t', { ctrlKey: true, code: 'KeyK' }), 'mod+K', false)).toBe(false);
  });

  test('takes keys that have a name', () => {
    expect(isShortcut(press('ArrowLeft', { altKey: true }), 'alt+ArrowLeft', false)).toBe(true);
    expect(isShortcut(press('F5'), 'F5', false)).toBe(true);
    expect(isShortcut(press('+', { ctrlKey: true }), 'mod++', false)).toBe(true);
  });
});

describe('worksWhileTyping', () => {
  test('leaves plain keys and the undo of the text to the text', () => {
    expect(worksWhileTyping('?')).toBe(false);
    expect(worksWhileTyping('mod+Z')).toBe(false);
    expect(worksWhileTyping('mod+Shift+Z')).toBe(false);
    expect(worksWhileTyping('mod+K')).toBe(true);
    expect(worksWhileTyping('mod+Shift+F')).toBe(true);
  });
});

describe('shortcutKeys', () => {
  test('names the keys as the keyboard does', () => {
    expect(shortcutKeys('mod+Shift+F', false)).toEqual(['Ctrl', 'Shift', 'F']);
    expect(shortcutKeys('mod+Shift+F', true)).toEqual(['⌘', '⇧', 'F']);
    expect(shortcutKeys('alt+ArrowLeft', false)).toEqual(['Alt', '←']);
    expect(shortcutKeys('?', false)).toEqual(['?']);
  });
});
