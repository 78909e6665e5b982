import { assertNever } from '../shared/assert-never.ts';
import type { Finding } from '../shared/contract/ledger.ts';
import { printable } from '../shared/text/text-table.ts';
import { counted } from './text-table.ts';

/** A finding as one sentence. */
export function findingWords({ kind, column: name, count, firstLine }: Finding): string {
  // A dropped column's name comes out of the file.
  const column = printable(name ?? '');
  const rows = `${counted(count)} row${count === 1 ? '' : 's'}${firstLine === null ? '' : ` (first: line ${counted(firstLine)})`}`;
  switch (kind) {
    case 'out-of-range':
      return `${column}: out of its range in ${rows}`;
    case 'unknown-value':
      return `${column}: a value that the model card does not know in ${rows}`;
    case 'unknown-response-code':
      return `${column}: a code that the catalogue does not know in ${rows}`;
    case 'value-missing':
      return `${column}: missing in ${rows}`;
    case 'process-missing':
      return `${column}: no process id in ${rows}; each stands as a process of its own`;
    case 'zone-assumed':
      return `${column}: no offset in ${rows}; read in the default zone`;
    case 'column-absent':
      return `${column}: the source lacks this optional column; imported as missing`;
    case 'column-dropped':
      return `${column}: feeds no column of the model card; dropped, its values are stored nowhere`;
    default:
      return assertNever(kind);
  }
}
