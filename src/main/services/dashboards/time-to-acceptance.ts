import type { RowBlock } from '../../../shared/contract/row-block.ts';
import { numberColumn, textColumn } from '../../../shared/row-block-cells.ts';
import { KaplanMeier, survivalInterval, type SurvivalState } from '../../../shared/statistics/kaplan-meier.ts';
import { PROCESS_FACETS_SQL, type QueryOf } from '../../../etl/dashboards/process-sql.ts';
import { acceptanceStep, timeStep } from '../../../etl/dashboards/time-to-acceptance-sql.ts';
import type { Codes } from '../../engine/columns/coded-column.ts';
import { combinedCodes } from '../../engine/columns/combined-codes.ts';
import { NumberCoder } from '../../engine/columns/number-coder.ts';
import type { RowMask } from '../../engine/columns/row-mask.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';
import {
  EVER_ACCEPTED,
  processFacts,
  processTexts,
  processTimes,
  type ProcessCodes,
  type ProcessFacts,
} from './process-facts.ts';
import { processMask } from './process-mask.ts';

/** Answers `time-to-acceptance`. */
export async function timeToAcceptance(
  columns: WorkspaceColumns,
  mask: RowMask,
  { split }: QueryOf<'time-to-acceptance'>,
): Promise<RowBlock> {
  const facts = await processFacts(columns);
  const clients = split === null ? null : await clientsOf(columns);
  const ways = await leavings(columns, facts, clients);
  const { codes, starts, timeSteps, accepted } = ways;
  const size = timeSteps.length;
  const counts = columns.tally(processMask(mask, facts), { name: ways.name, cells: null, codes, width: size, size });
  const steps = Array.from({ length: starts.length - 1 }, (_, group) => {
    const [from, to] = [starts[group] ?? 0, starts[group + 1] ?? 0];
    let n = 0;
    for (let place = from; place < to; place += 1) n += counts[place] ?? 0;
    const curve = new AcceptanceCurve(n);
    for (let place = from; place < to; place += 1) {
      const leaving = counts[place] ?? 0;
      if (leaving > 0) curve.leave(ways.seconds[place] ?? 0, timeSteps[place] ?? 0, leaving, accepted[place] === 1);
    }
    return curve.end().map((step) => ({ ...step, group, interval: survivalInterval(step) }));
  }).flat();
  const each = (name: string, value: (step: (typeof steps)[number]) => number | null): RowBlock['columns'][number] =>
    numberColumn(name, steps.map(value));
  const client =
    clients === null
      ? []
      : [
          textColumn(
            'client',
            steps.map(({ group }) => clients.values[group] ?? null),
          ),
        ];
  return {
    rows: steps.length,
    columns: [
      ...client,
      each('seconds', ({ seconds }) => seconds),
      each('accepted', ({ survival }) => 1 - survival),
      each('low', ({ interval }) => (interval === null ? null : 1 - interval.high)),
      each('high', ({ interval }) => (interval === null ? null : 1 - interval.low)),
      each('at_risk', ({ atRisk }) => atRisk),
      each('of_all', ({ ofAll }) => ofAll),
    ],
  };
}

/** The ways in which processes leave observation, by group, then by time. */
interface Leavings {
  /** Names what a tally of them counts. */
  readonly name: string;
  /** Way of each process. */
  readonly codes: Codes;
  /** Where the ways of each group begin, and at last how many there are. */
  readonly starts: Uint32Array;
  readonly seconds: Float64Array;
  /** `timeStep` of the seconds. */
  readonly timeSteps: Float64Array;
  /** 1 where a process leaves because it was accepted. */
  readonly accepted: Uint32Array;
}

/** Made once for a state of the workspace. */
function leavings(
  columns: WorkspaceColumns,
  { count, accepted }: ProcessFacts,
  clients: ProcessCodes | null,
): Promise<Leavings> {
  const name = clients === null ? 'leavings' : 'leavings by client';
  return columns.kept(
    name,
    async () => {
      const { waited } = await processTimes(columns);
      const coder = new NumberCoder(count);
      const isAccepted = new Uint8Array(count);
      for (let process = 0; process < count; process += 1) {
        coder.set(process, waited[process] ?? 0);
        isAccepted[process] = ((accepted[process] ?? 0) & EVER_ACCEPTED) === 0 ? 0 : 1;
      }
      const times = coder.finish();
      const groups = clients === null ? 1 : clients.missing + 1;
      const { codes, parts } = combinedCodes([
        ...(clients === null ? [] : [{ codes: clients.codes, size: groups }]),
        { codes: times.codes, size: times.missing + 1 },
        { codes: isAccepted, size: 2 },
      ]);
      const [ofAccepted = new Uint32Array(), ofTime = new Uint32Array(), ofGroup] = parts.toReversed();
      const starts = new Uint32Array(groups + 1);
      for (let way = 0; way < ofTime.length; way += 1) {
        const group = ofGroup?.[way] ?? 0;
        starts[group + 1] = (starts[group + 1] ?? 0) + 1;
      }
      for (let group = 0; group < groups; group += 1)
        starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
      const seconds = Float64Array.from(ofTime, (time) => times.values[time] ?? 0);
      const stepOf = times.values.map(timeStep);
      const timeSteps = Float64Array.from(ofTime, (time) => stepOf[time] ?? 0);
      return { name, codes, starts, seconds, timeSteps, accepted: ofAccepted };
    },
    ({ codes, seconds, accepted: { byteLength } }) => codes.byteLength + seconds.byteLength * 2 + byteLength,
  );
}

function clientsOf(columns: WorkspaceColumns): Promise<ProcessCodes> {
  const { of } = PROCESS_FACETS_SQL.client;
  if (of === null) throw new Error('the client is a column');
  return processTexts(columns, of.expression, of.attempt);
}

/** A step of a curve. */
interface Step extends SurvivalState {
  readonly seconds: number;
  readonly atRisk: number;
  readonly ofAll: number;
}

/** One curve, made of processes that leave observation in the order of time. */
class AcceptanceCurve {
  readonly #n: number;
  readonly #estimate: KaplanMeier;
  readonly #steps: Step[] = [];
  #seconds = 0;
  #timeStep = 0;
  #events = 0;
  #censored = 0;
  #accepted = 0;
  #last: Step | undefined;
  #time = Number.NaN;
  #share = Number.NaN;

  constructor(n: number) {
    this.#n = n;
    this.#estimate = new KaplanMeier(n);
  }

  leave(seconds: number, timeOf: number, processes: number, accepted: boolean): void {
    if (seconds !== this.#seconds) this.#close();
    this.#seconds = seconds;
    this.#timeStep = timeOf;
    if (accepted) this.#events += processes;
    else this.#censored += processes;
  }

  end(): readonly Step[] {
    this.#close();
    if (this.#last !== undefined && this.#last !== this.#steps.at(-1)) this.#steps.push(this.#last);
    return this.#steps;
  }

  /** Of steps that fall in the same place the first stays, and the last of the curve. */
  #close(): void {
    const [events, censored] = [this.#events, this.#censored];
    const { atRisk } = this.#estimate;
    this.#estimate.step(events, censored);
    this.#events = 0;
    this.#censored = 0;
    if (events === 0) return;
    this.#accepted += events;
    const { survival, sum } = this.#estimate;
    const [time, share] = [this.#timeStep, acceptanceStep(1 - survival)];
    this.#last = { seconds: this.#seconds, survival, sum, atRisk, ofAll: this.#accepted / this.#n };
    if (time === this.#time && share === this.#share) return;
    this.#time = time;
    this.#share = share;
    this.#steps.push(this.#last);
  }
}
