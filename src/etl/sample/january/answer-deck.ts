import { clumpedDeck } from '../chance/clumped-deck.ts';
import type { Random } from '../chance/random.ts';
import { ANSWER_CODES } from '../january-2025.ts';
import { sampleAnswer, type SampleAnswer } from '../sample-answer.ts';
import type { AnswerTable, ImageKind } from './answer-tables.ts';

export const ACCEPTED = sampleAnswer(1400);

const ANSWERS: readonly (readonly [description: string, answer: SampleAnswer])[] = Object.entries(ANSWER_CODES).map(
  ([description, code]) => [description, code === ACCEPTED.code ? ACCEPTED : sampleAnswer(code)],
);

/** The answers of one kind of image as often as the table counts them, shuffled in clumps of at most `largest` alike. */
export function answerDeck(table: AnswerTable, kind: ImageKind, largest: number, random: Random): SampleAnswer[] {
  const counts = ANSWERS.map(([description, answer]) => [answer, table[description]?.[kind] ?? 0] as const);
  return clumpedDeck(counts, largest, random);
}
