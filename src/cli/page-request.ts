import type { Scope } from '../shared/contract/aggregate.ts';
import type { RowCondition } from '../shared/contract/figures.ts';
import { EVERY_ROW, type RowSelection } from '../shared/contract/row-selection.ts';
import type { DashboardPageName } from '../shared/dashboards/declared-query.ts';
import { nearestName } from '../shared/nearest-name.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { printable } from '../shared/text/text-table.ts';
import type { CommandLine } from './command-line.ts';

/** Which page of the dashboards a command is about, and under which filters. */
export interface PageRequest {
  readonly page: DashboardPageName;
  readonly scope: Scope;
  readonly selection: RowSelection;
}

/** Conditions as filters: the same column again is an alternative, nothing means missing. */
export function selectionOf(where: readonly RowCondition[]): RowSelection {
  const columns = Map.groupBy(where, ({ column }) => column);
  return {
    ...EVERY_ROW,
    filters: [...columns].map(([column, conditions]) => ({
      kind: 'values',
      column,
      values: conditions.map(({ value }) => value),
      exclude: false,
    })),
  };
}

/** The saved view of that name. */
export async function savedView(
  { app, signal }: CommandLine,
  workspace: string,
  name: string,
): Promise<Result<PageRequest>> {
  const saved = await app.invoke('views.read', { workspace }, { signal });
  if (!saved.ok) return saved;
  const { views } = saved.value;
  const view = views.find((known) => known.name === name.trim());
  if (view !== undefined) return ok(view);
  const names = views.map((known) => known.name);
  const nearest = nearestName(name, names);
  return err(
    'USAGE',
    `The workspace has no view ${printable(name)}.`,
    names.length === 0
      ? 'It has no saved view; the dashboards in the window save them.'
      : `${nearest === null ? '' : `Did you mean ${printable(nearest)}? `}Its views: ${names.map(printable).join(', ')}.`,
  );
}
