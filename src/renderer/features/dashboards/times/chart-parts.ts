import type { Format } from '../../../i18n/use-format.ts';

/** Which point a tooltip or a label of ECharts is about: of an axis it is told of all series at once. */
export function dataIndexOf(item: unknown): number {
  const [first] = Array.isArray(item) ? (item as readonly unknown[]) : [item];
  const index = (first as { readonly dataIndex?: unknown } | undefined)?.dataIndex;
  return typeof index === 'number' ? index : -1;
}

/** An axis of milliseconds or counts, with few steps. */
export function numberAxis({ number }: Format): Record<string, unknown> {
  return {
    type: 'value',
    splitNumber: 4,
    axisLabel: { formatter: (value: number) => number(value, 2), hideOverlap: true },
  };
}

/** CSS pixels in which the name of every microservice has room. */
const NAME_WIDTH = 116;

/** An axis of names from top to bottom, one for every bar. */
export function nameAxis(names: readonly string[], width = NAME_WIDTH): Record<string, unknown> {
  return {
    type: 'category',
    inverse: true,
    data: [...names],
    axisLabel: { interval: 0, width, overflow: 'truncate' },
  };
}

/** How strongly a microservice is drawn: others than the one that is looked at are pale. */
export function lookOpacity(lookedAt: string | null, name: string | null): number {
  return lookedAt === null || lookedAt === name ? 1 : 0.35;
}

/** A time in milliseconds without its unit; a dash where there is none. */
export function timeText(format: Format, time: number | null, digits = 0): string {
  return time === null ? '–' : format.number(time, digits);
}

/** A time in milliseconds with its unit; a dash where there is none. */
export function msText(format: Format, time: number | null, digits = 0): string {
  return time === null ? '–' : `${format.number(time, digits)} ms`;
}

/** A relative change with its sign: `+2.2 %`, `−0.4 %`. */
export function signedPercent(format: Format, change: number, digits = 1): string {
  const text = format.percent(Math.abs(change), digits);
  if (change === 0) return text;
  return `${change > 0 ? '+' : '−'}${text}`;
}
