import { app } from 'electron';
import type { RecentWorkspace } from '../../../shared/contract/host-calls.ts';
import type { HostWords } from './host-words.ts';

/** The system's own lists hold so many. */
const MOST = 10;

/** Puts the recent workspaces into the lists of the system: the dock's on macOS, the jump list on Windows. */
export function showSystemRecents(
  recent: readonly RecentWorkspace[],
  words: HostWords,
  platform = process.platform,
): void {
  const shown = recent.filter(({ exists }) => exists).slice(0, MOST);
  if (platform === 'darwin') {
    app.clearRecentDocuments();
    for (const { folder } of shown.toReversed()) app.addRecentDocument(folder);
  }
  // A development build would be started without its folder.
  if (platform === 'win32' && app.isPackaged) {
    app.setJumpList([
      {
        type: 'custom',
        name: words.recentWorkspaces,
        items: shown.map(({ folder, name }) => ({
          type: 'task',
          title: name,
          description: folder.slice(0, 260),
          program: process.execPath,
          args: `"${folder}"`,
          iconPath: process.execPath,
          iconIndex: 0,
        })),
      },
    ]);
  }
}
