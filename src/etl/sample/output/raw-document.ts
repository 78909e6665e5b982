import { PAD_SERVICES, STAGING_COLUMNS } from '../../model/staging-columns.ts';
import { isAccepted, thresholdOfColumn } from '../../model/thresholds.ts';
import type { Attempt } from '../attempt.ts';
import { itemAt } from '../chance/item-at.ts';
import { IDENTITY_COLUMNS } from '../identity-columns.ts';
import { cellIndex, type Cell } from '../measures/row.ts';
import { fourDigits, surroundings, type Node } from './surroundings.ts';

const CODE_CELL = cellIndex('summary_code');
const TOKEN_CELL = cellIndex('file_token');

/** The detectors, each with a class beside its probability. The combined one has none. */
const CLASSES = STAGING_COLUMNS.flatMap(({ name, kind, path, microservice }, index) => {
  const threshold = thresholdOfColumn(name);
  const isDetector = kind === 'probability' && PAD_SERVICES.some((service) => service === microservice);
  if (!isDetector || microservice === 'as_heuristics' || threshold === undefined) return [];
  return [{ index, path: [...path.slice(0, -1), 'class'], acceptance: threshold.accepts }];
});

/**
 * The document that the API would have stored for a transaction, in the shape of its raw log. Every value of the model
 * card stands at the path of its column; identities are raw (and invented): read in the order of the file, they get the
 * pseudonyms of the CSV.
 */
export function rawDocument(cells: readonly Cell[], attempt: Attempt, seed: number, position: number): Node {
  const document = surroundings(String(cells[TOKEN_CELL]), attempt, seed, position);
  for (const [index, { path }] of STAGING_COLUMNS.entries()) {
    const cell = cells[index] ?? null;
    if (cell !== null) write(document, path, index === CODE_CELL ? fourDigits(Number(cell)) : cell);
  }
  for (const { index, raw } of IDENTITY_COLUMNS)
    write(document, itemAt(STAGING_COLUMNS, index).path, raw(attempt, seed));
  for (const { index, path, acceptance } of CLASSES) {
    const probability = cells[index];
    if (typeof probability === 'number') write(document, path, isAccepted(acceptance, probability) ? 'REAL' : 'FAKE');
  }
  return document;
}

function write(document: Node, path: readonly (string | number)[], value: unknown): void {
  let node = document;
  for (const step of path.slice(0, -1)) node = (node[step] ??= {}) as Node;
  node[itemAt(path, path.length - 1)] = value;
}
