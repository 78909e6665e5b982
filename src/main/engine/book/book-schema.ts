import { createHash } from 'node:crypto';
import { STAGING_COLUMNS } from '../../../etl/model/staging-columns.ts';
import { TRANSFORM_COLUMNS } from '../../../etl/model/transform-columns.ts';
import { SQLITE } from '../../../etl/sql/dialects.ts';
import { columnDefinitions } from '../../../etl/sql/table-definition.ts';

/** Marks a SQLite file as a Veriscope workspace (`PRAGMA application_id`): "VSCP". */
export const APPLICATION_ID = 0x56534350;

/** One step of the book's schema. Never changed once released: a change is a further step. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** Version 1 of the model card's tables: a later card must come with a migration, which a test watches over. */
export const MODEL_CARD_DIGEST = createHash('sha256')
  .update(
    JSON.stringify(
      [STAGING_COLUMNS, TRANSFORM_COLUMNS].map((columns) => columns.map(({ name, kind }) => [name, kind])),
    ),
  )
  .digest('hex');

const STAGING = columnDefinitions(STAGING_COLUMNS, SQLITE);
const TRANSFORM = columnDefinitions(TRANSFORM_COLUMNS, SQLITE);

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    sql: `
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  stamp TEXT NOT NULL UNIQUE,
  imported_at TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  settings TEXT NOT NULL,
  read INTEGER NOT NULL,
  loaded INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  duplicates INTEGER NOT NULL,
  first_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL,
  product_version TEXT NOT NULL,
  milliseconds INTEGER NOT NULL,
  CHECK (read = loaded + rejected + duplicates)
) STRICT;
CREATE INDEX runs_sha256 ON runs (sha256);
CREATE TABLE source_lines (
  run_id INTEGER NOT NULL REFERENCES runs (id),
  ordinal INTEGER NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (run_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE staging (
  ${STAGING},
  "x_epoch_us" INTEGER NOT NULL
) STRICT;
CREATE VIEW row_places AS
SELECT staging.id, runs.id AS run_id, runs.file_name, (
  SELECT source_lines.line + (staging.id - runs.first_id - source_lines.ordinal) FROM source_lines
  WHERE source_lines.run_id = runs.id AND source_lines.ordinal <= staging.id - runs.first_id
  ORDER BY source_lines.ordinal DESC LIMIT 1
) AS line
FROM staging JOIN runs ON staging.id BETWEEN runs.first_id AND runs.last_id;
CREATE TABLE transform (
  ${TRANSFORM}
) STRICT;
CREATE TABLE no_retries (
  ${TRANSFORM}
) STRICT;
CREATE TABLE rejects (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES runs (id),
  line INTEGER NOT NULL,
  column_name TEXT,
  reason TEXT NOT NULL,
  raw_text TEXT,
  other_run_id INTEGER REFERENCES runs (id),
  other_line INTEGER
) STRICT;
CREATE INDEX rejects_run ON rejects (run_id, line);
CREATE TABLE findings (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES runs (id),
  kind TEXT NOT NULL,
  column_name TEXT,
  count INTEGER NOT NULL,
  first_line INTEGER
) STRICT;`,
  },
  {
    version: 2,
    // Rejects that were corrected by hand and loaded, or known once corrected (no row_id). A row that had no id in its
    // import, because it could not be cut, has one after all those that were given.
    sql: `
CREATE TABLE corrections (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES runs (id),
  line INTEGER NOT NULL,
  row_id INTEGER UNIQUE,
  columns TEXT NOT NULL,
  reason TEXT NOT NULL,
  column_name TEXT,
  raw_text TEXT,
  corrected_at TEXT NOT NULL,
  product_version TEXT NOT NULL
) STRICT;
CREATE INDEX corrections_run ON corrections (run_id);
DROP VIEW row_places;
CREATE VIEW row_places AS
SELECT staging.id, runs.id AS run_id, runs.file_name, (
  SELECT source_lines.line + (staging.id - runs.first_id - source_lines.ordinal) FROM source_lines
  WHERE source_lines.run_id = runs.id AND source_lines.ordinal <= staging.id - runs.first_id
  ORDER BY source_lines.ordinal DESC LIMIT 1
) AS line
FROM staging JOIN runs ON staging.id BETWEEN runs.first_id AND runs.last_id
UNION ALL
SELECT corrections.row_id, runs.id, runs.file_name, corrections.line
FROM corrections JOIN runs ON runs.id = corrections.run_id
WHERE corrections.row_id > runs.last_id;`,
  },
  {
    version: 3,
    // What would have to be counted or looked for each time a workspace is opened.
    sql: `
CREATE TABLE state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  stamp TEXT NOT NULL,
  no_retries INTEGER NOT NULL
) STRICT;
INSERT INTO state VALUES (
  1,
  coalesce((SELECT stamp FROM runs ORDER BY id DESC LIMIT 1), 'empty'),
  (SELECT count(*) FROM no_retries)
);
CREATE INDEX rejects_reason ON rejects (run_id, reason, column_name, line);`,
  },
  {
    version: 4,
    // Views of the dashboards under a name; content as the contract writes it.
    sql: `
CREATE TABLE saved_views (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  position INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  opens INTEGER NOT NULL DEFAULT 0 CHECK (opens IN (0, 1))
) STRICT;`,
  },
];

/** The schema version that this build writes and the newest that it reads. */
export const SCHEMA_VERSION = Math.max(...MIGRATIONS.map(({ version }) => version));
