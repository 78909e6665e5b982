import type { Page } from '@playwright/test';

const LARGE = { width: 1920, height: 1080 };

/** Keeps pictures of the window for people to look at: `test-results/pictures/NAME-STAGE-1280x800.png`. */
export interface Pictures {
  /** `large` keeps one of a large window as well. */
  readonly keep: (stage: string, size?: 'large') => Promise<void>;
}

export function keepPictures(page: Page, name: string): Pictures {
  const picture = async (stage: string): Promise<void> => {
    const { width, height } = page.viewportSize() ?? LARGE;
    const path = `test-results/pictures/${name}-${stage}-${width}x${height}.png`;
    // Away from what shows a tooltip.
    await page.mouse.move(width - 1, height - 1);
    await page.screenshot({ path, animations: 'disabled' });
  };
  return {
    keep: async (stage, size) => {
      await picture(stage);
      const usual = page.viewportSize();
      if (size !== 'large' || usual === null) return;
      await page.setViewportSize(LARGE);
      await picture(stage);
      await page.setViewportSize(usual);
    },
  };
}
