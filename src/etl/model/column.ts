import type { LocalizedText } from '../../shared/language.ts';
import type { ScoringServiceName, Side } from './microservices.ts';

/**
 * What a column holds, and so how it is parsed, stored, filled and shown.
 * `timestamp` is stored as text `YYYY-MM-DD HH:MM:SS.ffffff±HH:MM`: the instant to the microsecond and the local clock as written.
 */
export type ColumnKind = 'text' | 'integer' | 'score' | 'probability' | 'duration' | 'timestamp' | 'boolean';

/** The groups in which a grid, a report or the data dictionary shows columns. */
export const COLUMN_GROUPS = {
  identity: { en: 'Identity', es: 'Identidad' },
  answer: { en: 'Answer', es: 'Respuesta' },
  image: { en: 'Images', es: 'Imágenes' },
  quality: { en: 'Quality scores', es: 'Puntajes de calidad' },
  pad: { en: 'PAD probabilities', es: 'Probabilidades PAD' },
  time: { en: 'Time per microservice', es: 'Tiempo por microservicio' },
  date: { en: 'Date', es: 'Fecha' },
} as const satisfies Record<string, LocalizedText>;
export type ColumnGroup = keyof typeof COLUMN_GROUPS;

/** What every column of any table has. */
export interface ColumnBase {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Unit of a number (`ms`, `px`, `0..1`, `code`) or `null` where it has none. */
  readonly unit: string | null;
  readonly group: ColumnGroup;
  readonly meaning: LocalizedText;
  readonly microservice?: ScoringServiceName;
  readonly side?: Side;
  /** Whether a duration was spent working or waiting in the service's queue. */
  readonly timing?: 'execution' | 'queue';
}

/** One of the 79 columns of an imported transaction. */
export interface StagingColumn extends ColumnBase {
  /** Where the value stands in the raw document, one step an entry; a number indexes an array. */
  readonly path: readonly (string | number)[];
  /** Holds a person, account, client or process: pseudonymised before anything is written. */
  readonly identifying: boolean;
  /** A source without a `required` column is refused; without an `optional` one it is imported with the column missing. */
  readonly presence: 'required' | 'optional';
  /** Part of a transaction's key: a row without this value is rejected. */
  readonly key: boolean;
  /** Values outside are loaded and counted as findings. Inclusive. */
  readonly range?: { readonly min?: number; readonly max?: number };
  /** Texts outside this list are loaded and counted as findings. */
  readonly allowed?: readonly string[];
}

/** How a transform column follows from staging columns, as data. */
export type Derivation =
  | { readonly kind: 'staging' }
  | { readonly kind: 'filled'; readonly value: number }
  | { readonly kind: 'resolution-class'; readonly width: string; readonly height: string }
  | { readonly kind: 'aspect-ratio'; readonly width: string; readonly height: string }
  | { readonly kind: 'same'; readonly left: string; readonly right: string }
  | { readonly kind: 'date-part'; readonly part: DatePart; readonly of: string }
  | { readonly kind: 'sum-of-staging'; readonly of: readonly string[] }
  | { readonly kind: 'sum-of-transform'; readonly of: readonly string[] }
  | { readonly kind: 'difference'; readonly minuend: string; readonly subtrahend: string };

export const DATE_PARTS = ['year', 'month-name', 'day', 'weekday-name', 'hour', 'minute'] as const;
/** A part of the local clock that a timestamp carries. Names of months and weekdays are English. */
export type DatePart = (typeof DATE_PARTS)[number];

/** One of the 67 columns of the transform. */
export interface TransformColumn extends ColumnBase {
  readonly derivation: Derivation;
  /** The value that stands for "missing" in this column, where one does. */
  readonly sentinel?: number;
}
