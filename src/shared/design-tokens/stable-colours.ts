import type { ColourToken } from './colour-tokens.ts';

/** The colour of a `summary_status`. */
export function statusColour(status: string | null): ColourToken {
  return status === 'ok' ? 'ok' : 'error';
}

const OUTCOME_COLOURS: Readonly<Record<string, ColourToken>> = {
  accepted: 'outcome-accepted',
  capture: 'outcome-capture',
  attack: 'outcome-attack',
  system: 'outcome-system',
  pass: 'outcome-pass',
};

/** The colour of what an answer comes to; grey where the catalogue does not know its code. */
export function outcomeColour(outcome: string | null): ColourToken {
  return outcome === null ? 'other' : (OUTCOME_COLOURS[outcome] ?? 'other');
}

const SERVICE_COLOURS: Readonly<Record<string, ColourToken>> = {
  accessory_detector: 'service-accessory-detector',
  face_detector: 'service-face-detector',
  liqe: 'service-liqe',
  topiq: 'service-topiq',
  classic_metrics: 'service-classic-metrics',
  as_35_selfies: 'service-as-35-selfies',
  ibeta2_crops: 'service-ibeta2-crops',
  ibeta2_full: 'service-ibeta2-full',
  ibeta2_clip: 'service-ibeta2-clip',
  geometry_check: 'service-geometry-check',
};

/** The colour of a microservice: one hue for detectors, quality, PAD and geometry each. Grey for any other. */
export function microserviceColour(name: string): ColourToken {
  return SERVICE_COLOURS[name] ?? 'other';
}

const CLIENT_SLOTS = [
  'client-1',
  'client-2',
  'client-3',
  'client-4',
  'client-5',
  'client-6',
  'client-7',
  'client-8',
] as const;
export const MOST_CLIENT_COLOURS = CLIENT_SLOTS.length;

/**
 * A colour for every client: that of the number in its pseudonym, so that `convenio_3` looks alike in every chart, under
 * every filter and after every import. Where two would share one, the later takes the next free; beyond eight, grey.
 */
export function clientColours(clients: readonly string[]): ReadonlyMap<string, ColourToken> {
  const free = new Set<ColourToken>(CLIENT_SLOTS);
  const colours = new Map<string, ColourToken>();
  const natural = new Intl.Collator('en', { numeric: true });
  const inOrder = [...new Set(clients)].toSorted(natural.compare);
  const preferred = (client: string): ColourToken | undefined => {
    const number = Number(/(\d+)$/.exec(client)?.[1] ?? 0);
    return number > 0 ? CLIENT_SLOTS[(number - 1) % CLIENT_SLOTS.length] : undefined;
  };
  const take = (client: string, colour: ColourToken | undefined): void => {
    colours.set(client, colour ?? 'other');
    if (colour !== undefined) free.delete(colour);
  };
  for (const client of inOrder) {
    const wanted = preferred(client);
    if (wanted !== undefined && free.has(wanted)) take(client, wanted);
  }
  for (const client of inOrder) {
    if (!colours.has(client)) take(client, free.values().next().value);
  }
  return colours;
}

const CLASS_COLOURS: Readonly<Record<string, ColourToken>> = {
  '8K': 'class-5',
  '4K': 'class-6',
  ULTRAHD: 'class-8',
  FULLHD: 'class-1',
  HD: 'class-2',
  XGA: 'class-4',
  SD: 'class-3',
  QVGA: 'class-7',
  LOWERSCALES: 'class-9',
  PORTRAIT: 'class-3',
  LANDSCAPE: 'class-1',
  SQUARE: 'class-4',
};

/** The colour of a resolution class or an aspect ratio; grey where the size of the image is missing. */
export function imageClassColour(name: string | null): ColourToken {
  return name === null ? 'other' : (CLASS_COLOURS[name] ?? 'other');
}
