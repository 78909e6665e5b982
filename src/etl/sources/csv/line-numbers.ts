/**
 * Tells the line of a record from its ordinal where every record is one line: the lines after the header, without the
 * `skipped` ones (ascending line numbers of empty lines and of records that were put aside).
 */
export function lineNumbers(skipped: readonly number[]): (ordinal: number) => number {
  const HEADER_LINES = 1;
  return (ordinal) => {
    const unskipped = ordinal + HEADER_LINES + 1;
    // skipped[k] - k is the line that record would have without the k skipped lines before it: never descending.
    let low = 0;
    let high = skipped.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((skipped[middle] ?? 0) - middle <= unskipped) low = middle + 1;
      else high = middle;
    }
    return unskipped + low;
  };
}
