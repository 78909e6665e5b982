import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { COLOUR_TOKENS, type ColourToken } from '../../../../shared/design-tokens/colour-tokens.ts';
import type { ColourScheme } from '../../../../shared/design-tokens/token-css.ts';

/** The colours of the present scheme, for the options of charts: a canvas cannot read `var(--vs-ok)`. */
export interface ChartStyle {
  readonly scheme: ColourScheme;
  readonly colour: (token: ColourToken) => string;
  /** A token's colour made see-through, 0..1. */
  readonly pale: (token: ColourToken, opacity: number) => string;
}

export function useChartStyle(): ChartStyle {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  return useMemo(() => chartStyle(scheme), [scheme]);
}

export function chartStyle(scheme: ColourScheme): ChartStyle {
  const colour = (token: ColourToken): string => COLOUR_TOKENS[token][scheme];
  return {
    scheme,
    colour,
    pale: (token, opacity) =>
      `${colour(token)}${Math.round(opacity * 255)
        .toString(16)
        .padStart(2, '0')}`,
  };
}

/** What is not selected stays visible, so pale. */
export const PALE = 0.25;
