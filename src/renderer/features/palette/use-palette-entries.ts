import { useMemo } from 'react';
import { TABLES } from '../../../shared/contract/ledger.ts';
import { appWords } from '../../app/app-words.ts';
import { commandWords } from '../../app/commands/command-words.ts';
import { workspaceRoute } from '../../app/workspace/workspace-route.ts';
import { useCall } from '../../client/use-call.ts';
import { useRegistry } from '../../commands/command-registry.ts';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { parseRoute, workspaceOf, type Route } from '../../route/route.ts';
import { goTo } from '../../route/use-route.ts';
import { requestColumn } from '../../state/column-request.ts';
import type { PaletteEntry } from './palette-match.ts';
import { paletteWords } from './palette-words.ts';

/** Everything that the palette finds at this moment. Columns are many: they come only once something is typed. */
export function usePaletteEntries(route: Route, query: string): readonly PaletteEntry[] {
  const commands = useCommandEntries();
  const workspaces = useWorkspaceEntries(route);
  const columns = useColumnEntries(route);
  const link = useLinkEntries(query);
  const lastSections = useLastSections();
  return useMemo(() => {
    const rank = ({ section }: PaletteEntry): number => lastSections.indexOf(section);
    const known = [...link, ...commands, ...workspaces, ...(query.trim() === '' ? [] : columns)];
    return known.toSorted((a, b) => rank(a) - rank(b));
  }, [link, commands, workspaces, columns, query, lastSections]);
}

/** The sections that are the same on every page, in their order; those of the page itself come before them. */
function useLastSections(): readonly string[] {
  const t = useWords(paletteWords);
  const words = useWords(commandWords);
  return useMemo(
    () => [
      words('goSection'),
      words('workspaceSection'),
      t('recent'),
      t('columns'),
      words('windowSection'),
      words('helpSection'),
    ],
    [t, words],
  );
}

function useCommandEntries(): readonly PaletteEntry[] {
  const commands = useRegistry((state) => state.commands);
  return useMemo(
    () =>
      [...commands.values()]
        .filter(({ isUnlisted = false }) => !isUnlisted)
        .map(({ id, label, section, shortcut, run, keywords = '' }) => ({
          id: `command ${id}`,
          label,
          detail: null,
          section,
          shortcut,
          keywords,
          run,
        })),
    [commands],
  );
}

function useWorkspaceEntries(route: Route): readonly PaletteEntry[] {
  const t = useWords(paletteWords);
  const { data } = useCall('recent.list', {});
  const open = workspaceOf(route);
  return useMemo(
    () =>
      (data?.workspaces ?? [])
        .filter(({ folder, exists }) => exists && folder !== open)
        .map(({ folder, name }) => ({
          id: `workspace ${folder}`,
          label: name,
          detail: folder,
          section: t('recent'),
          shortcut: null,
          keywords: folder,
          run: () => goTo(workspaceRoute(folder)),
        })),
    [data, open, t],
  );
}

function useColumnEntries(route: Route): readonly PaletteEntry[] {
  const t = useWords(paletteWords);
  const words = useWords(appWords);
  const language = useLanguage();
  const workspace = workspaceOf(route);
  const { data: card } = useCall('model.card', {}, { enabled: workspace !== null });
  const shown = route.kind === 'table' ? TABLES.find((name) => name === route.table) : undefined;
  return useMemo(() => {
    if (card === undefined || workspace === null) return [];
    // A column that several tables have is meant in the one that is shown, else where it is filled in.
    const order = [shown ?? 'transform', 'transform', 'staging'] as const;
    const seen = new Set<string>();
    const entries: PaletteEntry[] = [];
    for (const table of order) {
      for (const column of card.tables.find(({ name }) => name === table)?.columns ?? []) {
        if (column.isExtra || seen.has(column.name)) continue;
        seen.add(column.name);
        entries.push({
          id: `column ${column.name}`,
          label: column.name,
          detail: `${column.meaning[language]} · ${t('columnOf', { table: words(table) })}`,
          section: t('columns'),
          shortcut: null,
          keywords: column.meaning[language],
          run: () => {
            if (table !== shown) goTo({ kind: 'table', workspace, table, view: null, row: null });
            requestColumn({ workspace, table, column: column.name });
          },
        });
      }
    }
    return entries;
  }, [card, workspace, shown, language, t, words]);
}

/** A pasted link leads to its view. */
function useLinkEntries(query: string): readonly PaletteEntry[] {
  const t = useWords(paletteWords);
  return useMemo(() => {
    const [hash] = /#\/\S*$/.exec(query.trim()) ?? [];
    if (hash === undefined) return [];
    return [
      {
        id: 'link',
        label: t('followLink'),
        detail: hash,
        section: t('link'),
        shortcut: null,
        keywords: query,
        run: () => goTo(parseRoute(hash)),
      },
    ];
  }, [query, t]);
}
