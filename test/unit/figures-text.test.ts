import { describe, expect, it } from 'vitest';
import type { Figures } from '../../src/shared/contract/figures.ts';
import { LANGUAGES } from '../../src/shared/language.ts';
import { proportion } from '../../src/shared/statistics/proportion.ts';
import { figuresText } from '../../src/shared/text/figures-text.ts';
import { bar, left, printable, right, tableLines, wrapped } from '../../src/shared/text/text-table.ts';

const width = (line: string): number => Array.from(line).length;
const mean = { n: 1200, mean: 33.25 };
const percentiles = { p50: 1234.5, p95: 99_999.9, p99: 123_456.7 };
const perClient = Array.from({ length: 9 }, (_, index) => `convenio_${index + 1}`);
const byClient = [...perClient, null].map((client) => ({ client, ...proportion(1_234_567, 1_234_567) }));
const process = {
  firstTry: proportion(1, 1),
  final: proportion(9741, 14654),
  recovery: proportion(0, 0),
  attempts: { n: 1_234_567, mean: 3.3, p50: 1, p95: 9, max: 2000 },
};
const cell = {
  code: 1400,
  description: 'a very long answer that nobody would give, but still'.repeat(2),
  class: 'FULLHD',
  n: 9,
};
const images = { near: [cell, { ...cell, class: null }], far: [cell] };

const FIGURES: Figures = {
  scope: {
    table: 'transform',
    filters: [],
    filterWords: { en: `convenio is ${perClient.join(', ')} and so on and on and on`, es: 'todas las filas' },
    transactions: 14654,
    processes: 4427,
    persons: 3043,
    clients: 9,
    localDays: 1,
    firstDate: '2025-01-08 22:49:46.404009-05:00',
    lastDate: '2025-01-31 23:59:59.999999-05:00',
  },
  volume: {
    byDay: [{ day: '2025-01-08', ...proportion(9741, 14654) }],
    byDayAndClient: perClient.map((client) => ({ day: '2025-01-08', client, ...proportion(1, 1000) })),
    byClient: perClient.map((client) => ({ client, n: 1000, share: 0.1 })),
  },
  responses: [
    { code: 203, description: 'hat\u001b[31m\nred', status: 'error', outcome: 'capture', n: 59, share: 0.004 },
    { code: null, description: null, status: null, outcome: null, n: 1, share: 0.001 },
  ],
  acceptance: {
    overall: proportion(9741, 14654),
    byClient,
    byAttempt: [{ attempt: 10, ...proportion(1, 2) }],
    byHour: [{ hour: 7, ...proportion(1, 2) }],
    byWeekday: [{ weekday: 7, ...proportion(1, 2) }],
  },
  technicalFailures: { overall: proportion(0, 14654), byClient },
  padRejects: { overall: proportion(845, 11128), byClient },
  processes: {
    overall: process,
    byClient: [{ client: 'convenio_1', ...process }],
    distribution: [{ from: 10, to: null, n: 4, share: 1 }],
    withoutProcessId: 3,
  },
  times: {
    microservices: [
      {
        name: 'accessory_detector',
        meanPerTransaction: 113.51,
        share: 0.9,
        executed: 1200,
        meanPerExecuted: 1,
        ...percentiles,
        execution: mean,
        queue: mean,
        near: mean,
        far: mean,
      },
      {
        name: 'geometry_check',
        meanPerTransaction: null,
        share: null,
        executed: 0,
        meanPerExecuted: null,
        p50: null,
        p95: null,
        p99: null,
        execution: mean,
        queue: null,
        near: null,
        far: null,
      },
    ],
    other: { n: 1, meanPerTransaction: -2.5, share: -0.1, ...percentiles, negative: 12_345, min: -300 },
    total: {
      n: 14654,
      mean: 1994.43,
      std: 1361.47,
      min: 0,
      p25: 1207.75,
      p75: 1954.75,
      ...percentiles,
      max: 9_999_114,
    },
  },
  images: {
    resolution: images,
    aspectRatio: images,
    sizes: { near: [{ width: 590, height: 896, n: 2921 }], far: [{ width: null, height: null, n: 2921 }] },
  },
};

describe('figuresText', () => {
  it.each(LANGUAGES)('fits a line of 100 columns in %s', (language) => {
    const wide = figuresText(FIGURES, language)
      .split('\n')
      .filter((line) => width(line) > 100);
    expect(wide).toEqual([]);
  });

  it('writes numbers as the reader does', () => {
    expect(figuresText(FIGURES, 'en')).toMatch(/Acceptance +transactions +14,654 +9,741 +66\.5% \(65\.7–67\.2\)/);
    expect(figuresText(FIGURES, 'es')).toMatch(/Aceptación +transacciones +14\.654 +9\.741 +66,5\s% \(65,7–67,2\)/);
    expect(figuresText(FIGURES, 'es')).toContain('domingo');
  });

  it('shows how small a small share may be', () => {
    expect(figuresText(FIGURES, 'en')).toMatch(/Technical failures +transactions +14,654 +0 +0\.00% \(0\.00–0\.03\)/);
    expect(figuresText(FIGURES, 'en')).toMatch(/0203 .* 59 +0\.40%/);
  });

  it('shows what cannot be computed as a dash', () => {
    expect(figuresText(FIGURES, 'en')).toMatch(/Recovery +processes that failed first +0 +0 +–/);
  });

  it('never lets a value of the data steer the terminal', () => {
    for (const language of LANGUAGES) {
      expect(figuresText(FIGURES, language)).not.toContain('\u001b');
      expect(figuresText(FIGURES, language)).toContain('hat�[31m�red');
    }
  });

  it('says so where nothing matches', () => {
    const none = { ...FIGURES, scope: { ...FIGURES.scope, transactions: 0, firstDate: null, lastDate: null } };
    expect(figuresText(none, 'en').split('\n').slice(-3)).toEqual(['', 'No transaction matches.', '']);
  });
});

describe('tableLines', () => {
  it('aligns, rules and leaves no space at the end of a line', () => {
    const lines = tableLines({
      title: 'Title',
      note: 'unit',
      columns: [left('a'), right('n'), left('')],
      rows: [
        ['x', '1', '█'],
        ['yyy', '22', ''],
      ],
    });
    expect(lines).toEqual(['TITLE · unit', 'a     n', '───  ──', 'x     1  █', 'yyy  22']);
  });
});

describe('bar', () => {
  it.each([
    [0, ''],
    [0.0001, '▏'],
    [0.5, '██'],
    [1, '████'],
    [2, '████'],
    [-0.5, ''],
  ])('of %f in four characters', (share, expected) => {
    expect(bar(share, 4)).toBe(expected);
  });
});

describe('wrapped', () => {
  it('breaks between words and keeps a long word whole', () => {
    expect(wrapped('a b')).toEqual(['a b']);
    expect(wrapped(`${'x'.repeat(99)} y z`)).toEqual(['x'.repeat(99), 'y z']);
    expect(wrapped('w'.repeat(120))).toEqual(['w'.repeat(120)]);
  });
});

describe('printable', () => {
  it.each(['\u001b[2J', 'a\nb', '\u202Eevil', '\u0000'])('defuses %j', (text) => {
    expect(printable(text)).toMatch(/^[^\p{Cc}\p{Cf}]+$/u);
  });

  it('keeps letters of any script', () => {
    expect(printable('ñandú 漢字')).toBe('ñandú 漢字');
  });
});
