import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AggregateQuery, SCOPES, type AggregateQueryInput, type Scope } from '../../src/shared/contract/aggregate.ts';
import type { RowSelection } from '../../src/shared/contract/row-selection.ts';
import { blockRecords } from '../../src/shared/row-block-cells.ts';
import { busiestPersonsSql } from '../../src/etl/dashboards/busiest-persons-sql.ts';
import { longestProcessesSql } from '../../src/etl/dashboards/longest-processes-sql.ts';
import { processesSql } from '../../src/etl/dashboards/process-sql.ts';
import { timeToAcceptanceSql } from '../../src/etl/dashboards/time-to-acceptance-sql.ts';
import { transitionsSql } from '../../src/etl/dashboards/transitions-sql.ts';
import { SCOPE_SQL } from '../../src/etl/dashboards/selected-sql.ts';
import { openColumns } from '../../src/main/engine/columns/open-columns.ts';
import { answerQuery } from '../../src/main/services/dashboards/aggregate.ts';
import type { WorkspaceColumns } from '../../src/main/engine/columns/workspace-columns.ts';
import { processFigures } from '../../src/main/services/figures/process-figures.ts';
import { valueOrThrow } from '../../src/shared/result.ts';
import { selectionOf } from '../../src/main/services/figures/selection.ts';
import { lensOf, type StagingRow } from '../helpers/lens-fixture.ts';
import { processesOf, recountProcesses, type Answered, type CountedAttempt } from '../helpers/process-recount.ts';

type Lens = Awaited<ReturnType<typeof lensOf>>;

const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const ANSWERS: readonly StagingRow[] = [
  { summary_code: 1400, summary_desc: 'antispoofing OK', summary_status: 'ok' },
  { summary_code: 2000, summary_desc: 'db OK', summary_status: 'ok' },
  { summary_code: 1402, summary_desc: 'spoof image', summary_status: 'error' },
  { summary_code: 302, summary_desc: 'blur/haze', summary_status: 'error' },
  { summary_code: 101, summary_desc: 'internal error', summary_status: 'error' },
  { summary_code: 7777, summary_desc: 'internal error', summary_status: 'error' },
  { summary_code: null, summary_desc: null, summary_status: null },
];

const dates = fc.oneof(
  oneOf('2025-01-08 22:49:46.404000-05:00', '2025-01-09 03:49:46.404000+00:00'),
  fc
    .record({ hour: oneOf('00', '00', '00', '07', '23'), minute: fc.nat(59), second: fc.nat(59) })
    .map(({ hour, minute, second }) => {
      const two = (value: number): string => String(value).padStart(2, '0');
      return `2025-01-09 ${hour}:${two(minute)}:${two(second)}.250000-05:00`;
    }),
);

const row: fc.Arbitrary<StagingRow> = fc
  .record({
    answer: oneOf(...ANSWERS),
    rest: fc.record({
      file_token: fc.constant('tok'),
      convenio: oneOf('convenio_1', 'convenio_2', 'convenio_10', null),
      procesoConvenioGuid: oneOf('p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', null),
      documento: oneOf('d1', 'd2', 'd3', '', null),
      date: dates,
    }),
  })
  .map(({ answer, rest }) => ({ ...answer, ...rest }));

const QUERIES: readonly AggregateQueryInput[] = [
  { kind: 'processes', by: [] },
  { kind: 'processes', by: ['client'], abandonedAfterSeconds: 600 },
  { kind: 'processes', by: ['attempts'], abandonedAfterSeconds: 0.5 },
  { kind: 'processes', by: ['last_description', 'first_description'], abandonedAfterSeconds: 20_000 },
  { kind: 'transitions', attempts: 2 },
  { kind: 'transitions', together: true },
  { kind: 'time-to-acceptance' },
  { kind: 'time-to-acceptance', split: 'client' },
  { kind: 'longest-processes', limit: 1000 },
  { kind: 'longest-processes', limit: 3 },
  { kind: 'busiest-persons', limit: 1000 },
  { kind: 'busiest-persons', limit: 2 },
];

function columnsOf(lens: Lens): Promise<WorkspaceColumns> {
  const kept = new Map<string, object>();
  let state: Parameters<Parameters<typeof openColumns>[0]['state']['set']>[0] | undefined;
  return openColumns({
    lens,
    stamp: 'test',
    signal: new AbortController().signal,
    onProgress: () => undefined,
    state: { get: () => state, set: (made) => (state = made) },
    kept: { get: (key) => kept.get(key), set: (key, value) => void kept.set(key, value) },
    alone: (work) => work(),
  });
}

function statement(query: AggregateQuery, selected: string): string {
  switch (query.kind) {
    case 'processes':
      return processesSql(query, selected);
    case 'transitions':
      return transitionsSql(query, selected);
    case 'time-to-acceptance':
      return timeToAcceptanceSql(query, selected);
    case 'longest-processes':
      return longestProcessesSql(query, selected);
    case 'busiest-persons':
      return busiestPersonsSql(query, selected);
    default:
      throw new Error(`${query.kind} is not about processes`);
  }
}

/** Numbers to nine digits: a product, an exponential of a sum and an interpolation differ in the last ones. */
const steady = (rows: readonly Answered[]): readonly Answered[] =>
  rows.map((one) =>
    Object.fromEntries(
      Object.entries(one).map(([name, value]) => [name, typeof value === 'number' ? Number(value.toFixed(9)) : value]),
    ),
  );

/** A curve keeps some of its steps; a list is cut at its limit. */
const isPartial = (query: AggregateQuery): boolean => query.kind === 'time-to-acceptance' || 'limit' in query;

interface Chosen {
  readonly scope: Scope;
  readonly clients: readonly string[] | null;
  readonly attempt: number | null;
}

const chosen: fc.Arbitrary<Chosen> = fc.record({
  scope: oneOf(...SCOPES),
  clients: oneOf(null, ['convenio_2'], ['convenio_1', ''], ['nobody']),
  attempt: oneOf(null, null, 2),
});

function selectionFor({ clients, attempt }: Chosen): RowSelection {
  return {
    filters: [
      ...(clients === null
        ? []
        : [{ kind: 'values' as const, column: 'convenio', values: [...clients], exclude: false }]),
      ...(attempt === null ? [] : [{ kind: 'range' as const, column: 'x_attempt_number', from: attempt, to: attempt }]),
    ],
    search: '',
  };
}

function selects({ scope, clients, attempt }: Chosen, one: CountedAttempt): boolean {
  if (scope === 'without-retries' && !one.isLast) return false;
  if (scope === 'first-attempts' && one.number !== 1) return false;
  if (clients !== null && !clients.includes(String(one.row['convenio'] ?? ''))) return false;
  return attempt === null || one.number === attempt;
}

describe('questions about processes', () => {
  it('have the same answers while a range is dragged as when it stands still', async () => {
    const move = fc.tuple(fc.nat(59), fc.nat(59)).map(([one, other]) => [Math.min(one, other), Math.max(one, other)]);
    const small = fc.nat(20).chain((from) => fc.constantFrom([from, from + 39], [from + 1, from + 39]));
    const cases = fc.record({
      rows: fc.array(row, { minLength: 20, maxLength: 60 }),
      moves: fc.array(fc.oneof(move, small), { minLength: 3, maxLength: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ rows, moves }) => {
        const lens = await lensOf(rows);
        try {
          const columns = await columnsOf(lens);
          for (const [from = 0, to = 0] of moves) {
            const filters = [{ kind: 'range' as const, column: 'date_minute', from, to }];
            const asked = { workspace: '', scope: 'all' as const, selection: { filters, search: '' } };
            const dragged = await columns.mask(asked, [], 'date_minute');
            const still = await columns.mask(asked);
            expect([dragged.isSteady, still.isSteady]).toEqual([false, true]);
            for (const query of QUERIES.map((input) => AggregateQuery.parse(input)))
              expect(blockRecords(await answerQuery(columns, dragged, query))).toEqual(
                blockRecords(await answerQuery(columns, still, query)),
              );
          }
        } finally {
          lens.close();
        }
      }),
      { numRuns: 8 },
    );
  });

  it('are answered as by a naive recount and by their SQL, under any filters and scope', async () => {
    const cases = fc
      .array(row, { minLength: 1, maxLength: 40 })
      .chain((rows) => fc.record({ rows: fc.constant(rows), some: fc.array(chosen, { minLength: 2, maxLength: 2 }) }));
    await fc.assert(
      fc.asyncProperty(cases, async ({ rows, some }) => {
        const lens = await lensOf(rows);
        try {
          const columns = await columnsOf(lens);
          const all = processesOf(rows);
          for (const one of [{ scope: 'all', clients: null, attempt: null } as const, ...some]) {
            const mask = await columns.mask({ workspace: '', scope: one.scope, selection: selectionFor(one) });
            const ids = all
              .flat()
              .filter((attempt) => selects(one, attempt))
              .map(({ id }) => id);
            const selected = `"id" IN (${['-1', ...ids].join(', ')})`;
            for (const query of QUERIES.map((input) => AggregateQuery.parse(input))) {
              const block = steady(blockRecords(await answerQuery(columns, mask, query)));
              const bySql = steady(await lens.rows(statement(query, selected)));
              expect(block).toEqual(bySql);
              const recounted = steady(recountProcesses(query, all, (attempt) => selects(one, attempt)));
              if (isPartial(query)) expect(recounted).toEqual(expect.arrayContaining([...block]));
              else expect(new Set(block)).toEqual(new Set(recounted));
              if (!('limit' in query)) continue;
              expect(block).toHaveLength(Math.min(query.limit, recounted.length));
              const most = (list: readonly Answered[]): unknown[] =>
                list.map((item) => Number(item['processes'] ?? item['attempts'])).toSorted((a, b) => b - a);
              expect(most(block)).toEqual(most(recounted).slice(0, query.limit));
            }
          }
        } finally {
          lens.close();
        }
      }),
      { numRuns: 8, plugins: [fc.interruptAfterTimeLimit(50_000)] },
    );
  }, 90_000);
});

describe('while a range is dragged', () => {
  it('the processes are those of the range at that moment', async () => {
    const hours = ['07', '08', '09', '10', '11', '12'];
    const lens = await lensOf(
      hours.map((hour, index) => ({
        ...ANSWERS[index % 4],
        procesoConvenioGuid: `p${index % 4}`,
        date: `2025-01-09 ${hour}:00:00.000000-05:00`,
      })),
    );
    try {
      const columns = await columnsOf(lens);
      for (const [from, to] of [
        [8, 9],
        [8, 12],
        [11, 11],
        [8, 9],
        [0, 6],
      ] as const) {
        const filters = [{ kind: 'range' as const, column: 'date_hour', from, to }];
        const selection = { workspace: '', scope: 'all' as const, selection: { filters, search: '' } };
        const query = { kind: 'processes' as const, by: [], abandonedAfterSeconds: 1 };
        const brushed = await answerQuery(columns, await columns.mask(selection, [], 'date_hour'), query);
        const plain = await answerQuery(columns, await columns.mask(selection), query);
        expect(blockRecords(brushed)).toEqual(blockRecords(plain));
      }
    } finally {
      lens.close();
    }
  });
});

describe('the questions and the figures', () => {
  const answers = [0, 3, 3, 0, 2, 0, 4, 0, 0, 3, 1, 5, 6, 3, 0, 2, 2, 0];
  const rows = answers.map((answer, index) => ({
    ...ANSWERS[answer],
    convenio: index % 4 === 3 ? 'convenio_2' : 'convenio_1',
    procesoConvenioGuid: index % 7 === 6 ? null : `p${Math.floor(index / 2.5)}`,
    date: `2025-01-09 10:${String(index + 10)}:00.000000-05:00`,
  }));
  let lens: Lens;
  beforeAll(async () => {
    lens = await lensOf(rows);
  });
  afterAll(() => lens.close());

  it.each([
    { filters: [], where: [] },
    {
      filters: [{ kind: 'values' as const, column: 'convenio', values: ['convenio_2'], exclude: false }],
      where: [{ column: 'convenio', value: 'convenio_2' }],
    },
  ])('agree on what a process is, what was accepted and what recovered: $where', async ({ filters, where }) => {
    const columns = await columnsOf(lens);
    for (const [scope, table] of [
      ['all', 'transform'],
      ['without-retries', 'no_retries'],
    ] as const) {
      const figures = await processFigures(lens, valueOrThrow(selectionOf({ table, where })));
      const mask = await columns.mask({ workspace: '', scope, selection: { filters, search: '' } });
      const ask = async (by: ('client' | 'attempts')[]): Promise<readonly Answered[]> =>
        blockRecords(await answerQuery(columns, mask, { kind: 'processes', by, abandonedAfterSeconds: 1800 }));
      const shared = (one: Answered | undefined): unknown => ({
        firstTry: { n: one?.['n'], k: one?.['first_accepted'] },
        final: { k: one?.['finally_accepted'] },
        recovery: { n: one?.['failed_first'], k: one?.['recovered'] },
        attempts: {
          n: one?.['n'],
          mean: Number(one?.['attempts']) / Number(one?.['n']),
          p50: one?.['attempts_p50'],
          p95: expect.closeTo(Number(one?.['attempts_p95']), 9) as unknown,
          max: one?.['attempts_max'],
        },
      });
      expect(SCOPE_SQL[scope] === null).toBe(table === 'transform');
      const [overall] = await ask([]);
      expect(figures.overall).toMatchObject(shared(overall) as object);
      const byClient = await ask(['client']);
      expect(byClient).toHaveLength(figures.byClient.length);
      for (const one of byClient)
        expect(figures.byClient.find(({ client }) => client === one['client'])).toMatchObject(shared(one) as object);
      const sizes = await ask(['attempts']);
      for (const { from, to, n } of figures.distribution) {
        const inClass = sizes.filter(({ size }) => Number(size) >= from && Number(size) <= (to ?? Infinity));
        expect(inClass.reduce((sum, one) => sum + Number(one['n']), 0)).toBe(n);
      }
    }
  });
});
