import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DUCKDB } from '../../src/etl/sql/dialects.ts';
import { canonicalDate, epochMicroseconds, zoneAssumed } from '../../src/etl/staging/date-sql.ts';
import { DuckDbSession } from '../../src/main/engine/duckdb-session.ts';
import { readDate } from '../helpers/date-reference.ts';

let session: DuckDbSession;
beforeAll(async () => {
  session = await DuckDbSession.open({ path: ':memory:', memory: 256 });
});
afterAll(() => session.close());

interface ReadDate {
  readonly canonical: string | null;
  readonly epoch: string | null;
  readonly assumed: boolean | null;
}

async function read(raws: readonly string[], zone = 'UTC'): Promise<readonly ReadDate[]> {
  const values = raws.map((raw, index) => `(${index}, ${DUCKDB.text(raw)})`).join(', ');
  const rows = await session.rows(
    `SELECT canonical, CAST(${epochMicroseconds('canonical')} AS VARCHAR) AS epoch, ${zoneAssumed('raw')} AS assumed
     FROM (SELECT n, raw, ${canonicalDate('raw', zone)} AS canonical FROM (VALUES ${values}) AS given(n, raw)) ORDER BY n`,
  );
  return rows.map((row) => ({
    canonical: row['canonical'] as string | null,
    epoch: row['epoch'] as string | null,
    assumed: row['assumed'] as boolean | null,
  }));
}

const ACCEPTED: readonly (readonly [string, string])[] = [
  ['2025-01-08T22:49:46.404009-05:00', '2025-01-08 22:49:46.404009-05:00'],
  ['2025-01-08 22:49:46.404009-05:00', '2025-01-08 22:49:46.404009-05:00'],
  ['2025-01-08t22:49:46.404009-05:00', '2025-01-08 22:49:46.404009-05:00'],
  ['  2025-01-08T22:49:46.404009-05:00 ', '2025-01-08 22:49:46.404009-05:00'],
  ['2025-01-08T22:49-05:00', '2025-01-08 22:49:00.000000-05:00'],
  ['2025-01-08T22:49:46-05:00', '2025-01-08 22:49:46.000000-05:00'],
  ['2025-01-08T22:49:46.4-05:00', '2025-01-08 22:49:46.400000-05:00'],
  ['2025-01-08T22:49:46.404-05:00', '2025-01-08 22:49:46.404000-05:00'],
  ['2025-01-08T22:49:46,404-05:00', '2025-01-08 22:49:46.404000-05:00'],
  ['2025-01-08T22:49:46.404009999-05:00', '2025-01-08 22:49:46.404009-05:00'],
  ['2025-01-08T22:49:46.40400912Z', '2025-01-08 22:49:46.404009+00:00'],
  ['2025-01-08T22:49:46z', '2025-01-08 22:49:46.000000+00:00'],
  ['2025-01-08T22:49Z', '2025-01-08 22:49:00.000000+00:00'],
  ['2025-01-08 22:49:46 Z', '2025-01-08 22:49:46.000000+00:00'],
  ['2025-01-08T22:49:46-05', '2025-01-08 22:49:46.000000-05:00'],
  ['2025-01-08T22:49:46-0530', '2025-01-08 22:49:46.000000-05:30'],
  ['2025-01-08T22:49:46.5+0545', '2025-01-08 22:49:46.500000+05:45'],
  ['2025-01-08 22:49:46 -0500', '2025-01-08 22:49:46.000000-05:00'],
  ['2025-01-08T22:49-0530', '2025-01-08 22:49:00.000000-05:30'],
  ['2025-01-08T22:49:46+18:00', '2025-01-08 22:49:46.000000+18:00'],
  ['2024-02-29T00:00:00Z', '2024-02-29 00:00:00.000000+00:00'],
  ['2000-02-29T23:59:59.999999+14:00', '2000-02-29 23:59:59.999999+14:00'],
  ['1969-12-31T23:59:59.999999Z', '1969-12-31 23:59:59.999999+00:00'],
  ['2025-01-08T22:49:46', '2025-01-08 22:49:46.000000+00:00'],
  ['2025-01-08 22:49', '2025-01-08 22:49:00.000000+00:00'],
  ['2025-01-08 22:49:46.123456', '2025-01-08 22:49:46.123456+00:00'],
];

const REFUSED: readonly string[] = [
  '',
  ' ',
  'yesterday',
  '2025-01-08',
  '2025-01-08T',
  '2025-01-08T22',
  '2025-02-30T00:00:00Z',
  '2025-02-29T00:00:00Z',
  '1900-02-29T00:00:00Z',
  '2025-13-01T00:00:00Z',
  '2025-00-10T00:00:00Z',
  '2025-01-00T00:00:00Z',
  '2025-01-32T00:00:00Z',
  '2025-01-08T24:00:00Z',
  '2025-01-08T24:00:00.000000+00:00',
  '2025-01-08T22:60:00Z',
  '2025-01-08T22:49:60Z',
  '0000-01-08T22:49:46Z',
  '0000-01-08T22:49:46.000000+00:00',
  '2025-01-08T22:49:46+25:00',
  '2025-01-08T22:49:46+19:00',
  '2025-01-08T22:49:46+05:60',
  '2025-01-08T22:49:46.000000+25:00',
  '2025-01-08T22:49:46.',
  '2025-01-08T22:49:46.Z',
  '2025-01-08T22:49:46.1234567890Z',
  '2025-01-08T22:49:46ZZ',
  '2025-01-08T22:49:46 UTC',
  '2025-01-08T22:49:46-5',
  '2025-01-08T22:49:46-05:0',
  '2025-01-08T22:49:46-05:00x',
  'x2025-01-08T22:49:46-05:00',
  '2025-01-08  22:49:46',
  '2025-1-8T22:49:46Z',
  '25-01-08T22:49:46Z',
  '12025-01-08T22:49:46Z',
  '-2025-01-08T22:49:46Z',
  '08/01/2025 22:49:46',
  '20250108T224946Z',
  '1736394586',
  '2025-W02-3T00:00:00Z',
  '２０２５-01-08T22:49:46Z',
  '2025-01-08T22:49:46.404009-05:00\n2025-01-08T22:49:46.404009-05:00',
];

describe('a date', () => {
  it('of an accepted form becomes its canonical text and its instant', async () => {
    const found = await read(ACCEPTED.map(([raw]) => raw));
    expect(found.map(({ canonical }) => canonical)).toEqual(ACCEPTED.map(([, canonical]) => canonical));
    expect(found.map(({ epoch }) => epoch)).toEqual(ACCEPTED.map(([raw]) => String(readDate(raw)?.epochMicroseconds)));
    // The same by the platform's own reading of the canonical text, to the millisecond.
    for (const { canonical, epoch } of found) {
      expect(Math.floor(Number(epoch) / 1000)).toBe(
        Date.parse(
          String(canonical)
            .replace(' ', 'T')
            .replace(/\d{3}(?=[+-]\d\d:\d\d$)/, ''),
        ),
      );
    }
  });

  it('of any other form has no instant', async () => {
    expect((await read(REFUSED)).map(({ epoch }, index) => [REFUSED[index], epoch])).toEqual(
      REFUSED.map((raw) => [raw, null]),
    );
    expect(REFUSED.filter((raw) => readDate(raw) !== null)).toEqual([]);
  });

  it('is known to carry an offset or not', async () => {
    const found = await read(ACCEPTED.map(([raw]) => raw));
    expect(found.map(({ assumed }) => assumed)).toEqual(
      ACCEPTED.map(([raw]) => !/(Z|[+-]\d\d(:?\d\d)?)$/i.test(raw.trim().slice(11))),
    );
  });

  it.each([
    '-05:00',
    '+05:45',
    '-03:30',
    '+00:00',
    'America/Bogota',
    'Asia/Kathmandu',
    'America/St_Johns',
    'america/bogota',
  ])('without offset is taken to be in the default zone %s', async (zone) => {
    const raws = ['2025-01-08T22:49:46.5', '2025-07-08 02:49', '1999-12-31 23:59:59.999999', '2025-02-30 10:00:00'];
    const found = await read(raws, zone);
    const expected = raws.map((raw) => readDate(raw, zone));
    expect(found.map(({ canonical, epoch }) => (epoch === null ? null : canonical))).toEqual(
      expected.map((date) => date?.canonical ?? null),
    );
    expect(found.map(({ epoch }) => epoch)).toEqual(expected.map((date) => date?.epochMicroseconds.toString() ?? null));
  });

  it('without offset may be in every zone that the platform knows', async () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const selects = zones.map((zone) => `SELECT ${canonicalDate("'2025-07-01 12:00:00'", zone)} AS canonical`);
    const found = await session.rows(selects.join(' UNION ALL '));
    expect(found.map((row, index) => [zones[index], row['canonical']])).toEqual(
      zones.map((zone) => [zone, readDate('2025-07-01 12:00:00', zone)?.canonical]),
    );
    expect(zones.length).toBeGreaterThan(300);
  });

  it('without offset takes the offset of the season in a zone with daylight saving time', async () => {
    const raws = [
      '2025-03-09 01:59:59',
      '2025-03-09 03:00:00',
      '2025-11-02 00:59:59',
      '2025-11-02 02:00:00',
      '2025-07-01 12:00:00Z',
    ];
    expect((await read(raws, 'America/New_York')).map(({ canonical }) => canonical)).toEqual([
      '2025-03-09 01:59:59.000000-05:00',
      '2025-03-09 03:00:00.000000-04:00',
      '2025-11-02 00:59:59.000000-04:00',
      '2025-11-02 02:00:00.000000-05:00',
      '2025-07-01 12:00:00.000000+00:00',
    ]);
  });

  it('in the hour that daylight saving time skips or repeats is still one instant, that of its canonical text', async () => {
    const found = await read(['2025-03-09 02:30:00', '2025-11-02 01:30:00'], 'America/New_York');
    for (const { canonical, epoch } of found) {
      expect(canonical).toMatch(/:30:00\.000000-0[45]:00$/);
      expect(epoch).toBe(String(readDate(String(canonical))?.epochMicroseconds));
    }
  });

  it('is read like a plain reading of its digits reads it', async () => {
    const pad = (digits: number, max: number, min = 0): fc.Arbitrary<string> =>
      fc.integer({ min, max }).map((value) => String(value).padStart(digits, '0'));
    const raw = fc
      .tuple(
        pad(4, 2260, 1680),
        pad(2, 13),
        pad(2, 32),
        fc.constantFrom('T', ' ', 't', '_'),
        pad(2, 24),
        pad(2, 60),
        fc.oneof(
          { weight: 1, arbitrary: fc.constant('') },
          { weight: 4, arbitrary: pad(2, 60).map((second) => `:${second}`) },
        ),
        fc.oneof(
          fc.constant(''),
          fc.string({ unit: fc.integer({ min: 0, max: 9 }).map(String), maxLength: 10 }).map((digits) => `.${digits}`),
        ),
        fc.constantFrom(
          '',
          'Z',
          'z',
          ' Z',
          '+00:00',
          '-05:00',
          '-0500',
          '-05',
          '+14',
          '+05:45',
          '-18:59',
          '+19:00',
          '-00:00',
          'X',
        ),
      )
      .map(
        ([year, month, day, separator, hour, minute, second, fraction, offset]) =>
          `${year}-${month}-${day}${separator}${hour}:${minute}${second}${fraction}${offset}`,
      );
    const raws = fc.sample(raw, { seed: 20_250_108, numRuns: 4000 });
    const expected = raws.map((text) => readDate(text));
    const found = await read(raws);
    expect(found.map(({ epoch }, index) => [raws[index], epoch])).toEqual(
      expected.map((date, index) => [raws[index], date === null ? null : date.epochMicroseconds.toString()]),
    );
    expect(found.map(({ canonical, epoch }) => (epoch === null ? null : canonical))).toEqual(
      expected.map((date) => date?.canonical ?? null),
    );
    expect(expected.filter((date) => date !== null).length).toBeGreaterThan(500);
  });

  it('in canonical form is not changed by being read again', async () => {
    const canonicals = ACCEPTED.map(([, canonical]) => canonical);
    expect((await read(canonicals, 'Asia/Tokyo')).map(({ canonical }) => canonical)).toEqual(canonicals);
  });

  it('has only an instant that a floating-point number holds to the microsecond', async () => {
    const raws = [
      '0001-01-01T00:00:00Z',
      '1684-12-31T23:59:59.999999Z',
      '1685-01-01T00:00:00.000001+18:59',
      '1999-01-01T00:00:00.000001Z',
      '2254-12-31T23:59:59.999999-18:59',
      '2255-01-01T00:00:00Z',
      '9999-12-31T23:59:59.999999Z',
    ];
    const epochs = (await read(raws)).map(({ epoch }) => epoch);
    expect(epochs.map((epoch) => epoch !== null)).toEqual([false, false, true, true, true, false, false]);
    expect(epochs.filter((epoch) => epoch !== null && !Number.isSafeInteger(Number(epoch)))).toEqual([]);
    expect(epochs[3]).toBe('915148800000001');
  });
});
