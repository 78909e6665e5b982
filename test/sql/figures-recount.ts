import type { Figures, FiguresRequest, Mean, ProcessFigures, Proportion } from '../../src/shared/contract/figures.ts';
import type { StagingRow } from '../helpers/lens-fixture.ts';
import {
  FILTERABLE,
  PAD_CODES,
  PAD_STAGE,
  SERVICES,
  accepted,
  aspect,
  attemptsOf,
  day,
  hour,
  imageClass,
  instant,
  known,
  numberOf,
  outcome,
  sum,
  textOf,
  timeOf,
  weekday,
  type Attempt,
  type Part,
} from './figures-attempt.ts';

const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : sum(values) / values.length);
const least = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.min(...values));
const most = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.max(...values));

function quantile(values: readonly number[], q: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const place = q * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}

function share(k: number, n: number): Proportion {
  if (n === 0) return { n, k, rate: null, low: null, high: null };
  // Wilson's bounds as the roots of (p - x)^2 = z^2 x (1 - x) / n.
  const z = 1.959963984540054 ** 2;
  const [a, b, c] = [1 + z / n, -2 * (k / n) - z / n, (k / n) ** 2];
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  return { n, k, rate: k / n, low: k === 0 ? 0 : (-b - root) / (2 * a), high: k === n ? 1 : (-b + root) / (2 * a) };
}

function groups<T, K>(
  items: readonly T[],
  key: (item: T) => K,
): readonly { readonly key: K; readonly of: readonly T[] }[] {
  const found = new Map<string, { key: K; of: T[] }>();
  for (const item of items) {
    const id = JSON.stringify(key(item));
    const group = found.get(id) ?? { key: key(item), of: [] };
    group.of.push(item);
    found.set(id, group);
  }
  return [...found.values()];
}

function processFigures(processes: readonly (readonly Attempt[])[]): ProcessFigures {
  const first = (process: readonly Attempt[]): boolean =>
    process.some((attempt) => attempt.number === 1 && accepted(attempt));
  const failed = processes.filter((process) => !first(process));
  const sizes = processes.map((process) => process.length);
  return {
    firstTry: share(processes.filter(first).length, processes.length),
    final: share(
      processes.filter((process) => process.some((one) => one.final && accepted(one))).length,
      processes.length,
    ),
    recovery: share(failed.filter((process) => process.some(accepted)).length, failed.length),
    attempts: {
      n: sizes.length,
      mean: mean(sizes),
      p50: quantile(sizes, 0.5),
      p95: quantile(sizes, 0.95),
      max: most(sizes),
    },
  };
}

const clientOf = (attempt: Attempt): string | null => textOf(attempt.row, 'convenio');

/** Every list in no particular order: compare it sorted. */
export function recount(
  rows: readonly StagingRow[],
  { table, where }: FiguresRequest,
): Omit<Figures, 'scope'> & { readonly scope: object } {
  const all = attemptsOf(rows);
  const columns = groups(where, ({ column }) => column);
  const scope = all.filter(
    (attempt) =>
      (table === 'transform' || attempt.final) &&
      columns.every(({ key, of }) => of.some(({ value }) => FILTERABLE[key]?.(attempt) === value)),
  );
  const n = scope.length;
  const by = <K>(key: (attempt: Attempt) => K): readonly { key: K; of: readonly Attempt[] }[] => groups(scope, key);
  const ok = (of: readonly Attempt[]): Proportion => share(of.filter(accepted).length, of.length);
  const failures = (of: readonly Attempt[]): Proportion =>
    share(of.filter(({ row }) => outcome(row) === 'system').length, of.length);
  const inPad = ({ row }: Attempt): boolean =>
    PAD_STAGE.some((service) => timeOf(row, service, 'all') !== null) ||
    PAD_CODES.includes(numberOf(row, 'summary_code') ?? -1);
  const rejects = (of: readonly Attempt[]): Proportion =>
    share(of.filter(({ row }) => outcome(row) === 'attack').length, of.filter(inPad).length);
  const processes = groups(
    all.filter(({ process }) => scope.some((attempt) => attempt.process === process)),
    ({ process }) => process,
  ).map(({ of }) => of);
  const inTime = scope.toSorted((a, b) => instant(a.row) - instant(b.row) || a.id - b.id);
  const totals = scope.filter(({ row }) => numberOf(row, 'total_time_ms') !== null);
  const total = known(scope.map(({ row }) => numberOf(row, 'total_time_ms')));
  const serviceTime = ({ row }: Attempt, service: string): number => timeOf(row, service, 'all') ?? 0;
  const other = totals.map(
    (attempt) =>
      (numberOf(attempt.row, 'total_time_ms') ?? 0) - sum(SERVICES.map((service) => serviceTime(attempt, service))),
  );
  const ofTotal = (part: number): number | null => (sum(total) === 0 ? null : part / sum(total));
  const average = mean(total) ?? 0;
  const byClass = (classOf: (row: StagingRow) => string | null): Figures['images']['resolution']['near'] =>
    by(({ row }) => ({
      code: numberOf(row, 'summary_code'),
      description: textOf(row, 'summary_desc'),
      class: classOf(row),
    })).map(({ key, of }) => ({ ...key, n: of.length }));
  const sizes = (side: string): Figures['images']['sizes']['near'] =>
    by(({ row }) => ({
      width: numberOf(row, `img_size_${side}_img_width`),
      height: numberOf(row, `img_size_${side}_img_height`),
    })).map(({ key, of }) => ({ ...key, n: of.length }));
  return {
    scope: {
      transactions: n,
      processes: processes.length,
      persons: new Set(scope.map(({ row }) => textOf(row, 'documento')).filter((person) => person !== null)).size,
      clients: new Set(scope.map(clientOf).filter((client) => client !== null)).size,
      localDays: new Set(scope.map(({ row }) => day(row))).size,
      firstDate: inTime[0]?.row['date'] ?? null,
      lastDate: inTime.at(-1)?.row['date'] ?? null,
    },
    volume: {
      byDay: by(({ row }) => day(row)).map(({ key, of }) => ({ day: key, ...ok(of) })),
      byDayAndClient: by((attempt) => ({ day: day(attempt.row), client: clientOf(attempt) })).map(({ key, of }) => ({
        ...key,
        ...ok(of),
      })),
      byClient: by(clientOf).map(({ key, of }) => ({ client: key, n: of.length, share: of.length / n })),
    },
    responses: by(({ row }) => ({
      code: numberOf(row, 'summary_code'),
      description: textOf(row, 'summary_desc'),
      status: textOf(row, 'summary_status'),
      outcome: outcome(row),
    })).map(({ key, of }) => ({ ...key, n: of.length, share: of.length / n })),
    acceptance: {
      overall: ok(scope),
      byClient: by(clientOf).map(({ key, of }) => ({ client: key, ...ok(of) })),
      byAttempt: by((attempt) => Math.min(attempt.number, 10)).map(({ key, of }) => ({ attempt: key, ...ok(of) })),
      byHour: by(({ row }) => hour(row)).map(({ key, of }) => ({ hour: key, ...ok(of) })),
      byWeekday: by(({ row }) => weekday(row)).map(({ key, of }) => ({ weekday: key, ...ok(of) })),
    },
    technicalFailures: {
      overall: failures(scope),
      byClient: by(clientOf).map(({ key, of }) => ({ client: key, ...failures(of) })),
    },
    padRejects: {
      overall: rejects(scope),
      byClient: by(clientOf).map(({ key, of }) => ({ client: key, ...rejects(of) })),
    },
    processes: {
      overall: processFigures(processes),
      byClient: groups(processes, (process) => textOf(process.find(({ final }) => final)?.row ?? {}, 'convenio')).map(
        ({ key, of }) => ({
          client: key,
          ...processFigures(of),
        }),
      ),
      distribution: [1, 2, 3, 4, 5, 10].map((from) => {
        const to = from === 10 ? null : from === 5 ? 9 : from;
        const size = processes.filter(({ length }) => length >= from && length <= (to ?? Infinity)).length;
        return { from, to, n: size, share: processes.length === 0 ? null : size / processes.length };
      }),
      withoutProcessId: processes.filter((process) =>
        process.some(({ row }) => textOf(row, 'procesoConvenioGuid') === null),
      ).length,
    },
    times: {
      microservices: SERVICES.map((service) => {
        const ran = known(scope.map(({ row }) => timeOf(row, service, 'all')));
        const part = (which: Part): Mean => {
          const values = known(scope.map(({ row }) => timeOf(row, service, which)));
          return { n: values.length, mean: mean(values) };
        };
        return {
          name: service,
          meanPerTransaction: mean(scope.map((attempt) => serviceTime(attempt, service))),
          share: ofTotal(sum(totals.map((attempt) => serviceTime(attempt, service)))),
          executed: ran.length,
          meanPerExecuted: mean(ran),
          p50: quantile(ran, 0.5),
          p95: quantile(ran, 0.95),
          p99: null,
          execution: part('execution'),
          queue: service === 'classic_metrics' ? null : part('queue'),
          near: service === 'geometry_check' ? null : part('near'),
          far: service === 'geometry_check' ? null : part('far'),
        };
      }),
      other: {
        n: other.length,
        meanPerTransaction: mean(other),
        share: ofTotal(sum(other)),
        negative: other.filter((value) => value < 0).length,
        min: least(other),
        p50: quantile(other, 0.5),
        p95: quantile(other, 0.95),
        p99: null,
      },
      total: {
        n: total.length,
        mean: mean(total),
        std:
          total.length < 2 ? null : Math.sqrt(sum(total.map((value) => (value - average) ** 2)) / (total.length - 1)),
        min: least(total),
        p25: quantile(total, 0.25),
        p50: quantile(total, 0.5),
        p75: quantile(total, 0.75),
        p95: quantile(total, 0.95),
        p99: null,
        max: most(total),
      },
    },
    images: {
      resolution: { near: byClass((row) => imageClass(row, 'near')), far: byClass((row) => imageClass(row, 'far')) },
      aspectRatio: { near: byClass((row) => aspect(row, 'near')), far: byClass((row) => aspect(row, 'far')) },
      sizes: { near: sizes('near'), far: sizes('far') },
    },
  };
}
