/**
 * Resolution classes by least number of pixels, largest first: an image belongs to the first class that it reaches.
 * Source: published figures, `resolution_classes_min_pixels`.
 */
export const RESOLUTION_CLASSES = [
  { name: '8K', minimumPixels: 33_177_600 },
  { name: '4K', minimumPixels: 8_847_360 },
  { name: 'ULTRAHD', minimumPixels: 8_294_400 },
  { name: 'FULLHD', minimumPixels: 2_073_600 },
  { name: 'HD', minimumPixels: 921_600 },
  { name: 'XGA', minimumPixels: 786_432 },
  { name: 'SD', minimumPixels: 307_200 },
  { name: 'QVGA', minimumPixels: 76_800 },
  { name: 'LOWERSCALES', minimumPixels: 0 },
] as const;

export type ResolutionClass = (typeof RESOLUTION_CLASSES)[number]['name'];

export const ASPECT_RATIOS = ['SQUARE', 'LANDSCAPE', 'PORTRAIT'] as const;
export type AspectRatio = (typeof ASPECT_RATIOS)[number];
