import { describe, expect, it } from 'vitest';
import { reportFormat } from '../../src/main/services/report/describe/report-format.ts';

const [en, es] = [reportFormat('en'), reportFormat('es')];
/** A space of any width as an ordinary one. */
const plain = (text: string): string => text.replaceAll(/\s/gu, ' ');

describe('reportFormat', () => {
  it('writes numbers as readers of each language do', () => {
    expect([en.count(14654), es.count(4427)]).toEqual(['14,654', '4.427']);
    expect([en.percent(0.66473), plain(es.percent(0.66473))]).toEqual(['66.5%', '66,5 %']);
    expect([en.decimal(3.3101), es.decimal(3.3101), en.decimal(null)]).toEqual(['3.31', '3,31', '–']);
    expect([en.ms(1994.43), en.ms(35.08), en.ms(-299.4)]).toEqual(['1,994', '35.1', '−299']);
  });

  it('never rounds something to nothing, or not all to all', () => {
    expect([en.percent(0), en.percent(0.0004), en.percent(0.0005), en.percent(0.9996), en.percent(1)]).toEqual([
      '0.0%',
      '<0.1%',
      '0.1%',
      '>99.9%',
      '100.0%',
    ]);
  });

  it('keeps measured values short', () => {
    expect([0.56654321, 12.3456, 123456.7, 2025, 0.00015, 1e30, -1].map(en.measured)).toEqual([
      '0.5665',
      '12.35',
      '123,457',
      '2,025',
      '1.5E−4',
      '1E30',
      '−1',
    ]);
    expect(en.plain(2025)).toBe('2025');
  });

  it('writes dates on the clock that they carry', () => {
    expect(en.timestamp('2025-01-08 23:30:00.000000-05:00')).toBe('8 January 2025, 23:30:00 (UTC−05:00)');
    expect(es.timestamp('2025-01-08 23:30:00.000000-05:00')).toBe('8 de enero de 2025, 23:30:00 (UTC−05:00)');
    expect(en.timestamp('no date')).toBe('no date');
    expect([en.day('2025-01-08'), es.day('2025-01-08'), en.weekday(1), es.weekday(7)]).toEqual([
      '8 Jan',
      '8 ene',
      'Monday',
      'domingo',
    ]);
  });
});
