import { nearestName } from '../../shared/nearest-name.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/** The column of that name; `UNKNOWN_COLUMN` with the nearest name where `table` has none. */
export function knownColumn<Column extends { readonly name: string }>(
  name: string,
  table: string,
  columns: readonly Column[],
): Result<Column> {
  const column = columns.find((known) => known.name === name);
  if (column !== undefined) return ok(column);
  const nearest = nearestName(
    name,
    columns.map((known) => known.name),
  );
  const shown = JSON.stringify(name.slice(0, 80));
  return err(
    'UNKNOWN_COLUMN',
    nearest === null
      ? `${table} has no column ${shown}.`
      : `${table} has no column ${shown}; the nearest is "${nearest}".`,
    nearest === null ? 'The data dictionary lists the columns of every table.' : `Write the name exactly: ${nearest}`,
  );
}
