import { z } from 'zod';
import { Settings } from './settings.ts';

/** What a window is told without asking. */
export const EVENTS = {
  /** The engine process: calls fail with `ENGINE_STOPPED` until it is `ready` again. */
  'engine.state': z.object({ state: z.enum(['ready', 'restarting', 'failed']), restarts: z.int().nonnegative() }),
  /** Rows came into a workspace; what was read of it is out of date. */
  'workspace.changed': z.object({ workspace: z.string() }),
  'settings.changed': Settings,
  'recent.changed': z.object({}),
  /** A command of the host's own menu, by the name that the command palette uses. */
  'menu.command': z.object({ command: z.string() }),
  /** A workspace or a CSV file that the system asked the application to open. */
  'file.opened': z.object({ path: z.string() }),
} as const;
export type EventName = keyof typeof EVENTS;
export type EventPayload<Name extends EventName> = z.output<(typeof EVENTS)[Name]>;
