import type { Page } from '@playwright/test';

/** Drops files or folders of this computer on the window, as a file manager does: the browser itself makes the drop of them. */
export async function dropOnWindow(page: Page, ...paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  await session.detach();
}
