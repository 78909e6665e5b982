import type { Derivation, StagingColumn, TransformColumn } from './column.ts';
import { MICROSERVICES, SIDES, type MicroserviceName, type Side } from './microservices.ts';
import { STAGING_COLUMNS, imageSizeColumn, stagingColumn } from './staging-columns.ts';

/** What a missing value becomes in the transform: never executed is 0 ms, a probability -1, a score -2. */
export const SENTINELS = { duration: 0, probability: -1, score: -2 } as const;

const derived = (
  name: string,
  kind: TransformColumn['kind'],
  group: TransformColumn['group'],
  derivation: Derivation,
  en: string,
  es: string,
  more: Partial<TransformColumn> = {},
): TransformColumn => ({ name, kind, group, derivation, unit: null, meaning: { en, es }, ...more });

function carried(staging: StagingColumn): TransformColumn {
  const { name, kind, unit, group, meaning, microservice, side } = staging;
  const base = {
    name,
    kind,
    unit,
    group,
    meaning,
    ...(microservice === undefined ? {} : { microservice }),
    ...(side === undefined ? {} : { side }),
  };
  return kind === 'score' || kind === 'probability'
    ? { ...base, derivation: { kind: 'filled', value: SENTINELS[kind] }, sentinel: SENTINELS[kind] }
    : { ...base, derivation: { kind: 'staging' } };
}

const imageQualityColumn = (side: Side): string => `image_quality_${side}_img`;
const aspectRatioColumn = (side: Side): string => `aspect_ratio_${side}_img`;
const SPANISH_SIDE = { near: 'cercana', far: 'lejana' } as const;

function imageClass(side: Side, kind: 'resolution-class' | 'aspect-ratio'): TransformColumn {
  const name = kind === 'resolution-class' ? imageQualityColumn(side) : aspectRatioColumn(side);
  const [en, es] =
    kind === 'resolution-class' ? ['Resolution class', 'Clase de resolución'] : ['Aspect ratio', 'Relación de aspecto'];
  const derivation = { kind, width: imageSizeColumn(side, 'width'), height: imageSizeColumn(side, 'height') };
  return derived(
    name,
    'text',
    'image',
    derivation,
    `${en} of the ${side} image`,
    `${es} de la imagen ${SPANISH_SIDE[side]}`,
    { side },
  );
}

const IMAGE_CLASS_COLUMNS: readonly TransformColumn[] = [
  ...SIDES.map((side) => imageClass(side, 'resolution-class')),
  derived(
    'same_image_quality',
    'boolean',
    'image',
    { kind: 'same', left: imageQualityColumn('far'), right: imageQualityColumn('near') },
    'Near and far image have the same resolution class',
    'Las imágenes cercana y lejana tienen la misma clase de resolución',
  ),
  ...SIDES.map((side) => imageClass(side, 'aspect-ratio')),
  derived(
    'same_aspect_ratio',
    'boolean',
    'image',
    { kind: 'same', left: aspectRatioColumn('far'), right: aspectRatioColumn('near') },
    'Near and far image have the same aspect ratio',
    'Las imágenes cercana y lejana tienen la misma relación de aspecto',
  ),
];

const datePart = (
  name: string,
  kind: 'integer' | 'text',
  part: (Derivation & { kind: 'date-part' })['part'],
  en: string,
  es: string,
): TransformColumn =>
  derived(name, kind, 'date', { kind: 'date-part', part, of: 'date' }, `${en}, local time`, `${es}, hora local`);

// `date_day_off_week` and `mircroservices` keep the spelling of the published files: the CSV must be a drop-in for them.
const DATE_COLUMNS: readonly TransformColumn[] = [
  datePart('date_year', 'integer', 'year', 'Year', 'Año'),
  datePart('date_month', 'text', 'month-name', 'English month name', 'Nombre del mes en inglés'),
  datePart('date_day', 'integer', 'day', 'Day of the month', 'Día del mes'),
  datePart(
    'date_day_off_week',
    'text',
    'weekday-name',
    'English weekday name',
    'Nombre del día de la semana en inglés',
  ),
  datePart('date_hour', 'integer', 'hour', 'Hour 0-23', 'Hora 0-23'),
  datePart('date_minute', 'integer', 'minute', 'Minute 0-59', 'Minuto 0-59'),
];

/** Name of the column with all the time, execution and queue, near and far, that a microservice took. */
export function microserviceTotalColumn(microservice: MicroserviceName): string {
  return `total_time_ms_${microservice}`;
}

export const ALL_MICROSERVICES_TOTAL = 'total_time_ms_all_mircroservices';
export const OTHER_MICROSERVICES_TOTAL = 'total_time_ms_other_mircroservices';
const TOTAL = stagingColumn('total_time_ms');

const duration = (
  name: string,
  derivation: Derivation,
  en: string,
  es: string,
  microservice?: MicroserviceName,
): TransformColumn =>
  derived(name, 'duration', 'time', derivation, en, es, {
    unit: 'ms',
    ...(microservice === undefined ? {} : { microservice }),
  });

const TOTAL_COLUMNS: readonly TransformColumn[] = [
  ...MICROSERVICES.map(({ name }) => {
    const of = STAGING_COLUMNS.filter((staging) => staging.kind === 'duration' && staging.microservice === name);
    return duration(
      microserviceTotalColumn(name),
      { kind: 'sum-of-staging', of: of.map((staging) => staging.name) },
      `Execution and queue time of ${name}, near and far (0: not executed)`,
      `Tiempo de ejecución y de cola de ${name}, cercana y lejana (0: no se ejecutó)`,
      name,
    );
  }),
  duration(
    ALL_MICROSERVICES_TOTAL,
    { kind: 'sum-of-transform', of: MICROSERVICES.map(({ name }) => microserviceTotalColumn(name)) },
    'Time of all ten microservices',
    'Tiempo de los diez microservicios',
  ),
  duration(
    OTHER_MICROSERVICES_TOTAL,
    { kind: 'difference', minuend: TOTAL.name, subtrahend: ALL_MICROSERVICES_TOTAL },
    'Wall time less the time of all microservices: negative where near and far ran side by side',
    'Tiempo de reloj menos el de todos los microservicios: negativo donde cercana y lejana corrieron a la vez',
  ),
  carried(TOTAL),
];

const stagingOf = (...groups: readonly StagingColumn['group'][]): readonly StagingColumn[] =>
  STAGING_COLUMNS.filter((staging) => groups.includes(staging.group));

/** The 67 columns of the transform, in the order of the published files. */
export const TRANSFORM_COLUMNS: readonly TransformColumn[] = [
  ...stagingOf('identity', 'answer', 'image').map(carried),
  ...IMAGE_CLASS_COLUMNS,
  ...stagingOf('quality', 'pad').map(carried),
  ...stagingOf('date').map(carried),
  ...DATE_COLUMNS,
  ...TOTAL_COLUMNS,
];

const BY_NAME = new Map(TRANSFORM_COLUMNS.map((column) => [column.name, column]));

/** The transform column of that name, or `undefined`. */
export function findTransformColumn(name: string): TransformColumn | undefined {
  return BY_NAME.get(name);
}
