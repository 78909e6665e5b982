import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bindColumns,
  countKnownNames,
  type ColumnBinding,
  type ColumnNames,
} from '../../src/etl/sources/column-binding.ts';
import { COLUMN_NAMES, REQUIRED_NAMES } from '../helpers/transaction-csv.ts';

function bound(names: readonly string[], columnNames?: ColumnNames): ColumnBinding {
  const result = bindColumns(names, columnNames);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function refused(
  names: readonly string[],
  columnNames?: ColumnNames,
): { readonly code: string; readonly message: string } {
  const result = bindColumns(names, columnNames);
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

describe('binding columns that were mapped by hand', () => {
  const renamed = COLUMN_NAMES.map((name) => (name === 'date' ? 'Fecha' : name));

  it('feeds the column that was meant, however the name is written', () => {
    for (const source of ['Fecha', ' fecha '])
      expect(bound(renamed, { [source]: 'date' }).columns).toEqual(bound(COLUMN_NAMES).columns);
  });

  it('wins over the names: the column that bears the name is dropped', () => {
    const { columns, unknown } = bound(['Fecha', ...COLUMN_NAMES], { Fecha: 'date' });
    expect(columns.find(({ name }) => name === 'date')?.position).toBe(0);
    expect(unknown).toEqual(['date']);
  });

  it('may swap two columns', () => {
    const places = (columnNames: ColumnNames): readonly (number | undefined)[] => {
      const { columns } = bound(COLUMN_NAMES, columnNames);
      return ['service', 'api_hash'].map((wanted) => columns.find(({ name }) => name === wanted)?.position);
    };
    expect(places({ service: 'api_hash', api_hash: 'service' })).toEqual(places({}).toReversed());
  });

  it('leaves a column out, which is then missing like one that was never there', () => {
    const { columns, absent, unknown } = bound(COLUMN_NAMES, { documento: null });
    expect(columns.map(({ name }) => name)).not.toContain('documento');
    expect({ absent, unknown }).toEqual({ absent: ['documento'], unknown: ['documento'] });
  });

  it('refuses two columns mapped to one, a target that is none, and a required column left out', () => {
    expect(refused(['a', 'b', ...COLUMN_NAMES], { a: 'service', b: 'service' })).toMatchObject({
      code: 'COLUMN_REPEATED',
      message: 'Two columns of the source are mapped to "service".',
    });
    expect(refused(COLUMN_NAMES, { service: 'servise' })).toMatchObject({ code: 'USAGE' });
    expect(refused(COLUMN_NAMES, { date: null })).toMatchObject({ code: 'REQUIRED_COLUMN_MISSING' });
  });

  it('pays no heed to names that the source does not have', () => {
    expect(bound(COLUMN_NAMES, { other: 'service', another: null })).toEqual(bound(COLUMN_NAMES));
  });
});
