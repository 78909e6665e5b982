import type { RowBlock } from '../../../shared/contract/row-block.ts';
import { numberColumn, textColumn } from '../../../shared/row-block-cells.ts';
import { KaplanMeier, survivalInterval, type SurvivalState } from '../../../shared/statistics/kaplan-meier.ts';
import { PROCESS_FACETS_SQL, type QueryOf } from '../../../etl/dashboards/process-sql.ts';
import { acceptanceStep, timeStep } from '../../../etl/dashboards/time-to-acceptance-sql.ts';
import type { RowMask } from '../../engine/columns/row-mask.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';
import { EVER_ACCEPTED, processFacts, processTexts, processTimes, type ProcessCodes } from './process-facts.ts';
import { processMask } from './process-mask.ts';

/** Answers `time-to-acceptance`. */
export async function timeToAcceptance(
  columns: WorkspaceColumns,
  mask: RowMask,
  { split }: QueryOf<'time-to-acceptance'>,
): Promise<RowBlock> {
  const facts = await processFacts(columns);
  const { waited, byWaited } = await processTimes(columns);
  const clients = split === null ? null : await clientsOf(columns);
  const { bits } = processMask(mask, facts);
  const groups = clients === null ? 1 : clients.missing + 1;
  const groupOf = (process: number): number => clients?.codes[process] ?? 0;
  const sizes = new Uint32Array(groups);
  for (let process = 0; process < facts.count; process += 1)
    if (bits[process] === 1) sizes[groupOf(process)] = (sizes[groupOf(process)] ?? 0) + 1;
  const curves = Array.from(sizes, (n) => new AcceptanceCurve(n));
  for (const process of byWaited) {
    if (bits[process] === 0) continue;
    const accepted = ((facts.accepted[process] ?? 0) & EVER_ACCEPTED) !== 0;
    curves[groupOf(process)]?.leave(waited[process] ?? 0, accepted);
  }
  const steps = curves.flatMap((curve, group) =>
    curve.end().map((step) => ({ ...step, group, interval: survivalInterval(step) })),
  );
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

  leave(seconds: number, accepted: boolean): void {
    if (seconds !== this.#seconds) this.#close();
    this.#seconds = seconds;
    if (accepted) this.#events += 1;
    else this.#censored += 1;
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
    const [time, share] = [timeStep(this.#seconds), acceptanceStep(1 - survival)];
    this.#last = { seconds: this.#seconds, survival, sum, atRisk, ofAll: this.#accepted / this.#n };
    if (time === this.#time && share === this.#share) return;
    this.#time = time;
    this.#share = share;
    this.#steps.push(this.#last);
  }
}
