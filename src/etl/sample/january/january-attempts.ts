import type { Attempt, Identity, SampleClient } from '../attempt.ts';
import { itemAt } from '../chance/item-at.ts';
import type { Random } from '../chance/random.ts';
import { imageSize } from '../image-size.ts';
import { CLIENTS, FINAL_SIZES, OTHER_FAR_SIZES, TESTER } from '../january-2025.ts';
import { LoadMeter } from '../load-meter.ts';
import { RUN_VARIANTS, type PipelineRun } from '../pipeline-run.ts';
import type { Stage } from '../sample-answer.ts';
import { plannedProcesses } from './january-processes.ts';
import { placeOnDays } from './place-on-days.ts';
import { testSession } from './test-session.ts';
import type { TimedCall } from './timed-call.ts';
import { timedCalls } from './timed-calls.ts';

const CALLS_A_MINUTE = 7;

/** Every attempt of January 2025, in order of time. */
export function januaryAttempts(random: Random): Attempt[] {
  const accounts = [TESTER, ...CLIENTS].map((): Identity => ({ ordinal: 0 }));
  const client = (account: number): SampleClient => ({ ordinal: 0, account: itemAt(accounts, account) });
  const processes = plannedProcesses(
    CLIENTS.map(({ account }) => client(account)),
    random.fork(),
  );
  const calls = [
    ...timedCalls(placeOnDays(processes, random.fork()), random.fork()),
    ...testSession(client(TESTER.account), random.fork()),
  ].toSorted((left, right) => left.at - right.at);
  const otherFar = otherFarSizes(calls, random);
  const runs = runDecks(random);
  const meter = new LoadMeter(CALLS_A_MINUTE);
  return calls.map((call) => {
    const { at, process, answer, size } = call;
    const run = runs[answer.stage].pop();
    if (run === undefined) throw new Error(`more transactions than runs end at ${answer.stage}`);
    const far = imageSize(otherFar.get(call) ?? size);
    return { at, process, answer, run, near: imageSize(size), far, load: meter.count(at) };
  });
}

/** Every way of ending as often as it was counted, in random order. */
function runDecks(random: Random): Record<Stage, PipelineRun[]> {
  const decks = Object.entries(RUN_VARIANTS).map(([stage, variants]) => {
    const runs = variants.flatMap(({ run, count }) => Array.from({ length: count }, () => run));
    return [stage, random.shuffled(runs)] as const;
  });
  return Object.fromEntries(decks) as Record<Stage, PipelineRun[]>;
}

function otherFarSizes(calls: readonly TimedCall[], random: Random): ReadonlyMap<TimedCall, string> {
  const sizes = Object.keys(FINAL_SIZES);
  const odd = random.shuffled(calls).slice(0, OTHER_FAR_SIZES);
  return new Map(odd.map((call) => [call, random.pick(sizes.filter((size) => size !== call.size))]));
}
