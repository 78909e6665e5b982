import type { CardColumn, ModelCard } from '../../../../shared/contract/model-card.ts';
import type { BlockCell } from '../../../../shared/row-block-cells.ts';

/** On which image a microservice worked: one of the two, or the pair of them. */
export type Lane = 'near' | 'far' | 'pair';

/** The time that a microservice took in one lane, in milliseconds; null where it was not logged. */
export interface TimelineBar {
  readonly service: string;
  readonly lane: Lane;
  /** Where the bar is drawn: the times before it in its lane. Not a measured start. */
  readonly start: number;
  readonly queue: number | null;
  readonly execution: number | null;
}

/** The times of a transaction, stacked in pipeline order per image. Milliseconds. */
export interface Timeline {
  readonly bars: readonly TimelineBar[];
  /** Microservices in pipeline order; `isExecuted` false where no time of it was logged. */
  readonly services: readonly { readonly name: string; readonly isExecuted: boolean }[];
  /** Wall time; null where it was not logged. */
  readonly total: number | null;
  /** Sum of all times of all microservices. */
  readonly sum: number;
  /** Wall time less the sum: negative where near and far were worked on side by side. */
  readonly other: number | null;
  /** The longest of the lanes, with the work on the pair after both. */
  readonly longest: number;
}

/** Stacks the times of a transaction's staging row. */
export function timelineLayout(
  services: ModelCard['microservices'],
  columns: readonly CardColumn[],
  staging: Readonly<Record<string, BlockCell>>,
): Timeline {
  const times = new Map<string, number | null>();
  for (const { name, kind, microservice, side, timing } of columns) {
    if (kind !== 'duration' || microservice === null || timing === null) continue;
    times.set(`${microservice} ${side ?? 'pair'} ${timing}`, numberOf(staging[name]));
  }
  const ends: Record<Lane, number> = { near: 0, far: 0, pair: 0 };
  const bars: TimelineBar[] = [];
  const lay = (service: string, lane: Lane): void => {
    const queue = times.get(`${service} ${lane} queue`) ?? null;
    const execution = times.get(`${service} ${lane} execution`) ?? null;
    if (queue === null && execution === null) return;
    bars.push({ service, lane, start: ends[lane], queue, execution });
    ends[lane] += Math.max(0, queue ?? 0) + Math.max(0, execution ?? 0);
  };
  for (const { name, images } of services) {
    if (images === 'each') {
      lay(name, 'near');
      lay(name, 'far');
      ends.pair = Math.max(ends.near, ends.far);
    } else {
      lay(name, 'pair');
      ends.near = ends.pair;
      ends.far = ends.pair;
    }
  }
  const sum = bars.reduce((all, { queue, execution }) => all + (queue ?? 0) + (execution ?? 0), 0);
  const total = numberOf(staging['total_time_ms']);
  return {
    bars,
    services: services.map(({ name }) => ({ name, isExecuted: bars.some(({ service }) => service === name) })),
    total,
    sum,
    other: total === null ? null : total - sum,
    longest: Math.max(ends.near, ends.far, ends.pair),
  };
}

/** Round marks from 0 to at least `end`, at most `most` steps apart. */
export function axisMarks(end: number, most = 5): readonly number[] {
  if (!(end > 0)) return [0];
  const rough = end / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, index) => index * step);
}

function numberOf(value: BlockCell | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
