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

  test.each(['en', 'es'] as const)('tells in %s of an engine that stopped what has become of it since', (language) => {
    const error = { code: 'ENGINE_STOPPED', message: 'It is being started again.', hint: 'Wait.' } as const;
    const [again, restarting, ready, failed] = ([null, 'restarting', 'ready', 'failed'] as const).map((engine) =>
      errorText(error, language, engine),
    );
    expect(restarting).toEqual(again);
    expect(new Set([again?.title, ready?.title, failed?.title]).size).toBe(3);
    expect(failed?.title).toMatch(/given up|dado por perdido/);
    expect([ready?.detail, failed?.detail]).toEqual([null, null]);
  });

  test('tells of other failures the same, whatever the engine does', () => {
    const error = { code: 'SOURCE_EMPTY', message: 'a.csv is empty.', hint: 'Choose.' } as const;
    expect(errorText(error, 'es', 'failed')).toEqual(errorText(error, 'es'));
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
