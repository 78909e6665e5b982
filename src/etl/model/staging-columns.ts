import type { LocalizedText } from '../../shared/language.ts';
import type { StagingColumn } from './column.ts';
import { MICROSERVICES, SIDES, type Microservice, type ScoringServiceName, type Side } from './microservices.ts';

type Path = readonly (string | number)[];
type Details = Partial<Omit<StagingColumn, 'name' | 'kind' | 'path'>> & Pick<StagingColumn, 'group' | 'meaning'>;

function column(name: string, kind: StagingColumn['kind'], path: Path, details: Details): StagingColumn {
  return { name, kind, path, unit: null, identifying: false, presence: 'optional', key: false, ...details };
}

const SIDE_LABEL: Record<Side, LocalizedText> = {
  near: { en: 'near image', es: 'imagen cercana' },
  far: { en: 'far image', es: 'imagen lejana' },
};

const imagePath = (side: Side, service: string, ...rest: Path): Path => [
  'metadata',
  `${side}_img`,
  service,
  'results',
  ...rest,
];

const ANSWER_COLUMNS: readonly StagingColumn[] = [
  column('api_hash', 'text', ['api_hash'], {
    group: 'identity',
    meaning: { en: 'Version of the API build that answered', es: 'Versión de la API que respondió' },
  }),
  column('user_name', 'text', ['user_name'], {
    group: 'identity',
    identifying: true,
    meaning: { en: 'Account that called the API (pseudonym)', es: 'Cuenta que llamó a la API (seudónimo)' },
  }),
  column('file_token', 'text', ['file_token'], {
    group: 'identity',
    presence: 'required',
    key: true,
    meaning: {
      en: "Token of the transaction's stored images",
      es: 'Token de las imágenes guardadas de la transacción',
    },
  }),
  column('service', 'text', ['service'], {
    group: 'identity',
    meaning: { en: 'Endpoint used (main)', es: 'Punto de acceso usado (main)' },
  }),
  column('summary_code', 'integer', ['summary', 'code'], {
    group: 'answer',
    unit: 'code',
    presence: 'required',
    range: { min: 0, max: 9999 },
    meaning: { en: 'Code of the final answer', es: 'Código de la respuesta final' },
  }),
  column('summary_status', 'text', ['summary', 'status'], {
    group: 'answer',
    presence: 'required',
    allowed: ['ok', 'error'],
    meaning: { en: 'Status of the final answer: ok or error', es: 'Estado de la respuesta final: ok o error' },
  }),
  column('summary_desc', 'text', ['summary', 'desc'], {
    group: 'answer',
    presence: 'required',
    meaning: { en: 'Specific status of the final answer', es: 'Estado específico de la respuesta final' },
  }),
  column('http_code', 'integer', ['http_code'], {
    group: 'answer',
    unit: 'code',
    range: { min: 100, max: 599 },
    meaning: { en: 'HTTP status', es: 'Estado HTTP' },
  }),
  column('total_time_ms', 'duration', ['total_time_ms'], {
    group: 'time',
    unit: 'ms',
    presence: 'required',
    range: { min: 0 },
    meaning: { en: 'Wall time of the whole transaction', es: 'Tiempo de reloj de toda la transacción' },
  }),
  column('date', 'timestamp', ['date'], {
    group: 'date',
    unit: 'ISO 8601',
    presence: 'required',
    key: true,
    meaning: {
      en: 'When the transaction was answered: local time with its offset from UTC',
      es: 'Cuándo se respondió la transacción: hora local con su diferencia con UTC',
    },
  }),
  column('procesoConvenioGuid', 'text', ['user_data', 'procesoConvenioGuid'], {
    group: 'identity',
    identifying: true,
    presence: 'required',
    meaning: {
      en: 'Verification process (session): every attempt of one person in one process carries the same id (pseudonym)',
      es: 'Proceso de verificación (sesión): cada intento de una persona en un proceso lleva el mismo id (seudónimo)',
    },
  }),
  column('convenio', 'text', ['user_data', 'convenio'], {
    group: 'identity',
    identifying: true,
    presence: 'required',
    meaning: { en: 'Client of the API, its agreement (pseudonym)', es: 'Cliente de la API, su convenio (seudónimo)' },
  }),
  column('documento', 'text', ['user_data', 'documento'], {
    group: 'identity',
    identifying: true,
    meaning: {
      en: 'Identity document of the person (pseudonym)',
      es: 'Documento de identidad de la persona (seudónimo)',
    },
  }),
];

/** Name of the column with the width or height of an image, in pixels. */
export function imageSizeColumn(side: Side, dimension: 'width' | 'height'): string {
  return `img_size_${side}_img_${dimension}`;
}

const DIMENSION_LABEL = {
  width: { en: 'Width', es: 'Ancho' },
  height: { en: 'Height', es: 'Alto' },
} as const;

const IMAGE_SIZE_COLUMNS = SIDES.flatMap((side) =>
  (['width', 'height'] as const).map((dimension, index) =>
    column(imageSizeColumn(side, dimension), 'integer', imagePath(side, 'integrity_dims', 'raw_img_size', index), {
      group: 'image',
      unit: 'px',
      side,
      microservice: 'integrity_dims',
      range: { min: 1 },
      meaning: {
        en: `${DIMENSION_LABEL[dimension].en} of the ${SIDE_LABEL[side].en}`,
        es: `${DIMENSION_LABEL[dimension].es} de la ${SIDE_LABEL[side].es}`,
      },
    }),
  ),
);

interface Score {
  readonly name: string;
  readonly microservice: ScoringServiceName;
  readonly path: Path;
  readonly label: LocalizedText;
}

const classicMetric = (name: string, en: string, es: string): Score => ({
  name: `${name}_classic_metrics`,
  microservice: 'classic_metrics',
  path: [name],
  label: { en, es },
});

const SCORES: readonly Score[] = [
  {
    name: 'liqe',
    microservice: 'liqe',
    path: ['predictions', 'score'],
    label: { en: 'LIQE quality', es: 'Calidad LIQE' },
  },
  {
    name: 'topiq',
    microservice: 'topiq',
    path: ['predictions', 'score'],
    label: { en: 'TOPIQ quality (-1: the service gave up)', es: 'Calidad TOPIQ (-1: el servicio desistió)' },
  },
  classicMetric('sharpness', 'Sharpness', 'Nitidez'),
  classicMetric('colorfulness', 'Colourfulness', 'Colorido'),
  classicMetric('contrast', 'Contrast', 'Contraste'),
  classicMetric('brightness', 'Brightness', 'Brillo'),
  classicMetric('blur_score', 'Blur', 'Desenfoque'),
  classicMetric('svd_score', 'Blur by singular values', 'Desenfoque por valores singulares'),
];

const SCORE_COLUMNS = SCORES.flatMap(({ name, microservice, path, label }) =>
  SIDES.map((side) =>
    column(`score_${name}_${side}_img`, 'score', imagePath(side, microservice, ...path), {
      group: 'quality',
      microservice,
      side,
      meaning: { en: `${label.en}, ${SIDE_LABEL[side].en}`, es: `${label.es}, ${SIDE_LABEL[side].es}` },
    }),
  ),
);

/** The services that answer with the probability of a bona fide face. The last one combines the others. */
export const PAD_SERVICES = [
  'as_35_selfies',
  'ibeta2_crops',
  'ibeta2_full',
  'ibeta2_clip',
  'as_heuristics',
] as const satisfies readonly ScoringServiceName[];

const PROBABILITY_COLUMNS = PAD_SERVICES.flatMap((microservice) =>
  SIDES.map((side) =>
    column(`prob_${microservice}_${side}_img`, 'probability', imagePath(side, microservice, 'predictions', 'prob'), {
      group: 'pad',
      unit: '0..1',
      microservice,
      side,
      range: { min: 0, max: 1 },
      meaning: {
        en: `Probability of a bona fide face by ${microservice}, ${SIDE_LABEL[side].en}`,
        es: `Probabilidad de un rostro genuino según ${microservice}, ${SIDE_LABEL[side].es}`,
      },
    }),
  ),
);

const TIMING_LABEL = {
  execution: { en: 'Execution time', es: 'Tiempo de ejecución' },
  queue: { en: 'Time waiting in the queue', es: 'Tiempo de espera en la cola' },
} as const;

function timeColumn(service: Microservice, timing: 'execution' | 'queue', side: Side | null): StagingColumn {
  const field = timing === 'queue' ? 'queue_time_ms' : 'time_ms';
  const steps = service.name === 'classic_metrics' ? [field] : ['predictions', field];
  const where = side === null ? { en: 'both images', es: 'ambas imágenes' } : SIDE_LABEL[side];
  const name = side === null ? `${field}_${service.name}` : `${field}_${service.name}_${side}_img`;
  const path =
    side === null ? ['metadata', service.name, 'results', ...steps] : imagePath(side, service.name, ...steps);
  return column(name, 'duration', path, {
    group: 'time',
    unit: 'ms',
    microservice: service.name,
    timing,
    ...(side === null ? {} : { side }),
    range: { min: 0 },
    meaning: {
      en: `${TIMING_LABEL[timing].en}, ${service.name}, ${where.en}`,
      es: `${TIMING_LABEL[timing].es}, ${service.name}, ${where.es}`,
    },
  });
}

const TIME_COLUMNS = MICROSERVICES.flatMap((service) =>
  (service.queued ? (['execution', 'queue'] as const) : (['execution'] as const)).flatMap((timing) =>
    (service.images === 'pair' ? [null] : SIDES).map((side) => timeColumn(service, timing, side)),
  ),
);

/** The 79 columns of a transaction, in the order of the published anonymised CSV. */
export const STAGING_COLUMNS: readonly StagingColumn[] = [
  ...ANSWER_COLUMNS,
  ...IMAGE_SIZE_COLUMNS,
  ...SCORE_COLUMNS,
  ...PROBABILITY_COLUMNS,
  ...TIME_COLUMNS,
];

const BY_NAME = new Map(STAGING_COLUMNS.map((staging) => [staging.name, staging]));

/** The staging column of that name. Throws where the model card has none: a defect, never a user's input. */
export function stagingColumn(name: string): StagingColumn {
  const found = BY_NAME.get(name);
  if (found === undefined) throw new Error(`the model card has no staging column ${name}`);
  return found;
}
