import type { Identity, SampleClient } from '../attempt.ts';
import { itemAt } from '../chance/item-at.ts';
import { quantile } from '../chance/quantile.ts';
import type { Random } from '../chance/random.ts';
import { weightedChoice, type WeightedChoice } from '../chance/weighted-choice.ts';
import { MICROSECONDS } from '../local-timestamp.ts';
import type { ImageSize } from '../image-size.ts';
import { sampleAnswer, type SampleAnswer } from '../sample-answer.ts';
import { CLIENT_PROFILES, type ClientProfile } from './client-profiles.ts';

/** A person with a device and a knack, or not, for using it. */
export interface LivePerson extends Identity {
  readonly size: ImageSize;
  /** From 0, a hopeless case, to 1, an ordinary person. */
  readonly ease: number;
  /** When the last process ended; the person is away until some time after it. */
  seenAt: number;
}

/** How often each refusal was seen, or might be: the printed ones as in January 2025. */
const REFUSALS: readonly (readonly [code: number, weight: number])[] = [
  [302, 2378],
  [1402, 240],
  [406, 683],
  [3002, 240],
  [202, 217],
  [304, 72],
  [203, 59],
  [205, 59],
  [102, 27],
  [306, 12],
  [204, 9],
  [103, 7],
  [303, 4],
  [305, 3],
  [407, 40],
  [412, 30],
  [415, 25],
  [1401, 14],
];

const EASE = quantile([
  [0, 0.1],
  [0.04, 0.35],
  [0.12, 0.75],
  [0.2, 0.97],
  [1, 1.05],
]);
const RETURNS = 0.34;
const MOST_RETURNING = 512;
const AWAY = 2 * MICROSECONDS.minute;

/** A client with the persons who were seen lately and may come back. */
export class LiveClient implements SampleClient {
  ordinal = 0;
  readonly account: Identity;
  readonly profile: ClientProfile;
  readonly #sizeOf: WeightedChoice<readonly [ImageSize, number]>;
  readonly #refusalOf: WeightedChoice<readonly [SampleAnswer, number]>;
  readonly #returning: LivePerson[] = [];

  constructor(profile: ClientProfile, account: Identity) {
    this.profile = profile;
    this.account = account;
    this.#sizeOf = weightedChoice(profile.sizes, ([, weight]) => weight);
    const refusals = REFUSALS.map(([code, weight]): [SampleAnswer, number] => {
      const answer = sampleAnswer(code);
      return [answer, weight * (profile.leaning[answer.stage] ?? 1)];
    });
    this.#refusalOf = weightedChoice(refusals, ([, weight]) => weight);
  }

  refusal(random: Random): SampleAnswer {
    return this.#refusalOf(random)[0];
  }

  /** Somebody new, or somebody who was here before and has been away for a while. */
  visitor(at: number, random: Random): LivePerson {
    const returning = this.#returning;
    if (returning.length > 0 && random.chance(RETURNS)) {
      const place = random.below(returning.length);
      const known = itemAt(returning, place);
      if (known.seenAt + AWAY < at) {
        returning[place] = itemAt(returning, returning.length - 1);
        returning.pop();
        return known;
      }
    }
    return { ordinal: 0, size: this.#sizeOf(random)[0], ease: EASE(random.unit()), seenAt: at };
  }

  /** The process of a person has ended: only so many are remembered. */
  leave(person: LivePerson, at: number, random: Random): void {
    person.seenAt = at;
    if (this.#returning.length < MOST_RETURNING) this.#returning.push(person);
    else this.#returning[random.below(MOST_RETURNING)] = person;
  }
}

/** The clients of a sample, none of them seen yet. */
export function liveClients(): LiveClient[] {
  const accounts: Identity[] = CLIENT_PROFILES.map(() => ({ ordinal: 0 }));
  return CLIENT_PROFILES.map((profile) => new LiveClient(profile, itemAt(accounts, profile.account)));
}
