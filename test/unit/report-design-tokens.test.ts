import { describe, expect, it } from 'vitest';
import { MICROSERVICES } from '../../src/etl/model/microservices.ts';
import { ASPECT_RATIOS, RESOLUTION_CLASSES } from '../../src/etl/model/resolution-classes.ts';
import { COLOUR_TOKENS, type ColourToken } from '../../src/shared/design-tokens/colour-tokens.ts';
import {
  clientColours,
  imageClassColour,
  microserviceColour,
  statusColour,
} from '../../src/shared/design-tokens/stable-colours.ts';
import { contrast, leastDifference } from '../helpers/report-colour-vision.ts';

const SCHEMES = ['light', 'dark'] as const;
const tokens = (pattern: RegExp): readonly ColourToken[] =>
  (Object.keys(COLOUR_TOKENS) as ColourToken[]).filter((name) => pattern.test(name));

describe.each(SCHEMES)('on a %s ground', (scheme) => {
  const value = (token: ColourToken): string => COLOUR_TOKENS[token][scheme];
  const onGrounds = (token: ColourToken): number =>
    Math.min(...(['canvas', 'surface'] as const).map((ground) => contrast(value(token), value(ground))));

  it.each(tokens(/^(text|accent$|error$|ok$)/))('%s can be read', (token) => {
    expect(onGrounds(token)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(tokens(/^(client|service|class|outcome)-|^other$/))('%s can be seen', (token) => {
    expect(onGrounds(token)).toBeGreaterThanOrEqual(3);
  });

  it('clients, answers and outcomes differ for every kind of colour vision', () => {
    expect(leastDifference(tokens(/^client-/).map(value))).toBeGreaterThanOrEqual(0.1);
    expect(leastDifference(['ok', 'error'].map((name) => value(name as ColourToken)))).toBeGreaterThanOrEqual(0.1);
    expect(leastDifference(tokens(/^outcome-(accepted|capture|attack|system)$/).map(value))).toBeGreaterThanOrEqual(
      0.1,
    );
  });
});

describe('stable colours', () => {
  it('follow the number of the pseudonym, whoever else is shown', () => {
    const all = clientColours(['convenio_6', 'convenio_1', 'convenio_3']);
    expect(all.get('convenio_3')).toBe('client-3');
    expect(clientColours(['convenio_3']).get('convenio_3')).toBe('client-3');
  });

  it('are shared by nobody while there are enough', () => {
    const eight = clientColours(['convenio_1', 'convenio_9', 'acme', ...[2, 3, 4, 5, 6].map((n) => `convenio_${n}`)]);
    expect(new Set(eight.values()).size).toBe(8);
    expect(
      [...clientColours(Array.from({ length: 20 }, (_, n) => `client ${n}`)).values()].filter(
        (colour) => colour === 'other',
      ),
    ).toHaveLength(12);
  });

  it('know every microservice and every class of an image', () => {
    expect(new Set(MICROSERVICES.map(({ name }) => microserviceColour(name))).size).toBe(MICROSERVICES.length);
    expect(
      [...RESOLUTION_CLASSES.map(({ name }) => name), ...ASPECT_RATIOS].filter(
        (name) => imageClassColour(name) === 'other',
      ),
    ).toEqual([]);
    expect([statusColour('ok'), statusColour('error'), statusColour(null)]).toEqual(['ok', 'error', 'error']);
  });
});
