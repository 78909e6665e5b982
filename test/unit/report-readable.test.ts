import { describe, expect, it } from 'vitest';
import { readable, shortened } from '../../src/main/services/report/describe/readable.ts';

describe('readable', () => {
  it.each([
    ['convenio_1', 'convenio_1'],
    ['ñandú 😀', 'ñandú 😀'],
    ['safe\u202Etxt.exe', 'safe‹U+202E›txt.exe'],
    ['a\u0000b\nc', 'a‹U+0000›b‹U+000A›c'],
    ['zero\u200Bwidth', 'zero‹U+200B›width'],
    ['lone \uD800', 'lone ‹U+D800›'],
    ['👩\u200D👧', '👩\u200D👧'],
    ['שלום', '\u2068שלום\u2069'],
  ])('shows %j', (value, shown) => {
    expect(readable(value)).toBe(shown);
  });

  it('limits the length without cutting a character in two', () => {
    expect(shortened('😀😀😀', 2)).toBe('😀…');
    expect(Array.from(readable('x'.repeat(500)))).toHaveLength(120);
  });
});
