import { SIDES } from '../../model/microservices.ts';
import { imageSizeColumn } from '../../model/staging-columns.ts';
import type { Attempt } from '../attempt.ts';
import { itemAt } from '../chance/item-at.ts';
import type { Random } from '../chance/random.ts';
import { localTimestamp, MICROSECONDS } from '../local-timestamp.ts';
import { cellIndex, type Cell } from './row.ts';

const BUILDS = ['4be09d1', 'a27c3f8', '90d15e6', 'f3386ab', '17c0de4', 'c81fb92'] as const;
const DAYS_PER_BUILD = 12;

type Writer = (attempt: Attempt, random: Random) => Cell;

const WRITERS: readonly (readonly [index: number, write: Writer])[] = [
  [cellIndex('api_hash'), ({ at }) => build(at)],
  [cellIndex('file_token'), (_, random) => fileToken(random)],
  [cellIndex('service'), () => 'main'],
  [cellIndex('summary_code'), ({ answer }) => answer.code],
  [cellIndex('summary_status'), ({ answer }) => answer.status],
  [cellIndex('summary_desc'), ({ answer }) => answer.description],
  [cellIndex('http_code'), ({ answer }) => answer.httpCode],
  [cellIndex('date'), ({ at }) => localTimestamp(at)],
  ...SIDES.flatMap((side) =>
    (['width', 'height'] as const).map((dimension): [number, Writer] => [
      cellIndex(imageSizeColumn(side, dimension)),
      (attempt) => attempt[side][dimension],
    ]),
  ),
];

/** Fills in what the API answered, when, and about which images. */
export function fillAnswer(row: Cell[], attempt: Attempt, random: Random): void {
  for (const [index, write] of WRITERS) row[index] = write(attempt, random);
}

/** The API is released every now and then. */
function build(at: number): string {
  const release = Math.floor(at / (MICROSECONDS.day * DAYS_PER_BUILD));
  return itemAt(BUILDS, release % BUILDS.length);
}

const HEX_DIGITS = Array.from({ length: 65_536 }, (_, number) => number.toString(16).padStart(4, '0'));

function fileToken(random: Random): string {
  let token = '';
  for (let word = 0; word < 4; word++) {
    const bits = random.bits();
    token += itemAt(HEX_DIGITS, bits >>> 16) + itemAt(HEX_DIGITS, bits & 0xffff);
  }
  return token;
}
