import type { CallName } from '../../src/shared/contract/calls.ts';

/** What each call does. */
export const CALL_SENTENCES = {
  'sample.write': 'Writes a synthetic dataset: the same seed gives the same file on every computer.',
  'import.csv': 'Imports a CSV file into a workspace. Where it is refused or cancelled, the workspace is as before.',
  'workspace.info':
    'Tells what a workspace holds and how it came there; `check` reads every page and compares the books with the tables.',
  'workspace.rejects': 'Lists the rows that were kept out, in the order of import and line.',
  'figures.compute': 'Computes every figure of the dashboards over one selection of transactions.',
  'query.run': 'Runs one read-only statement in the SQL of DuckDB.',
  'table.export': 'Writes a table to a CSV, Parquet or JSON file, whole or not at all.',
  'report.write': 'Writes a self-contained HTML report.',
} as const satisfies Record<CallName, string>;
