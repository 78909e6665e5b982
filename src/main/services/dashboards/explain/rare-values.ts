/** A cell that is expected to hold fewer rows than this makes a chi-square test see more than there is. */
const LEAST_EXPECTED = 1;

/** The rows of the part and the rest in each category. */
export interface CategoryCounts {
  readonly part: readonly number[];
  readonly rest: readonly number[];
}

/**
 * The same table with all categories taken together that are so rare that the smaller side is expected to hold less than one
 * row of them (Cochran 1954, Biometrics 10:417-451). One category is left where all are rare: there are too few rows to tell.
 */
export function withRarePooled(part: readonly number[], rest: readonly number[]): CategoryCounts {
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const [inPart, inRest] = [sum(part), sum(rest)];
  const least = (LEAST_EXPECTED * (inPart + inRest)) / Math.min(inPart, inRest);
  const isRare = part.map((count, at) => count + (rest[at] ?? 0) < least);
  const pooled = (counts: readonly number[]): number[] => [
    ...counts.filter((_, at) => isRare[at] === false),
    sum(counts.filter((_, at) => isRare[at] === true)),
  ];
  return { part: pooled(part), rest: pooled(rest) };
}
