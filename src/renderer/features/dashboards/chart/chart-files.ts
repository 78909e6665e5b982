import { FONTS } from '../../../../shared/design-tokens/layout-tokens.ts';
import type { ChartPicture } from './chart-card-context.ts';
import type { ChartStyle } from './chart-style.ts';

/** The words around a picture that leaves the window. */
export interface PictureWords {
  readonly heading: string;
  readonly caption: string;
  /** Which transactions it shows. */
  readonly foot: string;
}

const EDGE = 16;
const LINE = 17;
/** Mean width of a character in ems, for breaking lines. */
const CHARACTER = 0.53;
/** Pixels of a PNG for one of CSS. */
const SHARPNESS = 2;

/** A chart with heading, caption and the filters in force, as an SVG document of its own. */
export function framedSvg(picture: ChartPicture, style: ChartStyle, words: PictureWords): string {
  const width = picture.width + 2 * EDGE;
  const wrapped = (text: string, size: number): readonly string[] =>
    broken(text, Math.floor(picture.width / (size * CHARACTER)));
  const [heading, caption, foot] = [wrapped(words.heading, 14), wrapped(words.caption, 11), wrapped(words.foot, 10)];
  const above = EDGE + (heading.length + caption.length) * LINE + 6;
  const height = above + picture.height + foot.length * 14 + EDGE;
  const text = (lines: readonly string[], y: number, size: number, weight: number, colour: string): string =>
    lines
      .map(
        (line, at) =>
          `<text x="${EDGE}" y="${y + at * (size + 4)}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escaped(line)}</text>`,
      )
      .join('');
  const { colour } = style;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(FONTS.text)}">`,
    `<rect width="${width}" height="${height}" fill="${colour('surface')}"/>`,
    text(heading, EDGE + 12, 14, 650, colour('text')),
    text(caption, EDGE + 12 + heading.length * LINE, 11, 400, colour('text-muted')),
    `<g transform="translate(${EDGE} ${above})">${picture.svg()}</g>`,
    text(foot, above + picture.height + 16, 10, 400, colour('text-faint')),
    '</svg>',
  ].join('');
}

/** An SVG document as a PNG, twice as fine as on the screen. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SHARPNESS;
    canvas.height = image.naturalHeight * SHARPNESS;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Lets a person save something under a proposed name: the host asks where, or puts it among the downloads. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function broken(text: string, most: number): readonly string[] {
  if (text === '') return [];
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length + 1 > most) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
