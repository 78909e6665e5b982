import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join, resolve, sep } from 'node:path';
import { z } from 'zod';
import type { RecentWorkspace } from '../../shared/contract/host-calls.ts';
import { DEFAULT_SETTINGS, Settings } from '../../shared/contract/settings.ts';
import { AppException } from '../../shared/result.ts';
import { dataFolder } from './data-folder.ts';
import { folderListing } from './folder-listing.ts';
import type { HostHandlers } from './host-calls.ts';
import { JsonStore } from './json-store.ts';
import { locateFile } from './locate-file.ts';
import type { WindowHub } from './window-hub.ts';
import { workspaceBytes } from './workspace-bytes.ts';
import { writePrivateFile } from './write-private-file.ts';

const MOST_RECENT = 20;
const RecentFile = z.array(z.object({ folder: z.string(), openedAt: z.string() }));

/** The handlers that are the same whatever the host: settings, recent workspaces, remembered states, folders. */
export type CommonHandlers = Omit<
  HostHandlers,
  'host.describe' | 'host.pick' | 'host.openFile' | 'host.showInFolder' | 'host.newWindow'
>;

/** `folder` is where the application keeps what is its own. */
export function commonHandlers(hub: WindowHub, folder: string = dataFolder()): CommonHandlers {
  const settings = new JsonStore(join(folder, 'settings.json'), Settings, DEFAULT_SETTINGS);
  const recent = new JsonStore(join(folder, 'recent.json'), RecentFile, []);
  const statePath = (key: string): string =>
    join(folder, 'state', `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`);
  const setRecent = (list: z.infer<typeof RecentFile>): Record<string, never> => {
    recent.write(list.slice(0, MOST_RECENT));
    hub.emit('recent.changed', {});
    return {};
  };
  return {
    'host.listFolder': ({ folder: given, showHidden }) => folderListing(given ?? homedir(), showHidden),
    'host.makeFolder': ({ folder: given }) => {
      try {
        mkdirSync(given, { recursive: true });
      } catch (error) {
        throw new AppException(
          'OUTPUT_NOT_WRITABLE',
          `The folder ${given} cannot be made.`,
          'Choose a place where you may write.',
          { cause: error },
        );
      }
      return { folder: resolve(given) };
    },
    'host.restartEngine': () => {
      hub.supervisor.retry();
      return {};
    },
    'host.locate': (request, signal) => locateFile(request, signal),
    'settings.read': () => settings.read(),
    'settings.write': (patch) => {
      const changed = Settings.parse({ ...settings.read(), ...patch });
      settings.write(changed);
      hub.emit('settings.changed', changed);
      return changed;
    },
    'recent.list': () => ({ workspaces: recent.read().map(recentWorkspace) }),
    'recent.add': ({ folder: given }) => {
      const path = resolve(given);
      const others = recent.read().filter((entry) => entry.folder !== path);
      return setRecent([{ folder: path, openedAt: new Date().toISOString() }, ...others]);
    },
    'recent.forget': ({ folder: given }) => setRecent(recent.read().filter((entry) => entry.folder !== resolve(given))),
    'state.read': ({ key }) => ({ json: textOf(statePath(key)) }),
    'state.write': ({ key, json }) => {
      const path = statePath(key);
      if (json === null) rmSync(path, { force: true });
      else writePrivateFile(path, json);
      return {};
    },
  };
}

function recentWorkspace({ folder, openedAt }: z.infer<typeof RecentFile>[number]): RecentWorkspace {
  const bytes = workspaceBytes(folder);
  const name = basename(folder.endsWith(sep) ? folder.slice(0, -1) : folder).replace(/\.veriscope$/, '');
  return { folder, name, openedAt, bytes, exists: bytes !== null };
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
