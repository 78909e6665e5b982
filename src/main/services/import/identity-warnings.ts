import { IDENTITY_SHAPES, type ImportPreview } from '../../../shared/contract/preview.ts';
import { stagingColumn } from '../../../etl/model/staging-columns.ts';
import type { ColumnBinding } from '../../../etl/sources/column-binding.ts';
import { identityShape, maskedIdentity, type IdentityShape } from '../../../etl/sources/identity-shape.ts';
import { cellText } from '../../../etl/staging/cell-text.ts';

type IdentityWarning = ImportPreview['identityWarnings'][number];

/**
 * Per column of pseudonyms and kind of identity how many of the records hold a value that looks like one, most first
 * within a column. Examples are masked.
 */
export function identityWarnings(
  records: readonly (readonly string[])[],
  { columns }: ColumnBinding,
): readonly IdentityWarning[] {
  return columns
    .filter(({ name }) => stagingColumn(name).identifying)
    .flatMap(({ name, position }) => {
      const texts = records.map((fields) => cellText(fields[position] ?? ''));
      return ofColumn(name, texts, records.length);
    });
}

function ofColumn(column: string, texts: readonly (string | null)[], ofRows: number): readonly IdentityWarning[] {
  const found = new Map<IdentityShape, { count: number; example: string }>();
  // A client stands in thousands of rows.
  const shapes = new Map<string, IdentityShape | null>();
  for (const text of texts) {
    if (text === null) continue;
    const known = shapes.get(text);
    const shape = known === undefined ? identityShape(text) : known;
    if (known === undefined) shapes.set(text, shape);
    if (shape === null) continue;
    const entry = found.get(shape);
    if (entry === undefined) found.set(shape, { count: 1, example: text });
    else entry.count += 1;
  }
  return IDENTITY_SHAPES.flatMap((shape) => {
    const entry = found.get(shape);
    if (entry === undefined) return [];
    return [{ column, shape, count: entry.count, ofRows, maskedExample: maskedIdentity(entry.example) }];
  }).toSorted((left, right) => right.count - left.count);
}
