/** A staging row as the book holds it: a number, a text, or null where missing. */
export type Staging = Readonly<Record<string, string | number | null>>;
/** A transform row, in published order. */
export type Transformed = Readonly<Record<string, string | number | boolean | null>>;

const CLASSES = [
  ['8K', 33_177_600],
  ['4K', 8_847_360],
  ['ULTRAHD', 8_294_400],
  ['FULLHD', 2_073_600],
  ['HD', 921_600],
  ['XGA', 786_432],
  ['SD', 307_200],
  ['QVGA', 76_800],
] as const;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const SCORES = [
  'liqe',
  'topiq',
  ...['sharpness', 'colorfulness', 'contrast', 'brightness', 'blur_score', 'svd_score'].map(
    (name) => `${name}_classic_metrics`,
  ),
];
const PROBABILITIES = ['as_35_selfies', 'ibeta2_crops', 'ibeta2_full', 'ibeta2_clip', 'as_heuristics'];
const SERVICES = [
  'accessory_detector',
  'face_detector',
  'liqe',
  'topiq',
  'classic_metrics',
  'as_35_selfies',
  'ibeta2_crops',
  'ibeta2_full',
  'ibeta2_clip',
];

type Cell = string | number | boolean | null;

function imageClass(width: number | null, height: number | null): string | null {
  if (width === null || height === null) return null;
  const pixels = width * height;
  for (const [name, least] of CLASSES) if (pixels >= least) return name;
  return 'LOWERSCALES';
}

function shape(width: number | null, height: number | null): string | null {
  if (width === null || height === null) return null;
  if (width === height) return 'SQUARE';
  return width > height ? 'LANDSCAPE' : 'PORTRAIT';
}

const same = (left: Cell, right: Cell): boolean | null => (left === null || right === null ? null : left === right);

/** Zeller's congruence, Monday first: no calendar of the platform takes part. */
function weekday(year: number, month: number, day: number): string {
  const shifted = month < 3 ? month + 12 : month;
  const inYear = month < 3 ? year - 1 : year;
  const century = Math.floor(inYear / 100);
  const rest = inYear % 100;
  const fromSaturday =
    (day + Math.floor((13 * (shifted + 1)) / 5) + rest + Math.floor(rest / 4) + Math.floor(century / 4) + 5 * century) %
    7;
  return WEEKDAYS[(fromSaturday + 5) % 7] ?? '';
}

/** The transform of one staging row, column by column as the published derivations say it. */
export function transformOf(row: Staging): Transformed {
  const out: Record<string, Cell> = {};
  const number = (name: string): number | null => row[name] as number | null;
  const copy = (...names: readonly string[]): void => {
    for (const name of names) out[name] = row[name] ?? null;
  };
  copy('api_hash', 'user_name', 'file_token', 'service', 'summary_code', 'summary_status', 'summary_desc', 'http_code');
  copy('procesoConvenioGuid', 'convenio', 'documento');
  for (const side of ['near', 'far']) copy(`img_size_${side}_img_width`, `img_size_${side}_img_height`);
  const size = (side: string): [number | null, number | null] => [
    number(`img_size_${side}_img_width`),
    number(`img_size_${side}_img_height`),
  ];
  out['image_quality_near_img'] = imageClass(...size('near'));
  out['image_quality_far_img'] = imageClass(...size('far'));
  out['same_image_quality'] = same(out['image_quality_far_img'], out['image_quality_near_img']);
  out['aspect_ratio_near_img'] = shape(...size('near'));
  out['aspect_ratio_far_img'] = shape(...size('far'));
  out['same_aspect_ratio'] = same(out['aspect_ratio_far_img'], out['aspect_ratio_near_img']);
  for (const score of SCORES)
    for (const side of ['near', 'far']) out[`score_${score}_${side}_img`] = number(`score_${score}_${side}_img`) ?? -2;
  for (const service of PROBABILITIES)
    for (const side of ['near', 'far'])
      out[`prob_${service}_${side}_img`] = number(`prob_${service}_${side}_img`) ?? -1;
  const date = String(row['date']);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = date.slice(0, 16).split(/[- :]/).map(Number);
  out['date'] = date;
  out['date_year'] = year;
  out['date_month'] = MONTHS[month - 1] ?? null;
  out['date_day'] = day;
  out['date_day_off_week'] = weekday(year, month, day);
  out['date_hour'] = hour;
  out['date_minute'] = minute;
  let all: number | null = null;
  const total = (service: string, names: readonly string[]): void => {
    let sum: number | null = null;
    // Added from left to right, and the totals too: floating-point addition is not associative.
    for (const name of names) sum = sum === null ? (number(name) ?? 0) : sum + (number(name) ?? 0);
    out[`total_time_ms_${service}`] = sum;
    all = all === null ? sum : all + (sum ?? 0);
  };
  for (const service of SERVICES) {
    const timings = service === 'classic_metrics' ? ['time_ms'] : ['time_ms', 'queue_time_ms'];
    total(
      service,
      timings.flatMap((timing) => [`${timing}_${service}_near_img`, `${timing}_${service}_far_img`]),
    );
  }
  total('geometry_check', ['time_ms_geometry_check', 'queue_time_ms_geometry_check']);
  const whole = number('total_time_ms');
  out['total_time_ms_all_mircroservices'] = all;
  out['total_time_ms_other_mircroservices'] = whole === null || all === null ? null : whole - all;
  out['total_time_ms'] = whole;
  return out;
}

/** A row with what the order of attempts depends on. */
export interface Attempt {
  readonly id: number;
  readonly process: string | null;
  readonly epochMicroseconds: number;
}

/** What the order of its fellows says about an attempt. */
export interface AttemptPlace {
  readonly number: number;
  readonly of: number;
  readonly isFinal: boolean;
  readonly secondsSincePrevious: number | null;
}

/** The place of every attempt in its process, by instant, ties to the later row; a row without process stands alone. */
export function attemptPlaces(attempts: readonly Attempt[]): ReadonlyMap<number, AttemptPlace> {
  const places = new Map<number, AttemptPlace>();
  for (const [process, group] of Map.groupBy(attempts, (attempt) => attempt.process ?? attempt.id)) {
    const ordered = group.toSorted(
      (left, right) => left.epochMicroseconds - right.epochMicroseconds || left.id - right.id,
    );
    for (const [index, { id, epochMicroseconds }] of ordered.entries()) {
      const before = ordered[index - 1];
      places.set(id, {
        number: index + 1,
        of: typeof process === 'number' ? 1 : ordered.length,
        isFinal: index === ordered.length - 1,
        secondsSincePrevious: before === undefined ? null : (epochMicroseconds - before.epochMicroseconds) / 1e6,
      });
    }
  }
  return places;
}
