import fc from 'fast-check';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import { transaction, type CsvCells } from '../helpers/transaction-csv.ts';

/** Texts that CSV, a spreadsheet or SQL might stumble over. */
const TEXTS = [
  'a,b',
  'a"b',
  '"',
  "it's",
  'a\nb',
  'a\r\nb',
  ' lead',
  'trail ',
  '007',
  '1e5',
  'ñandú',
  '東京',
  '🙂',
  '=1+1',
  '#',
  '\\',
  'a;b\t|c',
  'True',
  'nan',
];

/** Numbers that a careless writer or reader of decimals changes. */
export const DOUBLES: readonly number[] = [
  0,
  0.1,
  0.2,
  0.1 + 0.2,
  1 / 3,
  2 / 3,
  1e-7,
  1.5e-10,
  123456789.12345679,
  1e15,
  1e16,
  1e21,
  1e22,
  1e23,
  2 ** 53,
  2 ** 53 + 2,
  4.35,
  0.000001,
  5e-324,
  2.2250738585072014e-308,
  2.225073858507201e-308,
  1.7976931348623157e308,
  -1,
  -2,
  -0.5,
  -1e300,
  8.41,
  9.5,
  100.00000000000001,
  99.99999999999999,
];

/** Rows with every awkward text, a missing process, missing values and all kinds of doubles. */
export function awkwardRows(): readonly CsvCells[] {
  const doubles = [
    ...DOUBLES,
    ...fc.sample(fc.double({ noNaN: true, noDefaultInfinity: true }), { numRuns: 600, seed: 42 }),
  ];
  const scores = STAGING_COLUMNS.filter(({ kind }) => kind === 'score').map(({ name }) => name);
  const rows = Math.ceil(doubles.length / scores.length);
  return Array.from({ length: rows }, (_, index) => {
    const some = doubles.slice(index * scores.length, (index + 1) * scores.length);
    return transaction(index, {
      ...Object.fromEntries(scores.map((name, place) => [name, some[place] === undefined ? '' : String(some[place])])),
      service: TEXTS[index % TEXTS.length] ?? '',
      ...(index % 5 === 0 ? { procesoConvenioGuid: '' } : {}),
      ...(index % 4 === 0 ? { img_size_far_img_width: '', prob_ibeta2_full_near_img: '' } : {}),
      ...(index % 3 === 0 ? { img_size_near_img_width: '1920', img_size_near_img_height: '1080' } : {}),
      date: `2025-01-${String((index % 28) + 1).padStart(2, '0')} 1${index % 10}:05:0${index % 10}.${String(index * 7919).padStart(6, '0')}${index % 2 === 0 ? '-05:00' : '+05:30'}`,
    });
  });
}
