import { useCallback } from 'react';
import { create } from 'zustand';
import type { FileFilter } from '../../../shared/contract/host-calls.ts';
import { useClient } from '../../client/client-context.ts';
import { valueOf } from '../../client/value-of.ts';

/** What a person is asked to choose. */
export interface PickOptions {
  /** `open-folder` serves workspaces too; `save-file` asks before a file that is there is overwritten. */
  readonly purpose: 'open-file' | 'open-folder' | 'save-file';
  /** Heading of the dialog, in the window's language. */
  readonly title: string;
  /** A path to begin with: a folder, or a file in it, whose name is then proposed. Null: where the last choice was made. */
  readonly suggested?: string | null;
  /** Kinds of file to show, without dots: `{name: 'CSV', extensions: ['csv', 'csv.gz']}`. The first is chosen. */
  readonly filters?: readonly FileFilter[];
  /** Why a person is asked, shown above the list; the system's own dialogs have no place for it. */
  readonly note?: string;
  /** With `open-folder`: only a workspace can be chosen; other folders are gone into. */
  readonly workspacesOnly?: boolean;
  /** Words on the confirming button; else "Open" or "Save". */
  readonly confirm?: string;
}

/** Asks for a path; null where the person thinks better of it. Never rejects with anything but a {@link CallFailure}. */
export type Pick = (options: PickOptions) => Promise<string | null>;

interface OpenPick {
  readonly options: PickOptions;
  readonly settle: (path: string | null) => void;
}

/** The question that the window's own dialog asks at this moment. */
export const useOpenPick = create<{ readonly open: OpenPick | null }>(() => ({ open: null }));

/** Asks a person for a path, in the system's own dialog where the host has it, else in the window's. */
export function usePick(): Pick {
  const client = useClient();
  return useCallback(
    async (options) => {
      const { nativeDialogs } = valueOf(await client.invoke('host.describe', {}));
      if (!nativeDialogs) return askInWindow(options);
      const { purpose, title, suggested = null, filters = [] } = options;
      return valueOf(await client.invoke('host.pick', { purpose, title, suggested, filters: [...filters] })).path;
    },
    [client],
  );
}

function askInWindow(options: PickOptions): Promise<string | null> {
  useOpenPick.getState().open?.settle(null);
  return new Promise((resolve) => {
    const settle = (path: string | null): void => {
      useOpenPick.setState({ open: null });
      resolve(path);
    };
    useOpenPick.setState({ open: { options, settle } });
  });
}
