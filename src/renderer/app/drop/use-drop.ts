import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from '../../client/client-context.ts';
import { usePick } from '../../components/file-dialog/use-pick.ts';
import { folderOf } from '../../components/path-text.ts';
import { useFailures } from '../../components/use-failures.ts';
import { useWords } from '../../i18n/use-words.ts';
import { workspaceOf } from '../../route/route.ts';
import { currentRoute, goTo } from '../../route/use-route.ts';
import { appWords } from '../app-words.ts';
import { droppedItem, type DroppedItem } from './dropped-item.ts';
import { locateFile } from './locate-file.ts';
import { routeOfPath } from './open-path.ts';
import { openedKind } from './opened-kind.ts';

export type DropState =
  | { readonly kind: 'idle' }
  /** Files are held over the window. */
  | { readonly kind: 'over' }
  /** The host searches for what was dropped. */
  | { readonly kind: 'locating'; readonly name: string; readonly cancel: () => void };

const IDLE: DropState = { kind: 'idle' };

/** Opens what is dropped anywhere on the window, unless the place itself took it. */
export function useDrop(): DropState {
  const [state, setState] = useState<DropState>(IDLE);
  const pathOf = usePathOf(setState);
  const t = useWords(appWords);

  const open = useCallback(
    async (item: DroppedItem) => {
      if (openedKind(item.name, item.isFolder) === 'unknown') {
        notifications.show({
          color: 'yellow',
          title: t('notOpenable', { name: item.name }),
          message: t('notOpenableText'),
          autoClose: 10_000,
        });
        return;
      }
      if (item.others > 0) notifications.show({ message: t('oneAtATime', { name: item.name }) });
      const path = await pathOf(item);
      const route = path === null ? null : routeOfPath(path, item.isFolder, workspaceOf(currentRoute()));
      if (route !== null) goTo(route);
    },
    [pathOf, t],
  );

  const depth = useRef(0);
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const onEnter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth.current += 1;
      setState((known) => (known.kind === 'idle' ? { kind: 'over' } : known));
    };
    const onLeave = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setState((known) => (known.kind === 'over' ? IDLE : known));
    };
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    };
    const onDrop = (event: DragEvent): void => {
      depth.current = 0;
      setState((known) => (known.kind === 'over' ? IDLE : known));
      if (!hasFiles(event) || event.defaultPrevented || event.dataTransfer === null) return;
      event.preventDefault();
      void droppedItem(event.dataTransfer).then((item) => (item === null ? undefined : open(item)));
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [open]);
  return state;
}

/** Where a dropped item lies: as the browser tells, as the host finds, or as the person shows. Null: given up. */
function usePathOf(setState: (state: DropState) => void): (item: DroppedItem) => Promise<string | null> {
  const client = useClient();
  const pick = usePick();
  const t = useWords(appWords);
  const fail = useFailures();
  return useCallback(
    async ({ name, isFolder, file, path }) => {
      if (path !== null) return path;
      if (file !== null) {
        const abort = new AbortController();
        setState({ kind: 'locating', name, cancel: () => abort.abort() });
        const answer = await locateFile(client, file, abort.signal).finally(() => setState(IDLE));
        if (abort.signal.aborted) return null;
        if (!answer.ok) {
          fail(answer.error);
          return null;
        }
        const [found] = answer.value.paths;
        if (found !== undefined) return isFolder ? folderOf(found) : found;
      }
      return pick({
        purpose: isFolder ? 'open-folder' : 'open-file',
        title: t('locateTitle', { name }),
        note: t('locateNote', { name }),
        filters: isFolder ? [] : [{ name: t('csvFiles'), extensions: ['csv', 'csv.gz', 'tsv', 'txt', 'gz'] }],
      });
    },
    [client, pick, t, fail, setState],
  );
}
