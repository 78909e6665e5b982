import type { Figures } from '../../src/shared/contract/figures.ts';
import type { StagingRow } from '../helpers/lens-fixture.ts';

export const SERVICES = [
  'accessory_detector',
  'face_detector',
  'liqe',
  'topiq',
  'classic_metrics',
  'as_35_selfies',
  'ibeta2_crops',
  'ibeta2_full',
  'ibeta2_clip',
  'geometry_check',
];
export const PAD_STAGE = ['as_35_selfies', 'ibeta2_crops', 'ibeta2_full', 'ibeta2_clip', 'geometry_check'];
const OUTCOMES: Record<number, Figures['responses'][number]['outcome']> = {
  101: 'system',
  202: 'capture',
  302: 'capture',
  1400: 'accepted',
  1401: 'system',
  1402: 'attack',
  2000: 'pass',
  3002: 'attack',
};
export const PAD_CODES = [1400, 1401, 1402, 1403, 3000, 3001, 3002];
const CLASSES = [
  ['8K', 33177600],
  ['4K', 8847360],
  ['ULTRAHD', 8294400],
  ['FULLHD', 2073600],
  ['HD', 921600],
  ['XGA', 786432],
  ['SD', 307200],
  ['QVGA', 76800],
  ['LOWERSCALES', 0],
] as const;

export interface Attempt {
  readonly id: number;
  readonly row: StagingRow;
  readonly process: string;
  readonly number: number;
  readonly final: boolean;
}

export const textOf = (row: StagingRow, name: string): string | null =>
  row[name] === undefined ? null : (row[name] as string | null);
export const numberOf = (row: StagingRow, name: string): number | null =>
  row[name] === undefined ? null : (row[name] as number | null);
export const known = (values: readonly (number | null)[]): readonly number[] =>
  values.filter((value) => value !== null);
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export type Part = 'execution' | 'queue' | 'near' | 'far' | 'all';

function timeNames(service: string, part: Part): readonly string[] {
  const sides = part === 'near' || part === 'far' ? [part] : ['near', 'far'];
  const kinds =
    part === 'execution' ? ['time_ms'] : part === 'queue' ? ['queue_time_ms'] : ['time_ms', 'queue_time_ms'];
  return kinds
    .filter((kind) => kind === 'time_ms' || service !== 'classic_metrics')
    .flatMap((kind) =>
      service === 'geometry_check' ? [`${kind}_${service}`] : sides.map((side) => `${kind}_${service}_${side}_img`),
    );
}

/** Missing where no part is known. */
export function timeOf(row: StagingRow, service: string, part: Part): number | null {
  const parts = known(timeNames(service, part).map((name) => numberOf(row, name)));
  return parts.length === 0 ? null : sum(parts);
}

export function imageClass(row: StagingRow, side: string): string | null {
  const [width, height] = [numberOf(row, `img_size_${side}_img_width`), numberOf(row, `img_size_${side}_img_height`)];
  if (width === null || height === null) return null;
  return CLASSES.find(([, pixels]) => width * height >= pixels)?.[0] ?? null;
}

export function aspect(row: StagingRow, side: string): string | null {
  const [width, height] = [numberOf(row, `img_size_${side}_img_width`), numberOf(row, `img_size_${side}_img_height`)];
  if (width === null || height === null) return null;
  return width === height ? 'SQUARE' : width > height ? 'LANDSCAPE' : 'PORTRAIT';
}

export const day = (row: StagingRow): string => String(row['date']).slice(0, 10);
export const hour = (row: StagingRow): number => Number(String(row['date']).slice(11, 13));
export const weekday = (row: StagingRow): number => new Date(`${day(row)}T12:00:00Z`).getUTCDay() || 7;
export const instant = (row: StagingRow): number => Date.parse(String(row['date']).replace(' ', 'T'));
export const accepted = ({ row }: Attempt): boolean => row['summary_status'] === 'ok';
export const outcome = (row: StagingRow): Figures['responses'][number]['outcome'] =>
  OUTCOMES[numberOf(row, 'summary_code') ?? -1] ?? null;

/** Values of the columns that the property filters by, as a filter would write them. */
export const FILTERABLE: Readonly<Record<string, (attempt: Pick<Attempt, 'row' | 'number'>) => string>> = {
  convenio: ({ row }) => textOf(row, 'convenio') ?? '',
  summary_code: ({ row }) => String(numberOf(row, 'summary_code') ?? ''),
  summary_status: ({ row }) => textOf(row, 'summary_status') ?? '',
  date: ({ row }) => day(row),
  date_hour: ({ row }) => String(hour(row)),
  total_time_ms: ({ row }) => String(numberOf(row, 'total_time_ms') ?? ''),
  score_liqe_near_img: ({ row }) => String(numberOf(row, 'score_liqe_near_img') ?? ''),
  image_quality_near_img: ({ row }) => imageClass(row, 'near') ?? '',
  x_attempt_number: ({ number: position }) => String(position),
  x_executed_liqe: ({ row }) => String(timeOf(row, 'liqe', 'all') !== null),
};

export function attemptsOf(rows: readonly StagingRow[]): readonly Attempt[] {
  const named = rows.map((row, index) => ({
    id: index + 1,
    row,
    process: textOf(row, 'procesoConvenioGuid') ?? `row ${index}`,
  }));
  const processes = Object.values(Object.groupBy(named, ({ process }) => process)).flatMap((group) => {
    const inTime = (group ?? []).toSorted((a, b) => instant(a.row) - instant(b.row) || a.id - b.id);
    return inTime.map((item, index) => ({ ...item, number: index + 1, final: index === inTime.length - 1 }));
  });
  return processes.toSorted((a, b) => a.id - b.id);
}
