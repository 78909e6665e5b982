import { z } from 'zod';

/** What a person chose for every window of the application; `system` follows the computer. */
export const Settings = z.object({
  language: z.enum(['system', 'en', 'es']),
  theme: z.enum(['system', 'light', 'dark']),
  /** `reduced` stops every animation. */
  motion: z.enum(['system', 'reduced']),
  tourSeen: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;
export const DEFAULT_SETTINGS: Settings = { language: 'system', theme: 'system', motion: 'system', tourSeen: false };
