import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessDelimiter } from '../../src/etl/sources/csv/csv-header.ts';
import type { CsvSurvey } from '../../src/etl/sources/csv/csv-survey.ts';
import { LineSurveyor } from '../../src/etl/sources/csv/line-surveyor.ts';
import { surveyCsv } from '../../src/etl/sources/csv/survey-csv.ts';
import { decoderOf, guessEncoding } from '../../src/etl/sources/csv/text-encoding.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const HEADER = 'file_token,date,convenio\n';

function survey(
  content: string | Uint8Array,
  compression: 'none' | 'gzip' = 'none',
  progress: number[] = [],
): Promise<CsvSurvey> {
  const file = join(temporaryFolder(), 'any.csv');
  writeFileSync(file, content);
  return surveyCsv(file, compression, guessDelimiter, new AbortController().signal, (bytes) => progress.push(bytes));
}

interface Surveyed {
  readonly irregularities: readonly string[];
  readonly records: number;
  readonly blankLines: readonly number[];
}

function surveyed(content: Buffer, portion: number): Surveyed {
  const surveyor = new LineSurveyor(',', 1);
  for (let from = 0; from < content.length; from += portion) surveyor.add(content.subarray(from, from + portion));
  surveyor.end();
  const { irregularities, records, blankLines } = surveyor;
  return { irregularities: [...irregularities].toSorted(), records, blankLines: [...blankLines] };
}

describe('a survey', () => {
  it('hashes the file as it is on disk and tells how it is packed', async () => {
    const text = `${HEADER}a,b,c\n`;
    const packed = gzipSync(text);
    const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
    expect(await survey(text)).toMatchObject({
      sha256: sha256(text),
      bytes: text.length,
      compression: 'none',
      records: 1,
      head: text,
    });
    expect(await survey(packed, 'gzip')).toMatchObject({
      sha256: sha256(packed),
      bytes: packed.length,
      compression: 'gzip',
      records: 1,
      head: text,
    });
  });

  it('tells the bytes that it has read', async () => {
    const progress: number[] = [];
    const { bytes } = await survey(HEADER + 'a,b,c\n'.repeat(500_000), 'none', progress);
    expect(progress.length).toBeGreaterThan(2);
    expect(progress.at(-1)).toBe(bytes);
  });

  it.each([
    ['a plain file', 'a,b,c\nd,e,f\n', [], 2, []],
    ['no record at all', '', [], 0, []],
    ['no final line end', 'a,b,c\nd,e,f', [], 2, []],
    ['well-formed quotes', '"a","b ""x""",c\n"d,",,"f"\n', [], 2, []],
    ['blank lines', '\na,b,c\n\n\nd,e,f\n\n', [], 2, [2, 4, 5, 7]],
    ['a line of spaces, which is a record', '  \n', [], 1, []],
    ['a quoted line break', '"a\nb",b,c\n', ['broken-quotes', 'quoted-line-break'], 2, []],
    ['a stray quote', 'a,b"x,c\n', ['broken-quotes'], 1, []],
    ['a CR LF among LF', 'a,b,c\r\nd,e,f\n', ['mixed-line-ends'], 2, []],
    ['a CR inside a line', 'a,b\rx,c\n', ['mixed-line-ends'], 1, []],
    ['a NUL', 'a,\0,c\n', ['nul-bytes'], 1, []],
    ['a very long line', `a,${'b'.repeat(1_900_001)},c\n`, ['very-long-line'], 1, []],
    ['some lines too short for their delimiters', 'a\n'.repeat(900), [], 900, []],
    ['many lines too short for their delimiters', 'a\n'.repeat(1100), ['many-short-lines'], 1100, []],
    ['accents in UTF-8', 'á,ñ,€\n', [], 1, []],
  ] satisfies [string, string, string[], number, number[]][])(
    'of %s',
    async (_, body, irregularities, records, blankLines) => {
      const found = await survey(HEADER + body);
      expect(found.irregularities.toSorted()).toEqual(irregularities);
      expect(found).toMatchObject({ records, blankLines });
    },
  );

  it('knows CR LF, with and without a last line end, and blank lines in it', async () => {
    const windows = (body: string): string => (HEADER + body).replaceAll('\n', '\r\n');
    expect(await survey(windows('a,b,c\n\nd,e,f\n'))).toMatchObject({
      irregularities: [],
      records: 2,
      blankLines: [3],
      lineEnd: '\r\n',
    });
    expect(await survey(windows('a,b,c\nd,e,f'))).toMatchObject({ irregularities: [], records: 2, lineEnd: '\r\n' });
    expect((await survey(`${windows('a,b,c\n')}d,e,f\n`)).irregularities).toEqual(['mixed-line-ends']);
    expect((await survey('a,b,c\rd,e,f\r')).irregularities).toEqual(['mixed-line-ends']);
  });

  it('notices a header that is not on the first line', async () => {
    expect((await survey(`\n${HEADER}a,b,c\n`)).irregularities).toEqual(['blank-first-line']);
  });

  it('finds a file regular that begins with a byte order mark, its header quoted or not', async () => {
    for (const header of [HEADER, '"file_token","date","convenio"\n']) {
      expect(await survey(`\uFEFF${header}a,b,c\n`)).toMatchObject({
        encoding: 'utf-8',
        irregularities: [],
        records: 1,
        head: `${header}a,b,c\n`,
      });
    }
  });

  it('tells encodings apart', async () => {
    const text = `${HEADER}á,Ñandú,c\n`;
    const bigEndian = (content: string): Buffer => Buffer.from(content, 'utf16le').swap16();
    const encodings: [string, Uint8Array][] = [
      ['utf-8', Buffer.from(text)],
      ['windows-1252', Buffer.from(text, 'latin1')],
      ['utf-16le', Buffer.from(text, 'utf16le')],
      ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le')],
      ['utf-16be', bigEndian(text)],
      ['utf-16be', bigEndian(`\uFEFF${text}`)],
    ];
    for (const [encoding, content] of encodings) {
      const found = await survey(content);
      expect(found).toMatchObject({ encoding, head: text });
      expect(found.irregularities.includes('encoding')).toBe(encoding !== 'utf-8');
    }
  });

  it('keeps a file in UTF-8 of which a few bytes are damaged', async () => {
    const accents = Buffer.from(`${HEADER}${'Córdoba,Ñandú,c\n'.repeat(40_000)}`);
    const damaged = Buffer.from(accents);
    damaged[500_000 - (500_000 % 18) + 4] = 0xff;
    damaged[600_007] = 0xfe;
    const cutInside = accents.subarray(0, accents.lastIndexOf(0xc3) + 1);
    const short = Buffer.from(`${HEADER}Córdoba,Ñ`).subarray(0, -1);
    for (const content of [damaged, cutInside, short]) {
      const { encoding, irregularities } = await survey(content);
      expect(encoding).toBe('utf-8');
      expect(irregularities).toContain('encoding');
    }
  });

  it('takes a file with many accents in Windows-1252 for what it is, wherever the first of them stands', async () => {
    const late = Buffer.concat([
      Buffer.from(HEADER + 'a,b,c\n'.repeat(400_000)),
      Buffer.from('Córdoba,Ñandú,€\n'.repeat(3), 'latin1'),
    ]);
    expect((await survey(late)).encoding).toBe('windows-1252');
  });

  it('refuses to go on when it is cancelled', async () => {
    const file = join(temporaryFolder(), 'any.csv');
    writeFileSync(file, HEADER);
    const cancelled = AbortSignal.abort();
    await expect(surveyCsv(file, 'none', guessDelimiter, cancelled, () => undefined)).rejects.toThrow(/abort/i);
  });

  it.each([200, 100, 50])(
    "rejects with the decompressor's error where a gzip file has lost its last %i bytes",
    async (bytes) => {
      const packed = gzipSync(
        HEADER +
          Array.from(
            { length: 200 },
            (_, index) => `${createHash('md5').update(String(index)).digest('hex')},b,c\n`,
          ).join(''),
      );
      await expect(survey(packed.subarray(0, -bytes), 'gzip')).rejects.toMatchObject({
        code: expect.stringMatching(/^Z_/) as string,
      });
    },
  );
});

describe('a line surveyor', () => {
  it('tells the same however the file is cut into portions', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '\n', '\r\n', '\r', '\0', 'é'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (any, portion) => {
        const content = Buffer.from(`head,er\n${any}`);
        expect(surveyed(content, portion)).toEqual(surveyed(content, content.length));
      }),
      { numRuns: 1000 },
    );
  });

  it('counts the lines that are not blank where a file is regular', () => {
    const line = fc.constantFrom('', 'a,b', '"a",b', '"a,""b""",c', 'é,', '""');
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (lines, lineEnd, final) => {
          const found = surveyed(Buffer.from(['head,er', ...lines].join(lineEnd) + (final ? lineEnd : '')), 7);
          expect(found.irregularities).toEqual([]);
          expect(found.records).toBe(lines.filter((text) => text !== '').length);
        },
      ),
    );
  });

  it('is not slowed down by a quote or a carriage return that stands far away', () => {
    const plain = 'some,plain,text,in,many,cells,of,a,row\n'.repeat(27_000);
    const portions = Array.from({ length: 24 }, () => Buffer.from(`${plain}"quoted",a,b\n`));
    const measure = (content: readonly Buffer[]): number => {
      const surveyor = new LineSurveyor(',', 1);
      const started = performance.now();
      for (const portion of content) surveyor.add(portion);
      surveyor.end();
      return performance.now() - started;
    };
    expect(measure(portions)).toBeLessThan(2500);
    expect(measure(portions.map((portion) => Buffer.from(portion.toString().replaceAll('"', '\r'))))).toBeLessThan(
      2500,
    );
  });

  it('does not keep a line without end in memory', () => {
    const surveyor = new LineSurveyor(',', 1);
    const portion = Buffer.alloc(1_048_576, 'a');
    const started = performance.now();
    for (let index = 0; index < 600; index += 1) surveyor.add(portion);
    surveyor.end();
    expect([...surveyor.irregularities]).toEqual(['very-long-line']);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('guessing an encoding', () => {
  it('takes few or no bytes for UTF-8', () => {
    for (const bytes of [[], [0x61], [0x61, 0x62], [0xef, 0xbb, 0xbf]])
      expect(guessEncoding(Buffer.from(bytes))).toBe('utf-8');
  });

  it('drops the byte order mark of every encoding', () => {
    expect(decoderOf('utf-8').decode(Buffer.from('\uFEFFa'))).toBe('a');
    expect(decoderOf('utf-16le').decode(Buffer.from('\uFEFFa', 'utf16le'))).toBe('a');
    expect(decoderOf('utf-16be').decode(Buffer.from('\uFEFFa', 'utf16le').swap16())).toBe('a');
  });
});
