import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitsOf, THRESHOLDS_IN_ORDER, type Limits } from '../../src/etl/model/threshold-limits.ts';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import type { Scope, ThresholdAnswer } from '../../src/shared/contract/aggregate.ts';
import type { ColumnFilter } from '../../src/shared/contract/row-selection.ts';
import { blockRecords } from '../../src/shared/row-block-cells.ts';
import { appFixture } from '../helpers/app-fixture.ts';
import { sampleRows, type SampleRow } from '../helpers/sample-rows.ts';

const MOVABLE = THRESHOLDS_IN_ORDER.filter(({ columns }) => columns.length > 0);
const SCORES = MOVABLE.flatMap(({ columns }) => columns);

/** Scores near their limits, missing and given up, and answers that their scores do not explain: a real log has all of them. */
function disturbed(rows: readonly SampleRow[]): SampleRow[] {
  let state = 7;
  const chance = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return rows.map((row) => {
    const changed: Record<string, string | number | null> = { ...row };
    for (const { columns, accepts } of MOVABLE) {
      for (const column of columns) {
        const value = changed[column];
        if (typeof value !== 'number' || chance() < 0.9) continue;
        const { least, most } = limitsOf(accepts);
        const limit = (chance() < 0.5 ? least : most) ?? least ?? most ?? 0;
        const kind = chance();
        if (kind < 0.1) changed[column] = null;
        else if (kind < 0.2 && column.includes('topiq')) changed[column] = -1;
        else if (kind < 0.4) changed[column] = limit;
        else changed[column] = Math.round(limit * (0.9 + chance() * 0.2) * 1000) / 1000;
      }
    }
    return changed;
  });
}

const rows = disturbed(sampleRows({ rows: 1500, seed: 5 }));
const text = (row: SampleRow): Record<string, string> =>
  Object.fromEntries(STAGING_COLUMNS.map(({ name }) => [name, row[name] === null ? '' : String(row[name])]));
const { ask, refusal } = appFixture(() => rows.map(text));

type Limited = Readonly<Record<string, Limits>>;
const fails = (row: SampleRow, column: string, { least, most }: Limits): boolean => {
  const value = row[column];
  if (typeof value !== 'number' || (column.includes('topiq') && value === -1)) return false;
  return (least !== null && value < least) || (most !== null && value > most);
};
const present = SCORES.filter((column) => rows.some((row) => row[column] !== null));

/** Said as the docstring of the contract says it, one transaction at a time. */
function naiveChange(row: SampleRow, limits: Limited): 'none' | 'lost' | 'won' | 'undecided' {
  const after = (name: string, now: Limits): Limits => limits[name] ?? now;
  const judged = MOVABLE.flatMap(({ name, accepts, columns, failsWith }) =>
    columns.map((column) => ({
      failsWith,
      before: fails(row, column, limitsOf(accepts)),
      after: fails(row, column, after(name, limitsOf(accepts))),
    })),
  );
  if (row['summary_status'] === 'ok') return judged.some((one) => one.after && !one.before) ? 'lost' : 'none';
  const isExplained = judged.some((one) => one.before && one.failsWith === row['summary_code']);
  if (!isExplained || judged.some((one) => one.after)) return 'none';
  return present.every((column) => row[column] !== null) ? 'won' : 'undecided';
}

/** An answer that the limits of the catalogue contradict, for one of the moved thresholds. */
function isUnexplained(row: SampleRow, limits: Limited): boolean {
  const failing = (threshold: (typeof MOVABLE)[number]): boolean =>
    threshold.columns.some((column) => fails(row, column, limitsOf(threshold.accepts)));
  const movedOnes = MOVABLE.filter(({ name }) => name in limits);
  if (row['summary_status'] === 'ok') return movedOnes.some(failing);
  const reasons = MOVABLE.filter(({ failsWith }) => failsWith === row['summary_code']);
  return movedOnes.some((threshold) => reasons.includes(threshold)) && !reasons.some(failing);
}

type NaiveChange = ReturnType<typeof naiveChange>;
const byProcess = Map.groupBy(rows, (row) => row['procesoConvenioGuid']);

function naive(selected: readonly SampleRow[], limits: Limited) {
  const changed = (one: Limited) => new Map(rows.map((row) => [row, naiveChange(row, one)]));
  const together = changed(limits);
  const count = (group: readonly SampleRow[], changes: ReadonlyMap<SampleRow, NaiveChange> = together) => {
    const of = (kind: NaiveChange): number => group.filter((row) => changes.get(row) === kind).length;
    const acceptedBefore = group.filter((row) => row['summary_status'] === 'ok').length;
    const [lost, won, undecided] = [of('lost'), of('won'), of('undecided')];
    return { n: group.length, acceptedBefore, acceptedAfter: acceptedBefore - lost + won, lost, won, undecided };
  };
  const processes = new Set(selected.map((row) => row['procesoConvenioGuid']));
  const certain = { saved: 0, added: 0 };
  const possible = { saved: 0, added: 0 };
  let all = 0;
  for (const process of processes) {
    const attempts = byProcess.get(process ?? null) ?? [];
    all += attempts.length;
    const before = attempts.findIndex((row) => row['summary_status'] === 'ok');
    const changes = attempts.map((row) => together.get(row));
    const passes = attempts.map((row, at) =>
      row['summary_status'] === 'ok' ? changes[at] !== 'lost' : changes[at] === 'won',
    );
    const madeAnyway = before < 0 ? attempts.length - 1 : before;
    const tally = (first: number, into: { saved: number; added: number }): void => {
      if (first >= 0 && first < madeAnyway) into.saved += attempts.slice(first + 1, madeAnyway + 1).length;
      if (first < 0 && before >= 0) into.added += 1;
    };
    tally(passes.indexOf(true), certain);
    tally(
      passes.findIndex((pass, at) => pass || changes[at] === 'undecided'),
      possible,
    );
  }
  const byClient = Map.groupBy(selected, (row) => row['convenio']);
  return {
    overall: count(selected),
    unexplained: selected.filter((row) => isUnexplained(row, limits)).length,
    byClient: new Map([...byClient].map(([client, group]) => [client, count(group)])),
    byThreshold: new Map(
      Object.entries(limits).map(([name, own]) => [name, count(selected, changed({ [name]: own }))]),
    ),
    retries: {
      processes: processes.size,
      attempts: all,
      ...certain,
      savedIfUndecidedPass: possible.saved,
      addedIfUndecidedPass: possible.added,
    },
  };
}

const scoped = (scope: Scope): readonly SampleRow[] => {
  if (scope === 'all') return rows;
  const order = scope === 'first-attempts' ? rows.toReversed() : rows;
  return [...new Map(order.map((row) => [row['procesoConvenioGuid'], row])).values()];
};

const limitOf = (least: number | null, most: number | null): fc.Arbitrary<Limits> => {
  const near = (value: number | null): fc.Arbitrary<number | null> =>
    value === null
      ? fc.constant(null)
      : fc.oneof(fc.constant(null), fc.constant(value), fc.double({ min: value * 0.8, max: value * 1.2, noNaN: true }));
  return fc
    .record({ least: near(least), most: near(most) })
    .filter((one) => one.least === null || one.most === null || one.least <= one.most);
};
const moved: fc.Arbitrary<Limited> = fc
  .subarray([...MOVABLE])
  .chain((some) =>
    fc.tuple(
      ...some.map(({ name, accepts }) => {
        const { least, most } = limitsOf(accepts);
        return limitOf(least, most).map((limits) => [name, limits] as const);
      }),
    ),
  )
  .map((pairs) => Object.fromEntries(pairs));
const clients = [...new Set(rows.map((row) => String(row['convenio'])))];
const read = (
  limits: Limited,
  scope: Scope = 'all',
  filters: ColumnFilter[] = [],
  examples = 0,
): Promise<ThresholdAnswer> =>
  ask('dashboard.thresholds', { limits, scope, selection: { filters, search: '' }, examples });

describe('dashboard.thresholds', () => {
  it('counts what a naive recount of the rows counts, whatever is moved and selected', async () => {
    await fc.assert(
      fc.asyncProperty(
        moved,
        fc.constantFrom<Scope>('all', 'without-retries', 'first-attempts'),
        fc.subarray(clients),
        async (limits, scope, chosen) => {
          const filters: ColumnFilter[] =
            chosen.length === 0 ? [] : [{ kind: 'values', column: 'convenio', values: chosen, exclude: false }];
          const answer = await read(limits, scope, filters, 1000);
          const selected = scoped(scope).filter(
            (row) => chosen.length === 0 || chosen.includes(String(row['convenio'])),
          );
          const isMoved = ([name, own]: readonly [string, Limits]): boolean => {
            const accepts = MOVABLE.find((threshold) => threshold.name === name)?.accepts;
            const now = accepts === undefined ? own : limitsOf(accepts);
            return now.least !== own.least || now.most !== own.most;
          };
          const expected = naive(selected, Object.fromEntries(Object.entries(limits).filter(isMoved)));
          expect(answer.overall).toEqual(expected.overall);
          expect(answer.unexplained).toBe(expected.unexplained);
          expect(answer.undecided).toBe(expected.overall.undecided);
          expect(new Map(answer.byClient.map(({ client, ...figures }) => [client, figures]))).toEqual(
            expected.byClient,
          );
          expect(new Map(answer.byThreshold.map(({ threshold, ...figures }) => [threshold, figures]))).toEqual(
            expected.byThreshold,
          );
          expect(answer.retries).toEqual(expected.retries);
          expect(answer.retriesSaved).toBe(expected.retries.saved - expected.retries.added);
          for (const example of blockRecords(answer.examples)) {
            const row = rows[Number(example['row']) - 1];
            if (row === undefined) throw new Error('no such row');
            expect(naiveChange(row, limits)).toBe(example['change']);
            expect(row[String(example['column'])]).toBe(example['score']);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('changes nothing where no limit is moved', async () => {
    const answer = await read(Object.fromEntries(MOVABLE.map(({ name, accepts }) => [name, limitsOf(accepts)])));
    expect(answer).toMatchObject({
      overall: { n: rows.length, lost: 0, won: 0, undecided: 0 },
      byThreshold: [],
      retriesSaved: 0,
      unexplained: 0,
    });
  });

  it('loses nobody when limits are loosened, and wins nobody when they are tightened', async () => {
    const open = Object.fromEntries(MOVABLE.map(({ name }) => [name, { least: null, most: null }]));
    const loosened = await read(open);
    expect(loosened.overall.lost).toBe(0);
    expect(loosened.overall.won).toBeGreaterThan(0);
    expect(loosened.retries.added).toBe(0);
    const tightened = await read({ liqe_thr: { least: 3, most: null }, topiq_thr: { least: 0.6, most: null } });
    expect(tightened.overall).toMatchObject({ won: 0, undecided: 0 });
    expect(tightened.overall.lost).toBeGreaterThan(0);
    expect(tightened.retriesSaved + tightened.retries.added).toBe(0);
  });

  it('names the transactions that change, the score that decides and no more than asked for', async () => {
    const { examples, overall } = await read({ liqe_thr: { least: 3, most: null } }, 'all', [], 5);
    const found = blockRecords(examples);
    expect(overall.lost).toBeGreaterThan(5);
    expect(found).toHaveLength(5);
    for (const one of found) {
      expect(one).toMatchObject({ change: 'lost', threshold: 'liqe_thr' });
      expect(Number(one['score'])).toBeGreaterThanOrEqual(1.3);
      expect(Number(one['score'])).toBeLessThan(3);
    }
  });

  it('refuses a threshold that it does not know, limits the wrong way round and a score that is not in the log', async () => {
    const refused = (limits: Limited) =>
      refusal('dashboard.thresholds', { limits, scope: 'all', selection: { filters: [], search: '' } });
    expect(await refused({ liqe: { least: 1, most: null } })).toMatchObject({ code: 'USAGE' });
    expect(await refused({ contrast_range: { least: 90, most: 20 } })).toMatchObject({ code: 'USAGE' });
    expect(await refused({ geometry_neural_threshold: { least: 0.1, most: null } })).toMatchObject({ code: 'USAGE' });
  });
});
