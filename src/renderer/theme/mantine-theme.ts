import { createTheme, type CSSVariablesResolver } from '@mantine/core';
import { COLOUR_TOKENS } from '../../shared/design-tokens/colour-tokens.ts';
import { FONTS, RADIUS, SPACE, TYPE } from '../../shared/design-tokens/layout-tokens.ts';
import { COMPONENT_DEFAULTS } from './component-defaults.ts';
import { PALETTE } from './palette.ts';

const px = (value: number): string => `${value}px`;

/** Mantine's components in our tokens: one design language for the window and the report. */
export const mantineTheme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  autoContrast: true,
  colors: PALETTE,
  fontFamily: FONTS.text,
  fontFamilyMonospace: FONTS.mono,
  headings: {
    fontFamily: FONTS.text,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: px(20), lineHeight: '1.3' },
      h2: { fontSize: px(TYPE.body.size), lineHeight: '1.4' },
      h3: { fontSize: px(TYPE.small.size), lineHeight: '1.5' },
      h4: { fontSize: px(TYPE.small.size), lineHeight: '1.5' },
    },
  },
  radius: {
    xs: px(RADIUS.small),
    sm: px(RADIUS.small),
    md: px(RADIUS.medium),
    lg: px(RADIUS.large),
    xl: px(RADIUS.large),
  },
  defaultRadius: 'md',
  spacing: { xs: px(SPACE[1]), sm: px(SPACE[2]), md: px(SPACE[3]), lg: px(SPACE[4]), xl: px(SPACE[5]) },
  fontSizes: {
    xs: px(TYPE.tiny.size),
    sm: px(TYPE.small.size),
    md: px(TYPE.body.size),
    lg: px(TYPE.lead.size),
    xl: px(TYPE.heading.size),
  },
  components: COMPONENT_DEFAULTS,
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Gives Mantine's own variables our colours. */
export const mantineVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: scheme('light'),
  dark: scheme('dark'),
});

function scheme(name: 'light' | 'dark'): Record<string, string> {
  return {
    '--mantine-color-body': COLOUR_TOKENS.canvas[name],
    '--mantine-color-text': COLOUR_TOKENS.text[name],
    '--mantine-color-dimmed': COLOUR_TOKENS['text-muted'][name],
    '--mantine-color-placeholder': COLOUR_TOKENS['text-faint'][name],
    '--mantine-color-anchor': COLOUR_TOKENS.accent[name],
    '--mantine-color-default': COLOUR_TOKENS.surface[name],
    '--mantine-color-default-hover': COLOUR_TOKENS.sunken[name],
    '--mantine-color-default-color': COLOUR_TOKENS.text[name],
    '--mantine-color-default-border': COLOUR_TOKENS.border[name],
    '--mantine-color-error': COLOUR_TOKENS.error[name],
    '--mantine-color-accent-text': COLOUR_TOKENS.accent[name],
    '--mantine-color-accent-light-color': COLOUR_TOKENS.accent[name],
    '--mantine-color-red-text': COLOUR_TOKENS.error[name],
    // Under the pointer text keeps a contrast of 4.5 to 1.
    ...(name === 'light'
      ? { '--mantine-color-accent-light-hover': `color-mix(in srgb, ${PALETTE.accent[1]}, ${PALETTE.accent[2]})` }
      : {}),
    // On the light grounds that Mantine mixes, the tokens themselves are too pale.
    '--mantine-color-red-light-color': name === 'light' ? PALETTE.red[7] : COLOUR_TOKENS.error.dark,
    '--mantine-color-teal-text': COLOUR_TOKENS.ok[name],
    '--mantine-color-teal-light-color': name === 'light' ? PALETTE.teal[7] : COLOUR_TOKENS.ok.dark,
  };
}
