import { z } from 'zod';
import type { CardColumn } from '../../../shared/contract/model-card.ts';
import type { ImportPreview, ReadingChoice } from '../../../shared/contract/preview.ts';

export type ColumnNames = ReadingChoice['columnNames'];
export type SourceColumn = ImportPreview['columns'][number];

/** What is needed to map columns by hand. */
export interface ColumnMapping {
  /** The staging columns by name. */
  readonly card: ReadonlyMap<string, CardColumn>;
  readonly columnNames: ColumnNames;
  readonly onChange: (columnNames: ColumnNames) => void;
}

const KeptMapping = z.object({ columnNames: z.record(z.string(), z.string().nullable()) });

/** Under which a mapping by hand is kept: the same for every file with this header, and telling nothing of it. */
export async function mappingKey(sourceNames: readonly string[]): Promise<string> {
  const names = new TextEncoder().encode(JSON.stringify(sourceNames));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', names));
  return `mapping:${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** A kept mapping, of what a header still has; null where there is none. */
export function parseMapping(json: unknown, sourceNames: readonly string[]): ColumnNames | null {
  const kept = KeptMapping.safeParse(json);
  if (!kept.success) return null;
  const entries = Object.entries(kept.data.columnNames).filter(([source]) => sourceNames.includes(source));
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

/**
 * A mapping with one of the source's columns mapped elsewhere: to a staging column, to nothing (`null`), or left to its
 * name (`undefined`). What fed the staging column by hand before no longer does.
 */
export function remapped(columnNames: ColumnNames, sourceName: string, target: string | null | undefined): ColumnNames {
  const others = Object.entries(columnNames).filter(
    ([source, mapped]) => source !== sourceName && (mapped === null || mapped !== target),
  );
  return Object.fromEntries(target === undefined ? others : [...others, [sourceName, target]]);
}

/** The source's columns that are kept, in the order of the previewed cells: of two for one staging column the first. */
export function keptColumns(columns: readonly SourceColumn[]): readonly (SourceColumn & { stagingName: string })[] {
  const seen = new Set<string>();
  return columns.flatMap((column) => {
    const { stagingName } = column;
    if (stagingName === null || seen.has(stagingName)) return [];
    seen.add(stagingName);
    return [{ ...column, stagingName }];
  });
}
