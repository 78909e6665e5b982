import type { ColumnKind } from '../../src/etl/model/column.ts';
import { MICROSERVICES } from '../../src/etl/model/microservices.ts';
import { RESOLUTION_CLASSES } from '../../src/etl/model/resolution-classes.ts';
import { RESPONSE_CODES } from '../../src/etl/model/response-codes.ts';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import { THRESHOLDS } from '../../src/etl/model/thresholds.ts';
import { TRANSFORM_COLUMNS, microserviceTotalColumn } from '../../src/etl/model/transform-columns.ts';
import { DUCKDB, SQLITE } from '../../src/etl/sql/dialects.ts';
import { stagingTables, transformTables } from './column-tables.ts';
import { KIND_SENTENCES, acceptanceWords } from './column-words.ts';
import { FINDING_SENTENCES, OUTCOME_SENTENCES, REJECT_SENTENCES } from './ledger-sentences.ts';
import { LENS_COLUMNS } from '../../src/etl/transform/lens-columns.ts';
import { GENERATED, code, codes, page, table } from './markdown.ts';

/** Every column, code, class and limit of the model card. */
export function dataDictionaryPage(): string {
  return page(
    GENERATED,
    '# Data dictionary',
    INTRODUCTION,
    '## Kinds of columns',
    table(
      ['kind', 'holds', 'DuckDB', 'SQLite'],
      (Object.keys(KIND_SENTENCES) as ColumnKind[]).map((kind) => [
        code(kind),
        KIND_SENTENCES[kind],
        ...[DUCKDB, SQLITE].map((dialect) => code(dialect.type(kind))),
      ]),
    ),
    `## Staging: ${STAGING_COLUMNS.length} columns`,
    STAGING_NOTE,
    ...stagingTables(),
    `## Transform: ${TRANSFORM_COLUMNS.length} columns`,
    TRANSFORM_NOTE,
    ...transformTables(),
    '## Columns for queries and filters',
    'Queries, filters and figures know these columns too. No export holds them.',
    table(
      ['column', 'in', 'type', 'unit', 'meaning', 'significado'],
      LENS_COLUMNS.map(({ name, tables, type, unit, meaning }) => [
        code(name),
        tables,
        code(type),
        unit ?? '',
        meaning.en,
        meaning.es,
      ]),
    ),
    '## Microservices',
    'In the order in which they run. A service that was never reached leaves no time.',
    table(
      ['microservice', 'works on', 'queue', 'English', 'español', 'total time'],
      MICROSERVICES.map(({ name, images, queued, label }) => [
        code(name),
        images === 'each' ? 'each image' : 'the pair of images',
        queued ? 'yes' : 'no',
        label.en,
        label.es,
        code(microserviceTotalColumn(name)),
      ]),
    ),
    '## Resolution classes',
    'An image belongs to the first class whose number of pixels it reaches.',
    table(
      ['class', 'pixels'],
      RESOLUTION_CLASSES.map(({ name, minimumPixels }) => [
        code(name),
        `${minimumPixels.toLocaleString('en-US')} and more`,
      ]),
    ),
    '## Response codes',
    `A CSV drops the leading zero of the four-digit code. Outcomes: ${Object.entries(OUTCOME_SENTENCES)
      .map(([outcome, sentence]) => `${code(outcome)}: ${sentence}`)
      .join('; ')}.`,
    table(
      ['code', 'microservice', 'stage', 'description', 'outcome', 'meaning', 'significado'],
      RESPONSE_CODES.map((response) => [
        String(response.code).padStart(4, '0'),
        code(response.microservice),
        response.stage,
        response.description,
        code(response.outcome),
        response.message.en,
        response.message.es,
      ]),
    ),
    '## Thresholds',
    'The limits that the API held scores against, as its raw documents of January 2025 give them.',
    table(
      ['threshold', 'key in the raw document', 'accepts', 'columns', 'else the answer is', 'label', 'etiqueta'],
      THRESHOLDS.map(({ name, service, configKey, accepts, columns, failsWith, label }) => [
        code(name),
        code(`${service}.results.config.${configKey}`),
        acceptanceWords(accepts),
        columns.length === 0 ? 'not in the model card' : codes(columns),
        String(failsWith).padStart(4, '0'),
        label.en,
        label.es,
      ]),
    ),
    '## Reasons for rejecting a row',
    table(
      ['reason', 'meaning'],
      Object.entries(REJECT_SENTENCES).map(([reason, sentence]) => [code(reason), sentence]),
    ),
    '## Findings',
    'A finding keeps no row out.',
    table(
      ['finding', 'meaning'],
      Object.entries(FINDING_SENTENCES).map(([kind, sentence]) => [code(kind), sentence]),
    ),
  );
}

const INTRODUCTION = `One row is one **transaction**: one call of the API, one attempt. Three tables hold them:

- **staging**: what the source says, typed, nothing filled in. A missing value is NULL.
- **transform**: the published table, derived row by row from staging, sentinels filled in.
- **no_retries**: the rows of transform that are the last attempt of their process (\`procesoConvenioGuid\`), by the instant of \`date\`,
  then by position in the source. A transaction without process id stands as a process of its own.

The model card in [\`src/etl/model\`](../src/etl/model) is the only place that lists columns; this page is made from it.`;

const STAGING_NOTE = `*No.* is the place in the header of the published file. *Path* is where the value stands in a raw document of the API. A source without a **required** column is refused; an
**optional** one may be absent. The **key** is \`file_token\` with the instant of \`date\`: a row that lacks one is rejected.
Values outside *range* are loaded and counted as a [finding](#findings).`;

const TRANSFORM_NOTE = `\`date_day_off_week\` and \`…_mircroservices\` keep the spelling of the published files. In a time column 0 means "not executed". *If
missing* is what stands where the value is not known: a filled column holds a sentinel, the others NULL, which a CSV writes as nothing.`;
