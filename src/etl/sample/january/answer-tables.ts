import type { ResolutionClass } from '../../model/resolution-classes.ts';
import { allocate } from '../chance/allocate.ts';
import { itemAt } from '../chance/item-at.ts';
import { aspectRatio, imageSize, resolutionClass } from '../image-size.ts';
import { CLASSES_BY_ANSWER, FINAL_ANSWERS, FINAL_SIZES, LANDSCAPES_BY_ANSWER, TESTER, WIDE } from '../january-2025.ts';

/** The kinds of images between which the printed figures tell: class and, of class SD, whether wide or high. */
export const IMAGE_KINDS = ['FULLHD', 'XGA', 'SD', 'SD wide'] as const;
export type ImageKind = (typeof IMAGE_KINDS)[number];

/** Transactions by description of the answer and kind of image. */
export type AnswerTable = Readonly<Record<string, Readonly<Record<ImageKind, number>>>>;

const ANSWERS = Object.keys(CLASSES_BY_ANSWER);
const CLASS_OF_KIND: Readonly<Record<ImageKind, ResolutionClass>> = {
  FULLHD: 'FULLHD',
  XGA: 'XGA',
  SD: 'SD',
  'SD wide': 'SD',
};

/** The kind of an image of that size, written as `590x896`. */
export function imageKind(size: string): ImageKind {
  const parsed = imageSize(size);
  const wide = aspectRatio(parsed) === WIDE;
  const kind = IMAGE_KINDS.find(
    (one) => CLASS_OF_KIND[one] === resolutionClass(parsed) && (one === 'SD wide') === wide,
  );
  if (kind === undefined) throw new Error(`no image of January 2025 has the size ${size}`);
  return kind;
}

function table(count: (answer: string, kind: ImageKind) => number): AnswerTable {
  return Object.fromEntries(
    ANSWERS.map((answer) => [answer, Object.fromEntries(IMAGE_KINDS.map((kind) => [kind, count(answer, kind)]))]),
  ) as AnswerTable;
}

const cell = (counts: AnswerTable, answer: string, kind: ImageKind): number => counts[answer]?.[kind] ?? 0;

const ALL = table((answer, kind) => {
  const wide = LANDSCAPES_BY_ANSWER[answer] ?? 0;
  if (kind === 'SD wide') return wide;
  return (CLASSES_BY_ANSWER[answer]?.[CLASS_OF_KIND[kind]] ?? 0) - (kind === 'SD' ? wide : 0);
});

/** The transactions of the test session. */
export const TESTED = table((answer, kind) =>
  kind === 'SD wide' ? 0 : (TESTER.answers[answer]?.[CLASS_OF_KIND[kind]] ?? 0),
);

const UNTESTED = table((answer, kind) => cell(ALL, answer, kind) - cell(TESTED, answer, kind));

/** The last attempts of all processes but the test session. */
export const FINAL: AnswerTable = finalTable();

/** The attempts before the last one, of all processes but the test session. */
export const RETRIED = table((answer, kind) => cell(UNTESTED, answer, kind) - cell(FINAL, answer, kind));

function finalTable(): AnswerTable {
  const sizes = Object.entries(FINAL_SIZES);
  const answerTotals = ANSWERS.map((answer) => (FINAL_ANSWERS[answer] ?? 0) - (answer === 'antispoofing OK' ? 1 : 0));
  const kindTotals = IMAGE_KINDS.map((kind) => {
    const all = sizes.reduce((sum, [size, count]) => sum + (imageKind(size) === kind ? count : 0), 0);
    return all - (imageKind(TESTER.lastSize) === kind ? 1 : 0);
  });
  const weights = ANSWERS.map((answer) => IMAGE_KINDS.map((kind) => cell(UNTESTED, answer, kind)));
  const cells = allocate(answerTotals, kindTotals, weights);
  return table((answer, kind) => itemAt(itemAt(cells, ANSWERS.indexOf(answer)), IMAGE_KINDS.indexOf(kind)));
}
