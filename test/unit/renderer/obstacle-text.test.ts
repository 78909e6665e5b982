import { describe, expect, test } from 'vitest';
import { obstacleText } from '../../../src/renderer/features/import/obstacle-text.ts';

const foreign = (format: string) => ({
  code: 'SOURCE_FORMAT_UNKNOWN',
  message: `a.csv is ${format}, not a CSV file.`,
  hint: 'Unpack it and choose the CSV file inside.',
});

describe('an obstacle in Spanish', () => {
  test('names the file and says what it is', () => {
    expect(obstacleText(foreign('a ZIP archive'), 'es')).toEqual({
      title: 'a.csv es un archivo ZIP, no un archivo CSV.',
      detail: null,
      hint: 'Descomprímelo y elige el CSV que contiene.',
    });
    expect(obstacleText(foreign('packed by bzip2'), 'es').title).toContain('un archivo comprimido con bzip2');
  });

  test('keeps names of columns as they are, and says what they may be', () => {
    const message =
      'The source lacks the required columns "date" (is it "dates"?), "service". Found: dates, a.b and 3 more.';
    expect(obstacleText({ code: 'REQUIRED_COLUMN_MISSING', message, hint: '' }, 'es').title).toBe(
      'Al archivo le faltan las columnas obligatorias "date" (¿es «dates»?), "service". Contiene: dates, a.b y 3 más.',
    );
  });

  test('is told in general, with the English sentence, where it is not known', () => {
    const { title, detail } = obstacleText({ code: 'SOURCE_DAMAGED', message: 'It is torn.', hint: 'Mend it.' }, 'es');
    expect(title).toBe('El archivo comprimido está dañado o incompleto.');
    expect(detail).toBe('It is torn.');
  });

  test('is what the engine says in English', () => {
    expect(obstacleText(foreign('a tar archive'), 'en')).toMatchObject({ title: foreign('a tar archive').message });
  });
});
