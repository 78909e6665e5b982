import { COLOUR_TOKENS } from './colour-tokens.ts';
import { FONTS, RADIUS, SPACE, TYPE } from './layout-tokens.ts';

export type ColourScheme = 'light' | 'dark';

/** The colours of one scheme as CSS custom properties: `--vs-ok:#16776f;…`. */
export function colourProperties(scheme: ColourScheme): string {
  return Object.entries(COLOUR_TOKENS)
    .map(([name, pair]) => `--vs-${name}:${pair[scheme]};`)
    .join('');
}

/** Distances, radii, type sizes and fonts as CSS custom properties. */
export function layoutProperties(): string {
  return [
    ...Object.entries(SPACE).map(([step, pixels]) => `--vs-space-${step}:${pixels}px;`),
    ...Object.entries(RADIUS).map(([name, pixels]) => `--vs-radius-${name}:${pixels}px;`),
    ...Object.entries(TYPE).map(([name, { size, line }]) => `--vs-type-${name}:${size}px/${line} var(--vs-font-text);`),
    ...Object.entries(FONTS).map(([name, family]) => `--vs-font-${name}:${family};`),
  ].join('');
}
