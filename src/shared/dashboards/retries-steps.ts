import type { Proportion } from '../contract/figures.ts';
import type { RowBlock } from '../contract/row-block.ts';
import { proportion } from '../statistics/proportion.ts';
import { answerRows, countOf, textOf } from './answer-rows.ts';
import { OUTCOMES, type Answer, type Outcome } from './retries-answers.ts';

/** What followed an answer, and how often. */
export interface Step {
  /** Number of the attempt; 0 where all are counted together. */
  readonly attempt: number;
  readonly from: Answer;
  /** Null: the attempt was the last of its process. */
  readonly to: Answer | null;
  readonly n: number;
}

export function stepsOf(block: RowBlock): readonly Step[] {
  return answerRows(block).map((row) => ({
    attempt: countOf(row, 'attempt'),
    from: answerOf(textOf(row, 'from'), textOf(row, 'from_outcome')),
    to: row['last'] === true ? null : answerOf(textOf(row, 'to'), textOf(row, 'to_outcome')),
    n: countOf(row, 'n'),
  }));
}

function answerOf(description: string | null, outcome: string | null): Answer {
  return { description, outcome: OUTCOMES.find((known): known is Outcome => known === outcome) ?? null };
}

/** A text that is the same for the same answer. */
export function answerKey({ description, outcome }: Answer): string {
  return JSON.stringify([description, outcome]);
}

export const isAccepted = ({ outcome }: Answer): boolean => outcome === 'accepted';

/** What became of the attempts that a reason refused. */
export interface RefusalFate {
  readonly answer: Answer;
  readonly n: number;
  /** The next attempt: accepted, refused for the same reason, for another; or there was none. */
  readonly accepted: number;
  readonly same: number;
  readonly other: number;
  readonly none: number;
  /** Of the retries, those that met the same reason again. */
  readonly repeats: Proportion;
}

/** By reason, most frequent first. */
export function refusalFates(steps: readonly Step[]): readonly RefusalFate[] {
  const fates = new Map<string, { answer: Answer; accepted: number; same: number; other: number; none: number }>();
  for (const { from, to, n } of steps) {
    if (isAccepted(from)) continue;
    const fate = fates.get(answerKey(from)) ?? { answer: from, accepted: 0, same: 0, other: 0, none: 0 };
    fates.set(answerKey(from), fate);
    if (to === null) fate.none += n;
    else if (isAccepted(to)) fate.accepted += n;
    else if (answerKey(to) === answerKey(from)) fate.same += n;
    else fate.other += n;
  }
  return [...fates.values()]
    .map((fate) => {
      const retries = fate.accepted + fate.same + fate.other;
      return { ...fate, n: retries + fate.none, repeats: proportion(fate.same, retries) };
    })
    .toSorted((a, b) => b.n - a.n);
}

/** What retries are made of. */
export interface RetryShares {
  /** Of the retries after a refusal, those that met the same reason again; were accepted. */
  readonly repeated: Proportion;
  readonly helped: Proportion;
  /** Of all attempts, those made although the one before was accepted. */
  readonly needless: Proportion;
}

export function retryShares(steps: readonly Step[]): RetryShares {
  const sum = (isCounted: (step: Step) => boolean): number =>
    steps.reduce((total, step) => total + (isCounted(step) ? step.n : 0), 0);
  const retries = sum(({ from, to }) => !isAccepted(from) && to !== null);
  return {
    repeated: proportion(
      sum(({ from, to }) => !isAccepted(from) && to !== null && answerKey(to) === answerKey(from)),
      retries,
    ),
    helped: proportion(
      sum(({ from, to }) => !isAccepted(from) && to !== null && isAccepted(to)),
      retries,
    ),
    needless: proportion(
      sum(({ from, to }) => isAccepted(from) && to !== null),
      sum(() => true),
    ),
  };
}
