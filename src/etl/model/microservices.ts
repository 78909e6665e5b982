import type { LocalizedText } from '../../shared/language.ts';

/**
 * The microservices that leave a time in the log, in pipeline order. `geometry_check` works on the pair of images, the
 * others on each image. `classic_metrics` runs in the gateway and has no queue. Source: staging columns 44-79.
 */
export const MICROSERVICES = [
  {
    name: 'accessory_detector',
    images: 'each',
    queued: true,
    label: { en: 'Accessory detector', es: 'Detector de accesorios' },
  },
  { name: 'face_detector', images: 'each', queued: true, label: { en: 'Face detector', es: 'Detector de rostro' } },
  { name: 'liqe', images: 'each', queued: true, label: { en: 'LIQE quality', es: 'Calidad LIQE' } },
  { name: 'topiq', images: 'each', queued: true, label: { en: 'TOPIQ quality', es: 'Calidad TOPIQ' } },
  { name: 'classic_metrics', images: 'each', queued: false, label: { en: 'Classic metrics', es: 'Métricas clásicas' } },
  { name: 'as_35_selfies', images: 'each', queued: true, label: { en: 'PAD 3.5 selfies', es: 'PAD 3.5 selfies' } },
  {
    name: 'ibeta2_crops',
    images: 'each',
    queued: true,
    label: { en: 'PAD iBeta 2 crops', es: 'PAD iBeta 2 recortes' },
  },
  { name: 'ibeta2_full', images: 'each', queued: true, label: { en: 'PAD iBeta 2 full', es: 'PAD iBeta 2 completo' } },
  { name: 'ibeta2_clip', images: 'each', queued: true, label: { en: 'PAD iBeta 2 CLIP', es: 'PAD iBeta 2 CLIP' } },
  {
    name: 'geometry_check',
    images: 'pair',
    queued: true,
    label: { en: 'Near/far geometry', es: 'Geometría cerca/lejos' },
  },
] as const satisfies readonly {
  name: string;
  images: 'each' | 'pair';
  queued: boolean;
  label: LocalizedText;
}[];

export type Microservice = (typeof MICROSERVICES)[number];
export type MicroserviceName = Microservice['name'];

/** Services that score or judge an image and leave no time column of their own. */
export type ScoringServiceName = MicroserviceName | 'as_heuristics' | 'integrity_dims';

export const SIDES = ['near', 'far'] as const;
/** Which of the two selfies: the one with the face close to the camera, or at arm's length. */
export type Side = (typeof SIDES)[number];
