import type { PopoverProps } from '@mantine/core';

const MARGIN = 8;
const LEAST_HEIGHT = 160;

/** For popovers of more than a few lines: never larger than the window, and scrolled where they would be. */
export const fittedPopover = {
  floatingStrategy: 'fixed',
  middlewares: {
    flip: true,
    shift: { padding: MARGIN },
    size: {
      padding: MARGIN,
      apply: ({ availableHeight, elements }) => {
        elements.floating.style.maxHeight = `${Math.max(LEAST_HEIGHT, availableHeight)}px`;
      },
    },
  },
} as const satisfies Partial<PopoverProps>;
