import type { SampleClient, SampleProcess } from '../attempt.ts';
import { itemAt } from '../chance/item-at.ts';
import { quantile } from '../chance/quantile.ts';
import type { Random } from '../chance/random.ts';
import { TESTER } from '../january-2025.ts';
import { MICROSECONDS } from '../local-timestamp.ts';
import type { SampleAnswer } from '../sample-answer.ts';
import { ACCEPTED, answerDeck } from './answer-deck.ts';
import { IMAGE_KINDS, TESTED, type ImageKind } from './answer-tables.ts';
import { midnight, type TimedCall } from './timed-call.ts';

/** Seconds after midnight. */
const OPENING = 30_240;
/** The tester tries the same thing many times over. */
const LONGEST_SERIES = 25;
const PAUSE = quantile([
  [0, 4],
  [0.4, 13],
  [0.8, 30],
  [0.97, 75],
  [1, 300],
]);

/** The one long session of the tester: series of like attempts over its days, the last of them accepted. */
export function testSession(client: SampleClient, random: Random): TimedCall[] {
  const days = Object.entries(TESTER.transactionsByDay);
  const times = days.flatMap(([day, count]) => timesOn(Number(day), count, random));
  const startedAt = itemAt(times, 0) - MICROSECONDS.minute;
  const process: SampleProcess = { ordinal: 0, client, person: { ordinal: 0 }, startedAt };
  const answers = acceptedLast(IMAGE_KINDS.flatMap((kind) => answersOf(kind, random)));
  return answers.map(({ answer, size }, index) => ({ at: itemAt(times, index), process, answer, size }));
}

interface Tried {
  readonly answer: SampleAnswer;
  readonly size: string;
}

/** The answers to one kind of image, those to each device together. */
function answersOf(kind: ImageKind, random: Random): Tried[] {
  const answers = answerDeck(TESTED, kind, LONGEST_SERIES, random);
  const devices = TESTER.sizes[kind] ?? [];
  return answers.map((answer, place) => {
    const device = Math.floor((place * devices.length) / answers.length);
    return { answer, size: itemAt(devices, device) };
  });
}

/** Moves an accepted attempt with the session's last size to the end. */
function acceptedLast(tried: readonly Tried[]): Tried[] {
  const place = tried.findLastIndex(({ answer, size }) => answer === ACCEPTED && size === TESTER.lastSize);
  return [...tried.slice(0, place), ...tried.slice(place + 1), itemAt(tried, place)];
}

function timesOn(day: number, count: number, random: Random): number[] {
  let seconds = OPENING;
  return Array.from({ length: count }, () => {
    seconds += PAUSE(random.unit());
    return midnight(day) + Math.floor(seconds * MICROSECONDS.second);
  });
}
