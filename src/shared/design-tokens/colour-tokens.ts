/** One colour, on a light and on a dark ground. */
export interface ColourPair {
  readonly light: string;
  readonly dark: string;
}

const pair = (light: string, dark: string): ColourPair => ({ light, dark });

/**
 * Every colour of the product by what it is for. Texts reach 4.5:1 on `canvas` and `surface`, marks 3:1 (WCAG 2.2 AA);
 * neighbours in `client-*` differ by at least 0.1 in OKLab, also for protanopes and deuteranopes. A test holds both.
 */
export const COLOUR_TOKENS = {
  canvas: pair('#fbfbfa', '#101317'),
  surface: pair('#ffffff', '#171a1f'),
  sunken: pair('#f3f4f4', '#1e2228'),
  text: pair('#1b1e22', '#e8eaed'),
  'text-muted': pair('#565d66', '#a9b0b9'),
  'text-faint': pair('#69707a', '#8f97a1'),
  border: pair('#dfe2e5', '#2d323a'),
  grid: pair('#e8eaec', '#282d34'),
  axis: pair('#9aa1a9', '#5d656f'),
  accent: pair('#2754af', '#8fb2f5'),
  'accent-soft': pair('#e9effa', '#1d2738'),

  ok: pair('#16776f', '#4fc0b3'),
  error: pair('#c24a17', '#ff8f5f'),
  'outcome-accepted': pair('#16776f', '#4fc0b3'),
  'outcome-capture': pair('#c27414', '#f5b04a'),
  'outcome-attack': pair('#7a0f4a', '#c9408c'),
  'outcome-system': pair('#4b4f9c', '#d0d8e4'),
  'outcome-pass': pair('#747b84', '#8f97a1'),

  'client-1': pair('#2754af', '#7aa5f1'),
  'client-2': pair('#d86e1e', '#fb7f0b'),
  'client-3': pair('#2ba18b', '#8fcaa1'),
  'client-4': pair('#6e0a54', '#9d6d98'),
  'client-5': pair('#9d79fe', '#646fef'),
  'client-6': pair('#0b7fa5', '#98eefd'),
  'client-7': pair('#634401', '#f9d408'),
  'client-8': pair('#975754', '#d64b2b'),
  other: pair('#747b84', '#8f97a1'),

  'service-accessory-detector': pair('#0f6a61', '#37a99b'),
  'service-face-detector': pair('#2f9d8f', '#7fd6ca'),
  'service-liqe': pair('#1f458f', '#5f8ee8'),
  'service-topiq': pair('#3f74cf', '#8fb2f5'),
  'service-classic-metrics': pair('#6390d6', '#bcd1fa'),
  'service-as-35-selfies': pair('#8a3209', '#d4622a'),
  'service-ibeta2-crops': pair('#b34a12', '#f08040'),
  'service-ibeta2-full': pair('#cf6420', '#f7a066'),
  'service-ibeta2-clip': pair('#d2742a', '#fbc299'),
  'service-geometry-check': pair('#7d2a74', '#c98ac2'),

  'class-1': pair('#123a7a', '#c9dcff'),
  'class-2': pair('#2c66bd', '#8fb2f5'),
  'class-3': pair('#6390d6', '#5f86d0'),
  'class-4': pair('#c27414', '#f5b04a'),
  'class-5': pair('#8a4a09', '#b87420'),
  'class-6': pair('#16776f', '#4fc0b3'),
  'class-7': pair('#5c6b82', '#9fb0c8'),
  'class-8': pair('#7d2a74', '#c98ac2'),
  'class-9': pair('#747b84', '#8f97a1'),

  'heat-0': pair('#f3f4f4', '#1e2228'),
  'heat-1': pair('#dbe6f6', '#20304b'),
  'heat-2': pair('#b3cbec', '#274674'),
  'heat-3': pair('#82a8df', '#35629f'),
  'heat-4': pair('#4f80cb', '#5284cd'),
  'heat-5': pair('#2a58a8', '#86aff0'),
  'heat-6': pair('#132f68', '#cfe0ff'),
} as const satisfies Record<string, ColourPair>;

export type ColourToken = keyof typeof COLOUR_TOKENS;

/** The token as a CSS colour: `var(--vs-ok)`. */
export function colourOf(token: ColourToken): string {
  return `var(--vs-${token})`;
}
