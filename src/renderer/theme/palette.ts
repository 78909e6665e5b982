import type { MantineColorsTuple } from '@mantine/core';

/** Mantine's scales, drawn through our tokens, so that what it mixes itself (hover, borders, soft grounds) is of one piece. */
export const PALETTE = {
  accent: tuple('#eef3fc #dbe5f8 #b6caf0 #8fb2f5 #6b94df #4574c9 #2754af #214896 #1a3a7a #122a5b'),
  gray: tuple('#f6f7f7 #eff1f2 #e7eaec #dfe2e5 #c9cdd2 #9aa1a9 #69707a #565d66 #33383f #1b1e22'),
  dark: tuple('#e8eaed #c6cbd2 #a9b0b9 #8f97a1 #343a43 #272c33 #1a1e23 #101317 #0c0e11 #08090b'),
  red: tuple('#fdf2ed #fae0d5 #f5c0aa #ff8f5f #ea7844 #bd4512 #c24a17 #a53d11 #81300e #5b220b'),
  teal: tuple('#e8f6f4 #cdebe7 #9dd8d0 #4fc0b3 #35a598 #1b8076 #16776f #12635c #0e4d48 #093733'),
  yellow: tuple('#fdf5e8 #fae7c8 #f6d196 #f5b04a #e2963a #9a5a08 #8f5408 #7c4808 #6b3d08 #4a2a05'),
} as const;

function tuple(scale: string): MantineColorsTuple {
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', i = '', j = ''] = scale.split(' ');
  return [a, b, c, d, e, f, g, h, i, j];
}
