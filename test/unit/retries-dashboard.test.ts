import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AggregateQuery } from '../../src/shared/contract/aggregate.ts';
import type { RowBlock } from '../../src/shared/contract/row-block.ts';
import type { FindingVoice } from '../../src/shared/dashboards/finding-voice.ts';
import {
  abandonmentFinding,
  attemptsFinding,
  curveFinding,
  flowFinding,
  longestFinding,
  personsFinding,
  repeatFinding,
  sizesFinding,
  slowestCurve,
} from '../../src/shared/dashboards/retries-findings.ts';
import {
  acceptanceCurves,
  attemptRates,
  busyPersons,
  clientFigures,
  dailyCourse,
  longProcesses,
  overallFigures,
  sizeCounts,
  timeToShare,
  type AcceptanceCurve,
} from '../../src/shared/dashboards/retries-answers.ts';
import { retryFlow } from '../../src/shared/dashboards/retries-flow.ts';
import { RETRIES_QUERIES, acceptanceCurveQuery, processQueries } from '../../src/shared/dashboards/retries-queries.ts';
import { refusalFates, retryShares, stepsOf, type Step } from '../../src/shared/dashboards/retries-steps.ts';
import { spanText } from '../../src/shared/dashboards/span-text.ts';
import { anyColumn, type BlockCell } from '../../src/shared/row-block-cells.ts';

const voiceOf = (language: 'en' | 'es'): FindingVoice => {
  const number = (value: number, digits = 0): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits, useGrouping: 'always' }).format(value);
  return { language, number, percent: (share, digits = 1) => `${number(share * 100, digits)} %` };
};
const en = voiceOf('en');
const es = voiceOf('es');

function block(rows: readonly Readonly<Record<string, BlockCell>>[]): RowBlock {
  const names = [...new Set(rows.flatMap(Object.keys))];
  return {
    rows: rows.length,
    columns: names.map((name) =>
      anyColumn(
        name,
        rows.map((row) => row[name] ?? null),
      ),
    ),
  };
}

const OK = { description: 'antispoofing OK', outcome: 'accepted' } as const;
const BLUR = { description: 'blur/haze', outcome: 'capture' } as const;
const HAT = { description: 'hat', outcome: 'capture' } as const;
const SPOOF = { description: 'spoof image', outcome: 'attack' } as const;

/** 100 processes: 60 accepted at once (5 go on), 40 refused for blur: 20 then accepted, 10 blurred again, 2 meet a hat, 8 give up. */
const FIRST: readonly Step[] = [
  { attempt: 1, from: OK, to: null, n: 55 },
  { attempt: 1, from: OK, to: OK, n: 5 },
  { attempt: 1, from: BLUR, to: OK, n: 20 },
  { attempt: 1, from: BLUR, to: BLUR, n: 10 },
  { attempt: 1, from: BLUR, to: HAT, n: 2 },
  { attempt: 1, from: BLUR, to: null, n: 8 },
];
const SECOND: readonly Step[] = [
  { attempt: 2, from: OK, to: null, n: 25 },
  { attempt: 2, from: BLUR, to: OK, n: 4 },
  { attempt: 2, from: BLUR, to: null, n: 6 },
  { attempt: 2, from: HAT, to: SPOOF, n: 2 },
];

describe('the questions of the page about retries', () => {
  it('are valid, each with its own time after which a process is abandoned', () => {
    for (const { query } of Object.values(RETRIES_QUERIES)) expect(() => AggregateQuery.parse(query)).not.toThrow();
    expect(processQueries(5).overall.query).toMatchObject({ abandonedAfterSeconds: 300 });
    expect(acceptanceCurveQuery(true).without).toEqual(['convenio']);
  });
});

describe('what an answer says of processes', () => {
  const row = {
    client: 'convenio_1',
    n: 10,
    first_accepted: 4,
    finally_accepted: 8,
    recovered: 5,
    failed_first: 6,
    abandoned: 2,
    closed: 9,
    returned_late: 1,
    attempts: 25,
    attempts_p95: 6,
    attempts_max: 7,
  };

  it('is each share of its own base', () => {
    expect(overallFigures(block([row]))).toMatchObject({
      n: 10,
      mean: 2.5,
      p95: 6,
      most: 7,
      firstTry: { k: 4, n: 10 },
      final: { k: 8, n: 10 },
      recovery: { k: 5, n: 6 },
      abandonment: { k: 2, n: 9 },
      returnedLate: 1,
    });
    expect(overallFigures(block([]))).toMatchObject({ n: 0, mean: null, abandonment: { rate: null } });
  });

  it('puts the client with most processes first', () => {
    const clients = clientFigures(block([row, { ...row, client: null, n: 30 }]));
    expect(clients.map(({ client }) => client)).toEqual([null, 'convenio_1']);
  });

  it('leaves no number of attempts out between one and ten', () => {
    const sizes = sizeCounts(
      block([
        { size: 1, n: 5, finally_accepted: 4 },
        { size: 10, n: 2, finally_accepted: 0 },
      ]),
    );
    expect(sizes.map(({ n }) => n)).toEqual([5, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(sizeCounts(block([]))).toEqual([]);
    expect(sizesFinding(sizes, en)).toBe('28.6 % of processes take more than one attempt');
    expect(sizesFinding(sizes.slice(0, 1), es)).toBe('Ningún proceso tiene más de un intento');
  });

  it('takes the first attempts of a day for the processes that began on it', () => {
    const course = dailyCourse(
      block([
        { day: '2025-01-08', attempt: 1, n: 4, accepted: 3 },
        { day: '2025-01-08', attempt: 2, n: 9, accepted: 9 },
        { day: '2025-01-10', attempt: 1, n: 2, accepted: 0 },
      ]),
    );
    expect(course).toEqual({ begun: [4, 0, 2], firstTry: [0.75, null, 0] });
  });

  it('lists processes and persons only where there is more than one', () => {
    expect(longProcesses(block([{ attempts: 3, accepted: true }, { attempts: 1 }]))).toHaveLength(1);
    expect(
      busyPersons(
        block([
          { person: 'd1', processes: 2 },
          { person: 'd2', processes: 1 },
        ]),
      ),
    ).toHaveLength(1);
  });
});

describe('what followed what', () => {
  it('is read with its outcome; the end of a process is no answer', () => {
    const steps = stepsOf(
      block([
        { attempt: 1, from: 'hat', from_outcome: 'capture', to: null, to_outcome: null, last: true, n: 3 },
        { attempt: 1, from: 'hat', from_outcome: 'capture', to: null, to_outcome: null, last: false, n: 2 },
      ]),
    );
    expect(steps).toEqual([
      { attempt: 1, from: HAT, to: null, n: 3 },
      { attempt: 1, from: HAT, to: { description: null, outcome: null }, n: 2 },
    ]);
  });

  it('tells for each reason whether it repeats, helps or ends the process', () => {
    expect(refusalFates([...FIRST, ...SECOND])).toMatchObject([
      { answer: BLUR, n: 50, accepted: 24, same: 10, other: 2, none: 14, repeats: { k: 10, n: 36 } },
      { answer: HAT, n: 2, other: 2, repeats: { k: 0, n: 2 } },
    ]);
    expect(retryShares([...FIRST, ...SECOND])).toMatchObject({
      repeated: { k: 10, n: 38 },
      helped: { k: 24, n: 38 },
      needless: { k: 5, n: 137 },
    });
  });

  it('flows from answer to answer, acceptance on top, rare refusals together, and those who gave up apart', () => {
    const { nodes, links } = retryFlow([...FIRST, ...SECOND], 1);
    const name = ({ state, attempt }: (typeof nodes)[number]): string =>
      `${attempt} ${state.kind === 'answer' ? state.answer.description : state.kind}`;
    expect(nodes.map((node) => [name(node), node.n])).toEqual([
      ['1 antispoofing OK', 60],
      ['1 blur/haze', 40],
      ['2 antispoofing OK', 25],
      ['2 blur/haze', 10],
      ['2 others', 2],
      ['2 gave-up', 8],
      ['3 antispoofing OK', 4],
      ['3 others', 2],
      ['3 gave-up', 6],
    ]);
    expect(links.map(({ from, to, n }) => [name(from), name(to), n])).toEqual([
      ['1 antispoofing OK', '2 antispoofing OK', 5],
      ['1 blur/haze', '2 antispoofing OK', 20],
      ['1 blur/haze', '2 blur/haze', 10],
      ['1 blur/haze', '2 others', 2],
      ['1 blur/haze', '2 gave-up', 8],
      ['2 blur/haze', '3 antispoofing OK', 4],
      ['2 blur/haze', '3 gave-up', 6],
      ['2 others', '3 others', 2],
    ]);
  });

  it('loses nobody on the way: what comes into a node is what it counts', () => {
    const answer = fc.constantFrom(OK, BLUR, HAT, SPOOF);
    const walks = fc.array(fc.array(answer, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(walks, fc.nat(3), (processes, most) => {
        const steps = processes.flatMap((answers): Step[] =>
          answers
            .slice(0, 3)
            .map((from, index) => ({ attempt: index + 1, from, to: answers[index + 1] ?? null, n: 1 })),
        );
        const { nodes, links } = retryFlow(steps, most);
        for (const node of nodes.filter(({ attempt }) => attempt > 1)) {
          const into = links.filter(({ to }) => to === node).reduce((sum, { n }) => sum + n, 0);
          expect(into).toBe(node.n);
        }
        const first = nodes.filter(({ attempt }) => attempt === 1).reduce((sum, { n }) => sum + n, 0);
        expect(first).toBe(processes.length);
      }),
    );
  });

  it('says what becomes of a refused first attempt, and which reason repeats', () => {
    expect(flowFinding(FIRST, en)).toBe(
      'After a refused first attempt 50 % are accepted at the second and 20 % give up',
    );
    expect(flowFinding(FIRST.slice(0, 2), en)).toBeNull();
    const fates = refusalFates([
      { attempt: 0, from: BLUR, to: BLUR, n: 80 },
      { attempt: 0, from: BLUR, to: OK, n: 20 },
      { attempt: 0, from: HAT, to: HAT, n: 10 },
      { attempt: 0, from: HAT, to: OK, n: 90 },
    ]);
    expect(repeatFinding(fates, en)).toBe(
      '“blur/haze” repeats most: 80 % of 100 retries meet it again, of the others 10 %',
    );
    expect(repeatFinding(fates.slice(0, 1), es)).toContain('ninguno más de lo que explica el azar');
    expect(repeatFinding([], en)).toBeNull();
  });
});

describe('the curve of acceptance', () => {
  const point = (seconds: number, accepted: number, atRisk = 100): AcceptanceCurve['points'][number] => ({
    seconds,
    accepted,
    low: null,
    high: null,
    atRisk,
    ofAll: accepted,
  });
  const curve: AcceptanceCurve = {
    client: null,
    points: [point(0, 0.65), point(40, 0.8), point(125, 0.9), point(9000, 0.97)],
  };

  it('tells when a share was reached', () => {
    expect(timeToShare(curve, 0.5)).toBe(0);
    expect(timeToShare(curve, 0.9)).toBe(125);
    expect(timeToShare(curve, 0.99)).toBeNull();
    expect(curveFinding(curve, en)).toBe('80 % of those who persist are accepted within 40 s');
    expect(curveFinding({ client: null, points: [] }, en)).toBeNull();
  });

  it('is one for each client where split', () => {
    const curves = acceptanceCurves(
      block([
        { client: 'a', seconds: 0, accepted: 0.5, low: 0.4, high: 0.6, at_risk: 10, of_all: 0.5 },
        { client: null, seconds: 0, accepted: 1, low: null, high: null, at_risk: 3, of_all: 1 },
      ]),
    );
    expect(curves.map(({ client, points }) => [client, points.length])).toEqual([
      ['a', 1],
      [null, 1],
    ]);
    expect(curves[1]?.points[0]).toMatchObject({ low: null, high: null, atRisk: 3 });
  });

  it('names the client that is slowest, or never gets there', () => {
    const other = { client: 'b', points: [point(0, 0.9)] };
    expect(slowestCurve([{ ...curve, client: 'a' }, other], en)).toBe('a takes longest to reach 90 %: 2 min 5 s');
    expect(slowestCurve([{ client: 'a', points: [point(0, 0.2)] }, other], en)).toBe('a never reaches 90 %');
    expect(slowestCurve([curve], en)).toBeNull();
  });
});

describe('findings', () => {
  it('compare the second attempt with the first only beyond chance', () => {
    const rates = (k: number): ReturnType<typeof attemptRates> =>
      attemptRates(
        block([
          { attempt: 2, n: 100, accepted: k },
          { attempt: 1, n: 100, accepted: 50 },
        ]),
      );
    expect(attemptsFinding(rates(80), en)).toBe('Second attempts fare better: 80 % against 50 %');
    expect(attemptsFinding(rates(20), es)).toBe('Los segundos intentos van peor: 20 % frente a 50 %');
    expect(attemptsFinding(rates(52), en)).toContain('as first ones do');
    expect(attemptsFinding([], en)).toBeNull();
  });

  it('name who loses most people, the longest process and the busiest person', () => {
    const clients = clientFigures(
      block([
        { client: 'a', n: 100, closed: 100, abandoned: 40 },
        { client: 'b', n: 100, closed: 100, abandoned: 5 },
      ]),
    );
    expect(abandonmentFinding(clients, en)).toBe('At a most give up: 40 % (n 100), elsewhere 5 %');
    const processes = longProcesses(block([{ process: 'p1', attempts: 2000, seconds: 712_072 }]));
    expect(longestFinding(processes, 14_654, en)).toBe('p1 alone made 2,000 attempts in 8 d 5 h: 13.6 % of all');
    expect(longestFinding(processes, 1_000_000, en)).toBe('p1 made most attempts: 2,000 in 8 d 5 h');
    expect(longestFinding([], 10, en)).toBeNull();
    const persons = busyPersons(block([{ person: 'd1', processes: 17, accepted: 15 }]));
    expect(personsFinding(persons, es)).toBe('d1 inició 17 procesos, aceptados el 88,2 %');
  });

  it('write spans of time in their two largest units', () => {
    expect([0.42, 38.4, 59.7, 125, 3600, 17_254.9, 712_072].map((seconds) => spanText(seconds, en))).toEqual([
      '0.4 s',
      '38 s',
      '1 min',
      '2 min 5 s',
      '1 h',
      '4 h 47 min',
      '8 d 5 h',
    ]);
  });
});
