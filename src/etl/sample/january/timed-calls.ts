import type { Identity, SampleProcess } from '../attempt.ts';
import { itemAt } from '../chance/item-at.ts';
import { weightedQuantile } from '../chance/quantile.ts';
import type { Random } from '../chance/random.ts';
import { HOUR_WEIGHTS } from '../live/arrivals.ts';
import { MICROSECONDS } from '../local-timestamp.ts';
import { CALL_AGAIN_PAUSE, FIRST_PAUSE, RETRY_PAUSE } from '../pauses.ts';
import type { PlannedProcess } from './january-processes.ts';
import { midnight, type TimedCall } from './timed-call.ts';

const HOUR_OF_DAY = weightedQuantile(HOUR_WEIGHTS);
/** A process stays within its day, clear of both ends. */
const LONGEST = 23 * MICROSECONDS.hour;
const EDGE = 2 * MICROSECONDS.minute;

/** The attempts of every process on its day. Within a process each comes later than the one before. */
export function timedCalls(dayOf: ReadonlyMap<PlannedProcess, number>, random: Random): TimedCall[] {
  const starts = new TakenStarts();
  return [...dayOf].flatMap(([planned, day]) => {
    const { client, person, answers, size } = planned;
    const offsets = offsetsOf(planned, random);
    const latest = MICROSECONDS.day - EDGE - itemAt(offsets, offsets.length - 1);
    const wanted = EDGE + Math.floor(HOUR_OF_DAY(random.unit()) * MICROSECONDS.hour);
    // A process too long for its start begins earlier, but not on the last possible microsecond of every day.
    const start = wanted <= latest ? wanted : Math.floor(latest * (0.7 + 0.3 * random.unit()));
    const startedAt = starts.take(person, midnight(day) + start);
    const process: SampleProcess = { ordinal: 0, client, person, startedAt };
    return answers.map((answer, index) => ({ at: startedAt + itemAt(offsets, index), process, answer, size }));
  });
}

/** Microseconds from the start of the process to each answer. */
function offsetsOf({ answers }: PlannedProcess, random: Random): number[] {
  let seconds = 0;
  const raw = answers.map((_, index) => {
    const before = answers[index - 1];
    const pause = before === undefined ? FIRST_PAUSE : before.status === 'ok' ? CALL_AGAIN_PAUSE : RETRY_PAUSE;
    seconds += pause(random.unit());
    return seconds * MICROSECONDS.second;
  });
  const squeeze = Math.min(1, LONGEST / itemAt(raw, raw.length - 1));
  return raw.map((offset) => Math.floor(offset * squeeze));
}

/** Keeps the process ids of a person apart: they tell the start to the second. */
class TakenStarts {
  readonly #taken = new Map<Identity, Set<number>>();

  /** The wanted start, or the nearest second before it that is free. */
  take(person: Identity, wanted: number): number {
    const taken = this.#taken.get(person) ?? new Set();
    this.#taken.set(person, taken);
    let start = wanted;
    while (taken.has(Math.floor(start / MICROSECONDS.second))) start -= MICROSECONDS.second;
    taken.add(Math.floor(start / MICROSECONDS.second));
    return start;
  }
}
