import { createHash } from 'node:crypto';
import { LENS_OBJECTS } from '../../../etl/transform/lens-layout.ts';

/** The statements that make an empty lens, stamp included. */
export const LENS_STATEMENTS: readonly string[] = [
  ...LENS_OBJECTS,
  'CREATE TABLE lens_stamp (stamp VARCHAR, layout VARCHAR)',
];

/** Names this layout of the lens: a lens of another build's layout is made anew. */
export const LENS_LAYOUT = createHash('sha256').update(LENS_STATEMENTS.join('\n')).digest('hex').slice(0, 16);
