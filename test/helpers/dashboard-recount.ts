import catalogue from '../../resources/response-codes.json' with { type: 'json' };
import type { AggregateQuery, Condition, Facet, Measure, Scope } from '../../src/shared/contract/aggregate.ts';
import type { RowSelection } from '../../src/shared/contract/row-selection.ts';
import { isSelected, type LensCells } from './selection-reference.ts';

type Answer = Readonly<Record<string, string | number | boolean | null>>;

const PAD = ['as_35_selfies', 'ibeta2_crops', 'ibeta2_full', 'ibeta2_clip', 'geometry_check'];
const codesOf = (match: (response: (typeof catalogue)[number]) => boolean): readonly number[] =>
  catalogue.filter(match).map(({ code }) => code);
const PAD_CODES = codesOf(({ microservice }) => PAD.includes(microservice) || microservice === 'as_heuristics');
const CODES: Readonly<Record<string, readonly number[]>> = {
  'technical-failure': codesOf(({ outcome }) => outcome === 'system'),
  'pad-reject': codesOf(({ outcome }) => outcome === 'attack'),
  'capture-reject': codesOf(({ outcome }) => outcome === 'capture'),
};

const localDay = (row: LensCells): string => String(row['date']).slice(0, 10);

/** What a facet is, told a second time in plain code. */
function facetOf(row: LensCells, facet: Facet): string | number | boolean | null {
  const columns: Partial<Record<Facet, string>> = {
    client: 'convenio',
    code: 'summary_code',
    description: 'summary_desc',
    status: 'summary_status',
    near_class: 'image_quality_near_img',
    far_class: 'image_quality_far_img',
    near_aspect: 'aspect_ratio_near_img',
    far_aspect: 'aspect_ratio_far_img',
    same_class: 'same_image_quality',
    same_aspect: 'same_aspect_ratio',
  };
  switch (facet) {
    case 'day':
      return localDay(row);
    case 'month':
      return localDay(row).slice(0, 7);
    case 'year':
      return Number(localDay(row).slice(0, 4));
    case 'weekday':
      return new Date(`${localDay(row)}T12:00:00Z`).getUTCDay() || 7;
    case 'hour':
      return Number(String(row['date']).slice(11, 13));
    case 'minute':
      return Number(String(row['date']).slice(14, 16));
    case 'attempt':
      return Math.min(10, Number(row['x_attempt_number']));
    default:
      return row[columns[facet] ?? ''] ?? null;
  }
}

function meets(row: LensCells, condition: Condition | null): boolean {
  const code = row['summary_code'] ?? null;
  switch (condition) {
    case null:
      return true;
    case 'accepted':
      return row['summary_status'] === 'ok';
    case 'timed':
      return (row['total_time_ms'] ?? null) !== null;
    case 'negative-other':
      return Number(row['total_time_ms_other_mircroservices']) < 0;
    case 'reached-pad':
      return PAD.some((name) => row[`x_executed_${name}`] === true) || PAD_CODES.includes(Number(code ?? -1));
    case 'technical-failure':
    case 'pad-reject':
    case 'capture-reject':
      return (CODES[condition] ?? []).includes(Number(code ?? -1));
    default:
      return row[`x_executed_${condition.slice('executed:'.length)}`] === true;
  }
}

const SENTINELS: readonly (readonly [RegExp, number])[] = [
  [/^score_/, -2],
  [/^(prob|probability)_/, -1],
];

function valueOf(row: LensCells, column: string): string | number | boolean | null {
  const value = row[column] ?? null;
  if (value === '') return null;
  return SENTINELS.some(([name, sentinel]) => name.test(column) && value === sentinel) ? null : value;
}

function quantile(sorted: readonly number[], at: number): number | null {
  if (sorted.length === 0) return null;
  const place = at * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}

function measured(rows: readonly LensCells[], measure: Measure): number | null {
  const met = rows.filter((row) => meets(row, measure.where));
  if (measure.kind === 'count') return met.length;
  const values = met.map((row) => valueOf(row, measure.column)).filter((value) => value !== null);
  const numbers = values.map(Number).toSorted((a, b) => a - b);
  const sum = numbers.reduce((total, value) => total + value, 0);
  switch (measure.kind) {
    case 'present':
      return values.length;
    case 'distinct':
      return new Set(values).size;
    case 'sum':
      return numbers.length === 0 ? null : sum;
    case 'mean':
      return numbers.length === 0 ? null : sum / numbers.length;
    case 'minimum':
      return numbers[0] ?? null;
    case 'maximum':
      return numbers.at(-1) ?? null;
    case 'deviation': {
      const squares = numbers.map((value) => (value - sum / numbers.length) ** 2);
      return numbers.length < 2 ? null : Math.sqrt(squares.reduce((a, b) => a + b, 0) / (numbers.length - 1));
    }
    case 'percentile':
      return measure.at >= 0.99 && numbers.length < 1000 ? null : quantile(numbers, measure.at);
  }
}

/** The rows that a scope and a selection leave. */
export function selectedOf(rows: readonly LensCells[], scope: Scope, selection: RowSelection): readonly LensCells[] {
  return rows.filter(
    (row) =>
      (scope === 'all' ||
        (scope === 'without-retries' ? row['x_is_final_attempt'] === true : row['x_attempt_number'] === 1)) &&
      isSelected(row, selection, 'transform'),
  );
}

/** The answer of a `group`, counted again in plain code; in no particular order. */
export function recountGroups(
  rows: readonly LensCells[],
  { by, measures }: Extract<AggregateQuery, { readonly kind: 'group' }>,
): readonly Answer[] {
  const groups = Map.groupBy(rows, (row) => JSON.stringify(by.map((facet) => facetOf(row, facet))));
  if (by.length === 0 && groups.size === 0) groups.set('[]', []);
  return [...groups.values()].map((group) => ({
    ...Object.fromEntries(by.map((facet) => [facet, group[0] === undefined ? null : facetOf(group[0], facet)])),
    ...Object.fromEntries(measures.map((measure) => [measure.name, measured(group, measure)])),
  }));
}

/** How many rows of a histogram or a density are in the bin between these edges; the outermost bins are open. */
export function recountBin(
  rows: readonly LensCells[],
  where: Condition | null,
  sides: readonly { readonly column: string; readonly from: number; readonly to: number }[],
): number {
  return rows.filter(
    (row) =>
      meets(row, where) &&
      sides.every(({ column, from, to }) => {
        const value = valueOf(row, column);
        return value !== null && Number(value) >= from && Number(value) < to;
      }),
  ).length;
}
