import { createHash } from 'node:crypto';
import { STAGING_COLUMNS } from '../../../../etl/model/staging-columns.ts';
import { TRANSFORM_COLUMNS } from '../../../../etl/model/transform-columns.ts';

/** SHA-256 of the model card: two reports with the same one mean the same by every column. */
export function modelCardHash(): string {
  return createHash('sha256').update(JSON.stringify([STAGING_COLUMNS, TRANSFORM_COLUMNS])).digest('hex');
}
