/** What moved thresholds do to one transaction. */
export const CHANGES = ['none', 'lost', 'won', 'undecided'] as const;
export type Change = (typeof CHANGES)[number];

/** A change as a number, for columns of them. */
export const CHANGE_CODE = { none: 0, lost: 1, won: 2, undecided: 3 } as const satisfies Record<Change, number>;
export type ChangeCode = (typeof CHANGE_CODE)[Change];

/**
 * What a moved set of thresholds does to a transaction. Each judged score has a bit. `fails`: scores beyond the limits of
 * the catalogue; `failsMoved`: scores of `moved` columns beyond their new limits; `reason`: the columns of the thresholds
 * whose code is the answer. A score that is missing, or that its service gave up on, fails nothing.
 *
 * - **lost**: the log accepts it, and a score that passed its limit fails the new one. A score that was beyond its limit and
 *   accepted all the same shows that the limit did not decide then, so a new one does not either.
 * - cleared: the log refuses it with the code of thresholds of which a score explains the refusal, and once the limits
 *   are moved no known score fails. Then it is **won** if every check ran, and **undecided** if the pipeline ended before
 *   (`isWhole` false): nobody knows what the later checks would have said.
 */
export function changeOf(
  accepted: boolean,
  isWhole: boolean,
  reason: number,
  fails: number,
  moved: number,
  failsMoved: number,
): ChangeCode {
  if (accepted) return (failsMoved & ~fails) === 0 ? CHANGE_CODE.none : CHANGE_CODE.lost;
  const isCleared = (fails & reason) !== 0 && ((fails & ~moved) | failsMoved) === 0;
  if (!isCleared) return CHANGE_CODE.none;
  return isWhole ? CHANGE_CODE.won : CHANGE_CODE.undecided;
}

/** Whether the catalogue's limits cannot explain the answer, seen from the moved columns. */
export function isUnexplained(accepted: boolean, reason: number, fails: number, moved: number): boolean {
  return accepted ? (fails & moved) !== 0 : (reason & moved) !== 0 && (fails & reason) === 0;
}
