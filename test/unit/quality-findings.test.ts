import { describe, expect, it } from 'vitest';
import type { ThresholdAnswer } from '../../src/shared/contract/aggregate.ts';
import type { FindingVoice } from '../../src/shared/dashboards/finding-voice.ts';
import type { KeyedCounts } from '../../src/shared/dashboards/quality-answers.ts';
import {
  gapFinding,
  mismatchFinding,
  padClientFinding,
  padDayFinding,
  shareBeyond,
  thresholdFinding,
} from '../../src/shared/dashboards/quality-findings.ts';
import { QUALITY_MEASURES } from '../../src/shared/dashboards/quality-measures.ts';
import { proportion } from '../../src/shared/statistics/proportion.ts';

const voice = (language: 'en' | 'es'): FindingVoice => ({
  language,
  number: (value, digits = 0) => String(Number(value.toFixed(digits))),
  percent: (share, digits = 1) => `${(share * 100).toFixed(digits)} %`,
});
const english = voice('en');
const counts = (key: string | null, rejected: number, reached: number): KeyedCounts => ({
  key,
  n: reached,
  accepted: 0,
  reached,
  rejected,
  refused: 0,
});

describe('findings about PAD rejects', () => {
  it('name the client that stands out, with its n and the others', () => {
    const clients = [counts('a', 50, 1000), counts('b', 400, 1000), counts(null, 1, 40)];
    expect(padClientFinding(clients, english)).toBe(
      'b stands out: PAD rejects 40.0 % of what reaches it (n 1000), of the others 4.9 %',
    );
    expect(padClientFinding(clients, voice('es'))).toContain('b destaca');
  });

  it('say so where none stands out, and nothing where nothing is known', () => {
    expect(padClientFinding([counts('a', 50, 1000), counts('b', 52, 1000)], english)).toContain('no client more than');
    expect(padClientFinding([counts('a', 3, 5)], english)).toBeNull();
    expect(padDayFinding([], (day) => day, english)).toBeNull();
  });

  it('name the day with most', () => {
    const days = [counts('2025-01-01', 10, 500), counts('2025-01-02', 200, 500)];
    expect(padDayFinding(days, (day) => `<${day}>`, english)).toContain('peak on <2025-01-02>: 40.0 %');
  });
});

describe('findings about images', () => {
  const none = { n: 0, accepted: 0, reached: 0, rejected: 0, refused: 0 };

  it('compare PAD rejects of images that differ with those that do not, where there are enough', () => {
    const mismatch = { aspect: proportion(100, 1000), resolution: proportion(5, 1000) };
    const outcome = {
      same: { ...none, reached: 900, rejected: 90 },
      differs: { ...none, reached: 100, rejected: 60 },
    };
    expect(mismatchFinding(mismatch, outcome, english)).toContain('PAD rejects 60.0 %; where they agree, 10.0 %');
    expect(mismatchFinding(mismatch, { same: outcome.same, differs: none }, english)).toContain(
      'in 100 and in resolution class in 5 of 1000',
    );
    expect(mismatchFinding({ aspect: proportion(0, 0), resolution: proportion(0, 0) }, outcome, english)).toBeNull();
  });

  it('tell the share of scores beyond limits', () => {
    const spread = { edges: [0, 1, 2, 3], groups: { accepted: [], quality: [1, 2, 1], pad: [], other: [] } };
    const beyond = (least: number | null, most: number | null): number | null =>
      shareBeyond(
        { ...spread, totals: { accepted: 0, quality: 4, pad: 0, other: 0 }, n: 4, gaveUp: 0 },
        spread.groups.quality,
        { least, most },
      );
    expect(beyond(1, null)).toBe(0.25);
    expect(beyond(1, 2)).toBe(0.5);
    expect(beyond(null, null)).toBe(0);
  });

  it('compare distances of near and far score', () => {
    const [liqe] = QUALITY_MEASURES;
    if (liqe === undefined) throw new Error('no measure');
    const accepted = { n: 10, p50: 0.5, p95: 1.5 };
    expect(gapFinding(liqe, accepted, { n: 4, p50: 0.9, p95: 2 }, english)).toContain('0.5 apart');
    expect(gapFinding(liqe, accepted, { n: 0, p50: null, p95: null }, english)).toContain('up to 0.5 apart in half');
    expect(gapFinding(liqe, { n: 0, p50: null, p95: null }, accepted, english)).toBeNull();
  });
});

describe('what moved thresholds would do', () => {
  const change = { n: 100, acceptedBefore: 60, acceptedAfter: 50, lost: 12, won: 2, undecided: 0 };
  const answer = (undecided: number, retriesSaved: number): ThresholdAnswer => ({
    overall: { ...change, undecided },
    byClient: [],
    byThreshold: [{ ...change, threshold: 'liqe_thr' }],
    retriesSaved,
    retries: {
      processes: 50,
      attempts: 100,
      saved: 0,
      added: 0,
      savedIfUndecidedPass: 0,
      addedIfUndecidedPass: 0,
    },
    undecided,
    unexplained: 0,
    examples: { rows: 0, columns: [] },
    milliseconds: 1,
  });

  it('is one figure where all is known, and a range where some is not', () => {
    expect(thresholdFinding(answer(0, 0), english)).toBe('Acceptance goes from 60.0 % to 50.0 %');
    expect(thresholdFinding(answer(5, -7), english)).toBe(
      'Acceptance goes from 60.0 % to between 50.0 % and 55.0 %; 7 retries are added',
    );
    expect(thresholdFinding(answer(0, 1), english)).toContain('1 retry is saved');
    expect(thresholdFinding(answer(0, 1), voice('es'))).toContain('se ahorra 1 reintento');
  });

  it('is nothing where no limit is moved', () => {
    expect(thresholdFinding({ ...answer(0, 0), byThreshold: [] }, english)).toBeNull();
  });
});
