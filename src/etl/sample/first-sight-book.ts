import type { Attempt } from './attempt.ts';
import { IDENTITY_COLUMNS } from './identity-columns.ts';
import type { Cell } from './measures/row.ts';

/** Numbers identities in order of first sight and writes their pseudonyms, `documento_9`. */
export class FirstSightBook {
  readonly #seen = IDENTITY_COLUMNS.map(() => 0);

  /** Fills in the identifying cells of a row. Rows come in the order of the file. */
  name(row: Cell[], attempt: Attempt): void {
    for (const [column, { index, name, of }] of IDENTITY_COLUMNS.entries()) {
      const identity = of(attempt);
      if (identity.ordinal === 0) {
        const ordinal = (this.#seen[column] ?? 0) + 1;
        this.#seen[column] = ordinal;
        identity.ordinal = ordinal;
      }
      row[index] = `${name}_${identity.ordinal}`;
    }
  }
}
