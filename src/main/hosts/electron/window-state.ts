import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { z } from 'zod';
import { JsonStore } from '../json-store.ts';

const DEFAULT_WIDTH = 1440;
const DEFAULT_HEIGHT = 900;
/** So much of a window's title must be on a display for it to be found again. */
const VISIBLE = 120;
/** A further window stands this far beside the last one. */
const CASCADE = 28;

const SavedState = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(300), height: z.int().min(200) }),
  isMaximized: z.boolean(),
});
type SavedState = z.infer<typeof SavedState>;

/** Where a window is to open. `x` and `y` are left out where the system shall choose. */
export interface WindowPlace {
  readonly bounds: { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number };
  readonly isMaximized: boolean;
}

/** Remembers between sessions where the last window stood. */
export class WindowState {
  readonly #store: JsonStore<z.ZodNullable<typeof SavedState>>;

  /** `file`: where it is kept. */
  constructor(file: string) {
    this.#store = new JsonStore(file, SavedState.nullable(), null);
  }

  /** Keeps where the window stands, unmaximised bounds included. */
  keep(window: BrowserWindow): void {
    if (window.isMinimized() || window.isFullScreen()) return;
    this.#store.write({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() } satisfies SavedState);
  }

  /** The kept place, if that display is still there; else the middle of the main one. */
  place(): WindowPlace {
    const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
    const saved = this.#store.read();
    if (saved !== null && areas.some((area) => isReachable(saved.bounds, area))) return saved;
    const { width, height } = screen.getPrimaryDisplay().workAreaSize;
    return {
      bounds: { width: Math.min(DEFAULT_WIDTH, width), height: Math.min(DEFAULT_HEIGHT, height) },
      isMaximized: saved?.isMaximized ?? false,
    };
  }
}

/** A place for a further window. */
export function placeBeside(window: BrowserWindow): WindowPlace {
  const { x, y, width, height } = window.getNormalBounds();
  return { bounds: { x: x + CASCADE, y: y + CASCADE, width, height }, isMaximized: false };
}

function isReachable(bounds: Rectangle, area: Rectangle): boolean {
  const overlap = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const top = bounds.y - area.y;
  return overlap >= VISIBLE && top >= -CASCADE && top <= area.height - VISIBLE / 2;
}
