import type { TableProfile, TimestampDetail } from '../../../../shared/contract/profile.ts';
import type { ColourToken } from '../../../../shared/design-tokens/colour-tokens.ts';
import type { Chart } from '../structure/report-structure.ts';
import { dataTable } from './data-table.ts';
import type { DescribeContext } from './describe-context.ts';

const STEPS = [
  'heat-0',
  'heat-1',
  'heat-2',
  'heat-3',
  'heat-4',
  'heat-5',
  'heat-6',
] as const satisfies readonly ColourToken[];

/** The profile of the dates, where the table has any. */
export function timestampDetail(profile: TableProfile): TimestampDetail | null {
  return profile.columns.map(({ detail }) => detail).find((detail) => detail.kind === 'timestamp') ?? null;
}

/** The least count of each step above empty: equal steps in the square root, so that quiet hours can be told apart too. */
function lowerBounds(most: number): readonly number[] {
  const bounds = STEPS.slice(1).map((_, index) => Math.max(1, Math.ceil(most * (index / (STEPS.length - 1)) ** 2)));
  return bounds.filter((bound, index) => bounds.indexOf(bound) === index);
}

/** Rows by weekday and hour. */
export function describeClock({ profile, format, words }: DescribeContext): Chart | null {
  const detail = timestampDetail(profile);
  const counts = detail?.byWeekdayAndHour ?? [];
  const most = Math.max(0, ...counts.flat());
  if (most === 0) return null;
  const bounds = lowerBounds(most);
  const classOf = (count: number): number => bounds.findLastIndex((bound) => count >= bound) + 1;
  const busiest = counts.findIndex((hours) => hours.includes(most));
  const caption = words.charts.clockCaption(
    profile.table,
    format.count(counts.flat().reduce((sum, count) => sum + count, 0)),
  );
  const weekdays = counts.map((_, index) => format.weekday(index + 1));
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour));
  return {
    id: 'chart-clock',
    title: words.charts.clockTitle(
      weekdays[busiest] ?? '',
      format.hour(counts[busiest]?.indexOf(most) ?? 0),
      format.counted(most),
    ),
    caption,
    description: caption,
    legend: [
      { label: '0', colour: STEPS[0], mark: 'square' },
      ...bounds.map((bound, index) => ({
        label: words.charts.cell(
          format.count(bound),
          format.count(Math.max(bound, (bounds[index + 1] ?? most + 1) - 1)),
        ),
        colour: STEPS[index + 1] ?? STEPS[0],
        mark: 'square' as const,
      })),
    ],
    picture: {
      kind: 'heat-grid',
      columns: hours,
      rows: counts.map((row, index) => ({ label: weekdays[index] ?? '', classes: row.map(classOf) })),
      steps: STEPS,
    },
    table: dataTable(
      [words.charts.weekday],
      hours,
      counts.map((row, index) => [weekdays[index] ?? '', ...row.map(format.count)]),
    ),
    notes: [],
    width: 'full',
  };
}
