import { describe, expect, test } from 'vitest';
import { errorText } from '../../../src/renderer/i18n/error-words.ts';
import { EXIT_CODE_BY_ERROR, type ErrorCode } from '../../../src/shared/error-codes.ts';

const CODES = Object.keys(EXIT_CODE_BY_ERROR) as ErrorCode[];

describe('errorText', () => {
  test.each(CODES)('says %s in Spanish and keeps what the engine said', (code) => {
    const { title, detail, hint } = errorText({ code, message: 'The file a.csv is empty.', hint: 'Choose.' }, 'es');
    expect(title).toMatch(/\.$/);
    expect(hint).toMatch(/\.$/);
    expect(detail).toBe('The file a.csv is empty.');
  });

  test('says in English what the engine said, with nothing said twice', () => {
    const error = { code: 'SOURCE_EMPTY', message: 'a.csv is empty.', hint: 'Choose another file.' } as const;
    expect(errorText(error, 'en')).toEqual({ title: 'a.csv is empty.', detail: null, hint: 'Choose another file.' });
  });

  test('sends nobody at a window to the command line', () => {
    const error = {
      code: 'WORKSPACE_NOT_FOUND',
      message: 'There is no workspace at /x.',
      hint: 'veriscope import',
    } as const;
    const text = errorText(error, 'en');
    expect(text.hint).not.toContain('veriscope import');
    expect(text.detail).toBe('There is no workspace at /x.');
  });
});
