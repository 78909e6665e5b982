import type { Identity, SampleClient } from '../attempt.ts';
import { allocate } from '../chance/allocate.ts';
import { itemAt } from '../chance/item-at.ts';
import { quantile } from '../chance/quantile.ts';
import type { Random } from '../chance/random.ts';
import { spread } from '../chance/spread.ts';
import { systematicPick } from '../chance/systematic-pick.ts';
import { CLIENTS, FINAL_SIZES, PERSONS, TESTER, type JanuaryClient } from '../january-2025.ts';
import type { SampleAnswer } from '../sample-answer.ts';
import { ACCEPTED, answerDeck } from './answer-deck.ts';
import { FINAL, IMAGE_KINDS, imageKind, RETRIED, type ImageKind } from './answer-tables.ts';

/** A process of January 2025 before it has a time: whose it is and how its attempts end, in order. */
export interface PlannedProcess {
  readonly client: SampleClient;
  readonly profile: JanuaryClient;
  readonly person: Identity;
  readonly size: string;
  answers: readonly SampleAnswer[];
}

const REFUSALS_BEFORE = quantile([
  [0, 0],
  [0.6, 0],
  [0.75, 1],
  [0.88, 2],
  [0.95, 4],
  [0.985, 9],
  [1, 24],
]);
const ACCEPTANCES_BEFORE = quantile([
  [0, 0],
  [0.5, 0],
  [0.72, 1],
  [0.88, 2],
  [0.96, 5],
  [0.99, 14],
  [1, 45],
]);
const PROCESSES_MORE = quantile([
  [0, 0],
  [0.72, 0],
  [0.88, 1],
  [0.96, 2.4],
  [0.99, 6],
  [1, 16],
]);

/** Accepted at an earlier attempt and refused at the last: seldom. */
const REFUSED_AFTER_ACCEPTANCE = 0.3;
const REFUSALS_FIRST = 0.6;
const LONGEST_CLUMP = 3;

/** All processes but the test session, grouped by client and size. The counts that were printed hold for every seed. */
export function plannedProcesses(clients: readonly SampleClient[], random: Random): PlannedProcess[] {
  const planned = persons(withoutAnswers(clients), random);
  for (const kind of IMAGE_KINDS) {
    const ofKind = random.shuffled(planned.filter(({ size }) => imageKind(size) === kind));
    const last = lastAnswers(ofKind, kind, random);
    const before = answersBefore(last, kind, random);
    for (const [place, process] of ofKind.entries()) process.answers = [...itemAt(before, place), itemAt(last, place)];
  }
  return planned;
}

type Slot = Omit<PlannedProcess, 'person' | 'answers'>;

function withoutAnswers(clients: readonly SampleClient[]): Slot[] {
  const sizes = Object.keys(FINAL_SIZES);
  const sizeTotals = sizes.map((size) => (FINAL_SIZES[size] ?? 0) - (size === TESTER.lastSize ? 1 : 0));
  const weights = CLIENTS.map((profile) =>
    sizes.map((size, index) => profile.sizes[size] ?? (profile.otherSizes * itemAt(sizeTotals, index)) / 1000),
  );
  const counts = allocate(
    CLIENTS.map(({ processes }) => processes),
    sizeTotals,
    weights,
  );
  return CLIENTS.flatMap((profile, row) =>
    sizes.flatMap((size, column) =>
      Array.from({ length: itemAt(itemAt(counts, row), column) }, () => ({
        client: itemAt(clients, row),
        profile,
        size,
      })),
    ),
  );
}

/** Persons come back with the same device: neighbours in the list belong together. */
function persons(slots: readonly Slot[], random: Random): PlannedProcess[] {
  const others = PERSONS - 1;
  const more = spread(slots.length - others, others, PROCESSES_MORE, random);
  const owners = more.flatMap((count) => {
    const person: Identity = { ordinal: 0 };
    return Array.from({ length: 1 + count }, () => person);
  });
  return slots.map((slot, place) => ({ ...slot, person: itemAt(owners, place), answers: [] }));
}

function lastAnswers(processes: readonly PlannedProcess[], kind: ImageKind, random: Random): SampleAnswer[] {
  const refusals = answerDeck(FINAL, kind, 1, random).filter((answer) => answer !== ACCEPTED);
  const refused = systematicPick(
    processes.map(({ profile }) => profile.refused),
    refusals.length,
    random,
  );
  return processes.map((_, place) => (refused.has(place) ? itemAt(refusals.splice(0, 1), 0) : ACCEPTED));
}

function answersBefore(last: readonly SampleAnswer[], kind: ImageKind, random: Random): SampleAnswer[][] {
  const all = answerDeck(RETRIED, kind, LONGEST_CLUMP, random);
  const refusals = all.filter((answer) => answer !== ACCEPTED);
  const mayHaveAccepted = last.map((answer) => answer === ACCEPTED || random.chance(REFUSED_AFTER_ACCEPTANCE));
  const refusalsOf = spread(refusals.length, last.length, REFUSALS_BEFORE, random);
  const places = mayHaveAccepted.filter(Boolean).length;
  const acceptancesOf = spread(all.length - refusals.length, places, ACCEPTANCES_BEFORE, random);
  return last.map((_, place) => {
    const refused = refusals.splice(0, itemAt(refusalsOf, place));
    const accepted = mayHaveAccepted[place] === true ? (acceptancesOf.pop() ?? 0) : 0;
    return mixed(refused, accepted, random);
  });
}

/** Refusals mostly come before the first acceptance. */
function mixed(refusals: readonly SampleAnswer[], acceptances: number, random: Random): SampleAnswer[] {
  const accepted = Array.from({ length: acceptances }, () => ACCEPTED);
  if (random.chance(REFUSALS_FIRST)) return [...refusals, ...accepted];
  const left = [...refusals];
  const order = random.shuffled([...refusals.map(() => false), ...accepted.map(() => true)]);
  return order.map((isAccepted) => (isAccepted ? ACCEPTED : (left.shift() ?? ACCEPTED)));
}
