import type { Attempt, SampleProcess } from '../attempt.ts';
import { LeastFirst } from '../chance/least-first.ts';
import type { Random } from '../chance/random.ts';
import { weightedChoice, type WeightedChoice } from '../chance/weighted-choice.ts';
import type { ImageSize } from '../image-size.ts';
import { LoadMeter } from '../load-meter.ts';
import { MICROSECONDS } from '../local-timestamp.ts';
import { CALL_AGAIN_PAUSE, FIRST_PAUSE, RETRY_PAUSE } from '../pauses.ts';
import { RUN_VARIANTS, type RunVariant } from '../pipeline-run.ts';
import { sampleAnswer, type SampleAnswer, type Stage } from '../sample-answer.ts';
import { arrivals, PEAK } from './arrivals.ts';
import { liveClients, type LiveClient, type LivePerson } from './live-client.ts';

interface LiveProcess extends SampleProcess {
  readonly client: LiveClient;
  readonly person: LivePerson;
  readonly size: ImageSize;
  attempts: number;
  refusal: SampleAnswer | null;
}

const ACCEPTED = sampleAnswer(1400);
const ATTEMPTS_PER_PROCESS = 1.62;
const MINUTES_PER_DAY = 1440;
/** A device that sends the two images in different sizes. */
const OTHER_FAR_SIZE = 0.0006;
const SAME_REFUSAL = 0.45;

const runOf = Object.fromEntries(
  Object.entries(RUN_VARIANTS).map(([stage, variants]) => [stage, weightedChoice(variants, ({ count }) => count)]),
) as Readonly<Record<Stage, WeightedChoice<RunVariant>>>;

/** Days over which so many rows are spread: more rows make a longer and a busier sample. */
export function sampleDays(rows: number): number {
  return Math.max(1, Math.floor(Math.sqrt(rows) / 7));
}

/** Attempts in order of time, without end: only open processes and lately seen persons are held in memory. */
export function* liveAttempts(rows: number, random: Random): Generator<Attempt, never> {
  const perDay = rows / sampleDays(rows);
  const starts = arrivals(perDay / ATTEMPTS_PER_PROCESS, random.fork());
  const meter = new LoadMeter(Math.max(3, ((perDay * PEAK) / MINUTES_PER_DAY) * 1.25));
  const clients = liveClients();
  const clientOf = weightedChoice(clients, ({ profile }) => profile.share);
  const open = new LeastFirst<LiveProcess>();
  let nextStart = starts.next().value;
  for (;;) {
    if (nextStart <= open.least) {
      const process = newProcess(clientOf(random), nextStart, random);
      open.push(after(nextStart, FIRST_PAUSE(random.unit())), process);
      nextStart = starts.next().value;
      continue;
    }
    const at = open.least;
    const process = open.pop();
    const answer = nextAnswer(process, random);
    const far = random.chance(OTHER_FAR_SIZE)
      ? { width: process.size.height, height: process.size.width }
      : process.size;
    yield { at, process, answer, run: runOf[answer.stage](random).run, near: process.size, far, load: meter.count(at) };
    const pause = pauseAfter(process, answer, random);
    if (pause === null) process.client.leave(process.person, at, random);
    else open.push(after(at, pause), process);
  }
}

const after = (at: number, seconds: number): number => at + Math.floor(seconds * MICROSECONDS.second);

function newProcess(client: LiveClient, startedAt: number, random: Random): LiveProcess {
  const person = client.visitor(startedAt, random);
  return { ordinal: 0, client, person, size: person.size, startedAt, attempts: 0, refusal: null };
}

function nextAnswer(process: LiveProcess, random: Random): SampleAnswer {
  process.attempts++;
  const { client, person, refusal } = process;
  // People learn: who was refused before does a little better the next time.
  const acceptance = client.profile.acceptance * person.ease * (refusal === null ? 1 : 1.04);
  if (random.chance(acceptance)) return ACCEPTED;
  process.refusal = refusal !== null && random.chance(SAME_REFUSAL) ? refusal : client.refusal(random);
  return process.refusal;
}

/** Seconds until the next attempt, or `null` where the process ends. */
function pauseAfter(process: LiveProcess, answer: SampleAnswer, random: Random): number | null {
  const { attempts, client } = process;
  const goesOn =
    answer === ACCEPTED ? client.profile.callsAgain : Math.max(0.7, 0.94 - 0.01 * attempts, client.profile.callsAgain);
  if (!random.chance(goesOn)) return null;
  return (answer === ACCEPTED ? CALL_AGAIN_PAUSE : RETRY_PAUSE)(random.unit());
}
