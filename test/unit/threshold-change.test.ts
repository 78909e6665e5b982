import { describe, expect, it } from 'vitest';
import { balanceOf } from '../../src/main/services/dashboards/thresholds/saved-attempts.ts';
import {
  CHANGE_CODE,
  changeOf,
  isUnexplained,
} from '../../src/main/services/dashboards/thresholds/threshold-change.ts';

const { none, lost, won, undecided } = CHANGE_CODE;
const [LIQE, TOPIQ, PAD] = [1, 2, 4];

/** Of a transaction refused with a code of LIQE and TOPIQ. */
const refused = (fails: number, moved: number, failsMoved: number, isWhole = true): number =>
  changeOf(false, isWhole, LIQE | TOPIQ, fails, moved, failsMoved);
const accepted = (fails: number, moved: number, failsMoved: number): number =>
  changeOf(true, true, 0, fails, moved, failsMoved);

describe('what moved thresholds do to a transaction', () => {
  it('loses an accepted one whose score now lies beyond', () => {
    expect(accepted(0, LIQE, LIQE)).toBe(lost);
    expect(accepted(0, LIQE, 0)).toBe(none);
  });

  it('loses none whose score lay beyond the limit before and was accepted all the same', () => {
    expect(accepted(LIQE, LIQE, LIQE)).toBe(none);
    expect(accepted(LIQE, LIQE | TOPIQ, LIQE | TOPIQ)).toBe(lost);
  });

  it('wins a refused one when all that failed now passes', () => {
    expect(refused(LIQE, LIQE, 0)).toBe(won);
    expect(refused(LIQE | TOPIQ, LIQE | TOPIQ, 0)).toBe(won);
  });

  it('does not win one that fails another threshold, moved or not', () => {
    expect(refused(LIQE | TOPIQ, LIQE, 0)).toBe(none);
    expect(refused(LIQE, LIQE | PAD, PAD)).toBe(none);
  });

  it('leaves a refusal alone that no score explains', () => {
    expect(refused(0, LIQE, 0)).toBe(none);
    expect(refused(PAD, PAD, 0)).toBe(none);
  });

  it('decides nothing where later checks never ran', () => {
    expect(refused(LIQE, LIQE, 0, false)).toBe(undecided);
    expect(refused(LIQE, LIQE, LIQE, false)).toBe(none);
  });
});

describe('answers that the catalogue does not explain', () => {
  it('are acceptances with a failing score, and refusals with a code of which every score passes', () => {
    expect(isUnexplained(true, 0, LIQE, LIQE)).toBe(true);
    expect(isUnexplained(true, 0, LIQE, TOPIQ)).toBe(false);
    expect(isUnexplained(false, LIQE | TOPIQ, 0, LIQE)).toBe(true);
    expect(isUnexplained(false, LIQE | TOPIQ, TOPIQ, LIQE)).toBe(false);
    expect(isUnexplained(false, PAD, 0, LIQE)).toBe(false);
  });
});

describe('attempts saved and added in a process', () => {
  it('saves those after the first that is now accepted, up to the one that was accepted', () => {
    expect(balanceOf(5, 3, 1)).toEqual({ saved: 2, added: 0 });
    expect(balanceOf(5, 4, 4)).toEqual({ saved: 0, added: 0 });
  });

  it('saves all later ones of a process that was never accepted', () => {
    expect(balanceOf(5, -1, 1)).toEqual({ saved: 3, added: 0 });
    expect(balanceOf(1, -1, 0)).toEqual({ saved: 0, added: 0 });
  });

  it('does not count attempts that people made after they were accepted', () => {
    expect(balanceOf(40, 0, 0)).toEqual({ saved: 0, added: 0 });
    expect(balanceOf(40, 0, 7)).toEqual({ saved: 0, added: 0 });
  });

  it('adds one where no attempt is accepted any more', () => {
    expect(balanceOf(3, 2, -1)).toEqual({ saved: 0, added: 1 });
    expect(balanceOf(3, -1, -1)).toEqual({ saved: 0, added: 0 });
  });
});
