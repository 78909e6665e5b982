import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindColumns, countKnownNames, type ColumnBinding } from '../../src/etl/sources/column-binding.ts';
import { COLUMN_NAMES, REQUIRED_NAMES } from '../helpers/transaction-csv.ts';

function bound(names: readonly string[]): ColumnBinding {
  const result = bindColumns(names);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function refused(names: readonly string[]): { readonly code: string; readonly message: string } {
  const result = bindColumns(names);
  if (result.ok) throw new Error('the names were taken');
  return result.error;
}

const without = (...left: readonly string[]): readonly string[] => COLUMN_NAMES.filter((name) => !left.includes(name));

describe('binding columns', () => {
  it('keeps every column at its place', () => {
    expect(bound(COLUMN_NAMES)).toEqual({
      columns: COLUMN_NAMES.map((name, position) => ({ position, name })),
      width: 79,
      absent: [],
      unknown: [],
    });
  });

  it('takes any order, case and surrounding spaces', () => {
    const shuffled = fc.shuffledSubarray([...COLUMN_NAMES], { minLength: 79 });
    const dress = fc.constantFrom<(name: string) => string>(
      (name) => name,
      (name) => name.toUpperCase(),
      (name) => ` ${name}\t`,
      (name) => name.toLowerCase(),
    );
    fc.assert(
      fc.property(shuffled, dress, (names, dressed) => {
        expect(bound(names.map(dressed)).columns).toEqual(names.map((name, position) => ({ position, name })));
      }),
      { numRuns: 50 },
    );
  });

  it('requires eight columns', () => {
    expect(REQUIRED_NAMES).toEqual([
      'file_token',
      'summary_code',
      'summary_status',
      'summary_desc',
      'total_time_ms',
      'date',
      'procesoConvenioGuid',
      'convenio',
    ]);
    expect(bound(REQUIRED_NAMES).absent).toEqual(without(...REQUIRED_NAMES));
  });

  it.each(REQUIRED_NAMES)('refuses a source without %s, names it and what was found', (name) => {
    const { code, message } = refused(without(name));
    expect(code).toBe('REQUIRED_COLUMN_MISSING');
    expect(message).toContain(`required column "${name}"`);
    expect(message).toContain('Found: api_hash, ');
    expect(message).toMatch(/and \d+ more/);
  });

  it('names the nearest name among those that it does not know', () => {
    const renamed = COLUMN_NAMES.map((name) => (name === 'procesoConvenioGuid' ? 'proceso_convenio_guid' : name));
    expect(refused(renamed).message).toContain('"procesoConvenioGuid" (is it "proceso_convenio_guid"?)');
    expect(refused(without('convenio')).message).not.toContain('is it');
  });

  it('names all required columns that are missing at once', () => {
    const { message } = refused(['date', 'x']);
    for (const name of REQUIRED_NAMES.filter((required) => required !== 'date')) expect(message).toContain(`"${name}"`);
    expect(message).toContain('Found: date, x.');
  });

  it('drops columns that it does not know by name', () => {
    const binding = bound(['Latitud', ...COLUMN_NAMES, ' Ip ']);
    expect(binding.unknown).toEqual(['Latitud', 'Ip']);
    expect(binding.width).toBe(81);
    expect(binding.columns.map(({ position }) => position)).not.toContain(0);
  });

  it('refuses a column that stands twice, in whatever case', () => {
    expect(refused([...COLUMN_NAMES, ' DATE'])).toMatchObject({
      code: 'COLUMN_REPEATED',
      message: 'The column "date" stands twice in the header.',
    });
  });

  it('keeps unknown columns apart even where they have one name', () => {
    expect(bound([...COLUMN_NAMES, 'x', 'x', '']).unknown).toEqual(['x', 'x', '']);
  });

  it('shows no control characters of a header that is not text', () => {
    const { message } = refused(['\u0089PNG\r\n\u001A\n\0\0IHDR', '\u001B[31mred']);
    // oxlint-disable-next-line no-control-regex -- a terminal would obey them
    expect(message).not.toMatch(/[\u0000-\u001F\u007F-\u009F]/);
  });

  it('counts the names that it knows', () => {
    expect(countKnownNames([' Date', 'convenio', 'nonsense', ''])).toBe(2);
  });

  it('shows no value of a file without a header', () => {
    const result = bindColumns(['10203040', 'ana@example.test', 'convenio_3', '2025-01-08T22:49:46-05:00']);
    expect(result).toMatchObject({ ok: false, error: { code: 'REQUIRED_COLUMN_MISSING' } });
    expect(JSON.stringify(result)).not.toMatch(/10203040|ana@|convenio_3|22:49/);
  });
});
