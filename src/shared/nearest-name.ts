/** Letters and digits only, in lower case, so that `Proceso_Convenio_GUID` is as near as can be to `procesoConvenioGuid`. */
const essence = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Least number of inserted, deleted, replaced or swapped neighbouring characters that makes `left` into `right`. */
export function editDistance(left: string, right: string): number {
  let twoBack: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current[column] = Math.min(
        (previous[column] ?? Infinity) + 1,
        (current[column - 1] ?? Infinity) + 1,
        (previous[column - 1] ?? Infinity) + (same ? 0 : 1),
        swapped ? (twoBack[column - 2] ?? Infinity) + 1 : Infinity,
      );
    }
    twoBack = previous;
    previous = current;
  }
  return previous[right.length] ?? 0;
}

/** Shorter than this, a text is part of too many names to mean one. */
const LEAST_PART = 4;

/**
 * The name that `wanted` was probably meant to be, whatever its case and separators: the one that takes the fewest
 * edits, up to a third of it, the first of equals; else the shortest that holds all of it; else `null`.
 */
export function nearestName(wanted: string, names: readonly string[]): string | null {
  const meant = essence(wanted).slice(0, 100);
  let nearest: string | null = null;
  let least = Math.floor(meant.length / 3) + 1;
  for (const name of names) {
    const distance = editDistance(meant, essence(name));
    if (distance < least) [nearest, least] = [name, distance];
  }
  if (nearest !== null || meant.length < LEAST_PART) return nearest;
  const holding = names.filter((name) => essence(name).includes(meant));
  return holding.toSorted((a, b) => a.length - b.length)[0] ?? null;
}
