import { describe, expect, it } from 'vitest';
import { describeModel } from '../../src/main/services/model/model-card.ts';
import type { BlockCell } from '../../src/shared/row-block-cells.ts';
import { anyColumn } from '../../src/shared/row-block-cells.ts';
import type { RowBlock } from '../../src/shared/contract/row-block.ts';
import { answerGroups } from '../../src/shared/dashboards/answer-group.ts';
import {
  countsBy,
  coverageOf,
  distributionOf,
  mismatchBy,
  mismatchOutcome,
  padRejectRate,
  qualityRefusalRate,
  totalCounts,
  totalMismatch,
} from '../../src/shared/dashboards/quality-answers.ts';
import { contrast, differenceP, standsOut } from '../../src/shared/dashboards/rate-findings.ts';
import { proportion } from '../../src/shared/statistics/proportion.ts';

const groupOf = answerGroups(describeModel().responses);
const block = (names: readonly string[], rows: readonly (readonly BlockCell[])[]): RowBlock => ({
  rows: rows.length,
  columns: names.map((name, at) =>
    anyColumn(
      name,
      rows.map((row) => row[at] ?? null),
    ),
  ),
});

describe('groups of answers', () => {
  it('tell acceptance, refusals for quality and PAD rejects from the rest', () => {
    expect([1400, 302, 306, 1402, 3002, 1403, 406, 202, 301, 9998, null].map(groupOf)).toEqual([
      'accepted',
      'quality',
      'quality',
      'pad',
      'pad',
      'pad',
      'other',
      'other',
      'other',
      'other',
      'other',
    ]);
  });
});

describe('counts of a group query', () => {
  const answer = block(
    ['client', 'code', 'n', 'accepted', 'reached', 'rejected'],
    [
      ['a', 1400, 60, 60, 60, 0],
      ['a', 302, 30, 0, 0, 0],
      ['a', 1402, 10, 0, 10, 10],
      ['b', 406, 5, 0, 0, 0],
      [null, 3002, 1, 0, 1, 1],
    ],
  );

  it('add up over answers', () => {
    const total = totalCounts(answer, groupOf);
    expect(total).toEqual({ n: 106, accepted: 60, reached: 71, rejected: 11, refused: 30 });
    expect(padRejectRate(total)).toMatchObject({ k: 11, n: 71 });
    expect(qualityRefusalRate(total)).toMatchObject({ k: 30, n: 106 });
  });

  it('are kept apart by client, also where there is none', () => {
    const byClient = countsBy(answer, 'client', groupOf);
    expect(byClient.map(({ key, n, rejected, reached }) => [key, n, rejected, reached])).toEqual([
      ['a', 100, 10, 70],
      ['b', 5, 0, 0],
      [null, 1, 1, 1],
    ]);
    expect(padRejectRate(byClient[1] ?? totalCounts(answer, groupOf)).rate).toBeNull();
  });

  it('are none before there is an answer', () => {
    expect(totalCounts(undefined, groupOf).n).toBe(0);
    expect(countsBy(undefined, 'client', groupOf)).toEqual([]);
  });
});

describe('near/far mismatch', () => {
  const pairs = block(
    ['client', 'same_aspect', 'same_class', 'n', 'accepted', 'reached', 'rejected'],
    [
      ['a', true, true, 80, 70, 75, 5],
      ['a', true, false, 10, 5, 8, 3],
      ['a', false, false, 5, 0, 5, 5],
      ['b', null, null, 7, 0, 0, 0],
    ],
  );

  it('is counted among the transactions whose sizes are known', () => {
    expect(totalMismatch(pairs)).toMatchObject({ aspect: { k: 5, n: 95 }, resolution: { k: 15, n: 95 } });
    const [first, second] = mismatchBy(pairs, 'client');
    expect(first).toMatchObject({ key: 'a', aspect: { k: 5, n: 95 } });
    expect(second).toMatchObject({ key: 'b', aspect: { n: 0, rate: null } });
  });

  it('tells what became of those that differ and of those that do not', () => {
    const { same, differs } = mismatchOutcome(pairs, 'same_aspect');
    expect(padRejectRate(same)).toMatchObject({ k: 8, n: 83 });
    expect(padRejectRate(differs)).toMatchObject({ k: 5, n: 5 });
  });
});

describe('the distribution of a score', () => {
  const axis = { from: 0, to: 1, bins: 4 };

  it('is told apart by answer, and what the service gave up on is no score', () => {
    const scores = block(
      ['split', 'from', 'to', 'n'],
      [
        [1400, 0, 0.25, 6],
        [1400, 0.75, 1, 10],
        [302, 0.25, 0.5, 3],
        [306, 0.25, 0.5, 2],
      ],
    );
    const gaveUp = block(
      ['split', 'from', 'to', 'n'],
      [
        [1400, -1, 0, 4],
        [1400, 0, 1, 12],
      ],
    );
    const spread = distributionOf(axis, scores, gaveUp, groupOf);
    expect(spread.edges).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(spread.groups).toMatchObject({ accepted: [2, 0, 0, 10], quality: [0, 5, 0, 0], pad: [0, 0, 0, 0] });
    expect(spread).toMatchObject({ n: 17, gaveUp: 4, totals: { accepted: 12, quality: 5 } });
  });

  it('is empty before there is an answer', () => {
    expect(distributionOf(axis, undefined, undefined, groupOf)).toMatchObject({ n: 0, gaveUp: 0 });
  });
});

describe('coverage', () => {
  it('counts by measure and image who was not judged, and how those were answered', () => {
    const answer = block(
      ['code', 'n', 'score_liqe_near_img', 'score_liqe_far_img'],
      [
        [1400, 10, 10, 10],
        [302, 8, 8, 3],
        [406, 4, 0, 0],
      ],
    );
    const [near, far] = coverageOf(answer, groupOf);
    expect(near).toMatchObject({ n: 22, judged: 18, notJudged: { accepted: 0, quality: 0, other: 4 } });
    expect(far).toMatchObject({ judged: 13, notJudged: { quality: 5, other: 4 } });
  });
});

describe('findings', () => {
  it('single out a group that lies above all others beyond chance', () => {
    const rates = [
      { key: 'a', rate: proportion(50, 100) },
      { key: 'b', rate: proportion(20, 200) },
      { key: 'c', rate: proportion(9, 9) },
    ];
    expect(standsOut(rates)).toMatchObject({ kind: 'stands-out', highest: { key: 'a' }, others: { n: 209 } });
  });

  it('single out none where intervals touch or too little is known', () => {
    const alike = [
      { key: 'a', rate: proportion(12, 100) },
      { key: 'b', rate: proportion(20, 200) },
    ];
    expect(standsOut(alike)).toMatchObject({ kind: 'alike', overall: { k: 32, n: 300 } });
    expect(standsOut([{ key: 'a', rate: proportion(5, 6) }])).toEqual({ kind: 'too-few' });
    expect(standsOut([{ key: 'a', rate: proportion(50, 60) }])).toMatchObject({ kind: 'alike' });
  });

  it('test a difference by the pooled share', () => {
    // z = 0.15 / sqrt(0.225 * 0.775 * 0.02); the probability is math.erfc(z / sqrt(2)) of Python.
    expect(differenceP(proportion(15, 100), proportion(30, 100))).toBeCloseTo(0.011085166380602722, 12);
    expect(differenceP(proportion(0, 10), proportion(0, 10))).toBe(1);
    expect(differenceP(proportion(0, 0), proportion(3, 10))).toBe(1);
  });

  it('compare two rates', () => {
    expect(contrast(proportion(30, 60), proportion(10, 100))).toMatchObject({ kind: 'higher' });
    expect(contrast(proportion(10, 100), proportion(30, 60)).kind).toBe('lower');
    expect(contrast(proportion(10, 100), proportion(12, 100)).kind).toBe('alike');
    expect(contrast(proportion(3, 3), proportion(12, 100)).kind).toBe('too-few');
  });
});
