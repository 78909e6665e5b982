/** Distances in CSS pixels, named by step. */
export const SPACE = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 24, 6: 32, 7: 48, 8: 72 } as const;

/** Corner radii in CSS pixels. */
export const RADIUS = { small: 3, medium: 6, large: 10 } as const;

/** Type sizes in CSS pixels, with the line height that goes with each. */
export const TYPE = {
  tiny: { size: 11.5, line: 1.4 },
  small: { size: 13, line: 1.5 },
  body: { size: 15, line: 1.6 },
  lead: { size: 17, line: 1.5 },
  heading: { size: 18, line: 1.35 },
  section: { size: 25, line: 1.25 },
  title: { size: 38, line: 1.12 },
  figure: { size: 27, line: 1.15 },
} as const;

/** Fonts that every system has: nothing is fetched. */
export const FONTS = {
  text: '"Inter", "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif',
  mono: 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "Noto Sans Mono", "Liberation Mono", monospace',
} as const;
