import { z } from 'zod';
import { RejectReason } from './ledger.ts';

export const TEXT_ENCODING_CHOICES = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export const DELIMITER_CHOICES = [',', ';', '\t', '|'] as const;

/** How a source is to be read; what is left out is guessed from the file. */
export const ReadingChoice = z.object({
  delimiter: z.string().length(1).nullable().default(null),
  encoding: z.enum(TEXT_ENCODING_CHOICES).nullable().default(null),
  /** Numbers are written with a decimal comma. */
  decimalComma: z.boolean().nullable().default(null),
  /** Zone of dates that carry no offset: `UTC`, `±HH:MM`, or an IANA name. */
  defaultZone: z.string().default('UTC'),
  /** Staging column by the source's name, for names that do not match by themselves; null leaves the source's column out. */
  columnNames: z.record(z.string(), z.string().nullable()).default({}),
});
export type ReadingChoice = z.infer<typeof ReadingChoice>;
export const GUESS_ALL: ReadingChoice = {
  delimiter: null,
  encoding: null,
  decimalComma: null,
  defaultZone: 'UTC',
  columnNames: {},
};

/** {@link GUESS_ALL} without the zone, which an import is given apart. */
export const GUESS_READING = { delimiter: null, encoding: null, decimalComma: null, columnNames: {} };

export const PREVIEW_ROWS = 50;
export const IDENTITY_SHAPES = ['email', 'phone', 'ip-address', 'uuid', 'document-number', 'person-name'] as const;

/** Asks how a file would be read, without importing anything: only its start is looked at. */
export const PreviewRequest = z.object({ file: z.string().min(1), reading: ReadingChoice.default(GUESS_ALL) });
export const ImportPreview = z.object({
  fileName: z.string(),
  bytes: z.int().nonnegative(),
  compression: z.enum(['none', 'gzip']),
  /** What would be used: as chosen, or as guessed. */
  delimiter: z.string(),
  encoding: z.enum(TEXT_ENCODING_CHOICES),
  decimalComma: z.boolean(),
  defaultZone: z.string(),
  /** Dates in the previewed rows without an offset. */
  datesWithoutOffset: z.int().nonnegative(),
  /** First date as written and as understood (ISO 8601, UTC), where there is one. */
  dateExample: z.object({ written: z.string(), understood: z.string().nullable() }).nullable(),
  /** Columns of the source, in its order. */
  columns: z.array(
    z.object({
      sourceName: z.string(),
      /** The staging column that it feeds; null: dropped, its values are never shown or kept. */
      stagingName: z.string().nullable(),
      match: z.enum(['exact', 'by-hand', 'unknown', 'left-out']),
      /** The most similar free staging column of an unknown one. */
      nearest: z.string().nullable(),
    }),
  ),
  /** Staging columns that nothing feeds. */
  missing: z.array(z.object({ name: z.string(), required: z.boolean() })),
  /** First rows as parsed, only the columns that are kept, in the order of `columns`: text as written, and what is wrong with it. */
  rows: z.array(
    z.object({
      line: z.int().positive(),
      /** Empty where the row cannot be cut into the header's columns. */
      cells: z.array(z.object({ text: z.string().nullable(), problem: RejectReason.nullable() })),
      /** Why the row as a whole cannot be read; null where it can. */
      problem: RejectReason.nullable().default(null),
    }),
  ),
  /** Estimated records of the whole file. */
  estimatedRows: z.int().nonnegative().nullable(),
  /** Values in pseudonym columns that look like real identities; examples are masked. */
  identityWarnings: z.array(
    z.object({
      column: z.string(),
      shape: z.enum(IDENTITY_SHAPES),
      count: z.int().positive(),
      ofRows: z.int().positive(),
      maskedExample: z.string(),
    }),
  ),
  /** Why it cannot be imported as it stands; null where it can. */
  obstacle: z.object({ code: z.string(), message: z.string(), hint: z.string() }).nullable(),
});
export type ImportPreview = z.infer<typeof ImportPreview>;
