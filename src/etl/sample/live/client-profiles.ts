import { imageSize, type ImageSize } from '../image-size.ts';
import type { Stage } from '../sample-answer.ts';

/** How the persons of one client behave. */
export interface ClientProfile {
  /** Share of all processes, in parts of whatever the shares add up to. */
  readonly share: number;
  /** Which account it calls the API with. */
  readonly account: number;
  /** Chance that an ordinary person is accepted at an attempt. */
  readonly acceptance: number;
  /** Chance that a call follows an accepted one under the same process id. */
  readonly callsAgain: number;
  readonly sizes: readonly (readonly [size: ImageSize, weight: number])[];
  /** How much likelier an ending is than elsewhere; 1 where not named. */
  readonly leaning: Partial<Record<Stage, number>>;
}

const sizes = (weights: Readonly<Record<string, number>>): ClientProfile['sizes'] =>
  Object.entries(weights).map(([size, weight]) => [imageSize(size), weight]);

/** Six clients: large and small, with telephones and with webcams, and one that mostly tests. */
export const CLIENT_PROFILES: readonly ClientProfile[] = [
  {
    share: 5600,
    account: 0,
    acceptance: 0.82,
    callsAgain: 0.12,
    sizes: sizes({ '590x896': 780, '576x1280': 120, '1080x1920': 35, '1440x1920': 30, '568x1280': 18, '640x1280': 5 }),
    leaning: {},
  },
  {
    share: 2100,
    account: 1,
    acceptance: 0.86,
    callsAgain: 0.08,
    sizes: sizes({ '590x896': 700, '576x1280': 90, '564x1280': 45, '560x1280': 30, '480x1280': 10, '1247x1663': 6 }),
    leaning: { accessory: 1.6 },
  },
  {
    share: 1750,
    account: 0,
    acceptance: 0.72,
    callsAgain: 0.1,
    sizes: sizes({ '736x648': 860, '1050x504': 20, '590x896': 110, '414x1152': 10 }),
    leaning: { quality: 1.7, face: 1.2, attack: 0.5 },
  },
  {
    share: 320,
    account: 2,
    acceptance: 0.78,
    callsAgain: 0.15,
    sizes: sizes({ '1080x1920': 300, '1440x1920': 250, '590x896': 400, '720x1280': 50 }),
    leaning: { geometry: 2 },
  },
  {
    share: 200,
    account: 2,
    acceptance: 0.64,
    callsAgain: 0.1,
    sizes: sizes({ '736x648': 300, '590x896': 500, '560x1280': 200 }),
    leaning: { face: 2.2 },
  },
  {
    share: 12,
    account: 1,
    acceptance: 0.52,
    callsAgain: 0.97,
    sizes: sizes({ '1080x1920': 700, '1440x1920': 250, '590x896': 50 }),
    leaning: { attack: 22, geometry: 14, accessory: 0.2 },
  },
];
