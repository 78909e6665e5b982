import { RESOLUTION_CLASSES, type AspectRatio, type ResolutionClass } from '../model/resolution-classes.ts';

/** Width and height of an image in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The size written as `590x896`. */
export function imageSize(text: string): ImageSize {
  const [width, height] = text.split('x').map(Number);
  if (width === undefined || height === undefined) throw new Error(`${text} is not an image size`);
  return { width, height };
}

export function resolutionClass({ width, height }: ImageSize): ResolutionClass {
  return RESOLUTION_CLASSES.find(({ minimumPixels }) => width * height >= minimumPixels)?.name ?? 'LOWERSCALES';
}

export function aspectRatio({ width, height }: ImageSize): AspectRatio {
  if (width === height) return 'SQUARE';
  return width > height ? 'LANDSCAPE' : 'PORTRAIT';
}
