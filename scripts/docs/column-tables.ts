import { COLUMN_GROUPS, type ColumnGroup } from '../../src/etl/model/column.ts';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import { TRANSFORM_COLUMNS } from '../../src/etl/model/transform-columns.ts';
import { aboutWords, derivationWords, missingWords, pathText, presenceWords, rangeWords } from './column-words.ts';
import { code, page, table } from './markdown.ts';

/** The staging columns, a table for each group. */
export const stagingTables = (): readonly string[] => groupsOf(STAGING_COLUMNS).map(stagingTable);

/** The transform columns, a table for each group. */
export const transformTables = (): readonly string[] => groupsOf(TRANSFORM_COLUMNS).map(transformTable);

type Grouped<Column> = readonly [ColumnGroup, readonly Column[]];

function groupsOf<Column extends { readonly group: ColumnGroup; readonly name: string }>(
  columns: readonly Column[],
): readonly Grouped<Column>[] {
  return [...Map.groupBy(columns, ({ group }) => group)];
}

function stagingTable([group, columns]: Grouped<(typeof STAGING_COLUMNS)[number]>): string {
  return page(
    `### Staging: ${COLUMN_GROUPS[group].en}`,
    table(
      ['no.', 'column', 'kind', 'unit', 'path', 'about', 'in a source', 'range', 'pseudonym', 'meaning', 'significado'],
      columns.map((column) => [
        String(STAGING_COLUMNS.indexOf(column) + 1),
        code(column.name),
        column.kind,
        column.unit ?? '',
        code(pathText(column.path)),
        aboutWords(column),
        presenceWords(column),
        rangeWords(column),
        column.identifying ? 'yes' : '',
        column.meaning.en,
        column.meaning.es,
      ]),
    ),
  ).trimEnd();
}

function transformTable([group, columns]: Grouped<(typeof TRANSFORM_COLUMNS)[number]>): string {
  return page(
    `### Transform: ${COLUMN_GROUPS[group].en}`,
    table(
      ['no.', 'column', 'kind', 'unit', 'about', 'derivation', 'if missing', 'meaning', 'significado'],
      columns.map((column) => [
        String(TRANSFORM_COLUMNS.indexOf(column) + 1),
        code(column.name),
        column.kind,
        column.unit ?? '',
        aboutWords(column),
        derivationWords(column.derivation),
        missingWords(column),
        column.meaning.en,
        column.meaning.es,
      ]),
    ),
  ).trimEnd();
}
