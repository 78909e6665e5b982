import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentedProgram } from '../../scripts/docs/cli-reference-page.ts';
import { generatedPages } from '../../scripts/docs/generated-pages.ts';
import { LENS_COLUMNS } from '../../src/etl/transform/lens-columns.ts';
import { projectPath } from '../../scripts/lib/paths.mjs';
import { RESPONSE_CODES } from '../../src/etl/model/response-codes.ts';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import { THRESHOLDS } from '../../src/etl/model/thresholds.ts';
import { TRANSFORM_COLUMNS } from '../../src/etl/model/transform-columns.ts';
import { CALLS } from '../../src/shared/contract/calls.ts';
import { FINDING_KINDS, REJECT_REASONS } from '../../src/shared/contract/ledger.ts';
import { EXIT_CODE_BY_ERROR } from '../../src/shared/error-codes.ts';
import { importFile, lensRows } from '../helpers/import-fixture.ts';
import { folderOfFile } from '../helpers/temporary-folder.ts';
import { csvText, transactions } from '../helpers/transaction-csv.ts';

const read = (file: string): string => readFileSync(projectPath(file), 'utf8');

describe.each(generatedPages())('$file', ({ file, text }) => {
  it('is what `npm run docs` would write now', () => {
    expect(read(file)).toBe(text);
  });
});

describe('docs/cli-reference.md', () => {
  const reference = read('docs/cli-reference.md');

  it.each(documentedProgram().commands.map((command) => [command.name(), command] as const))(
    'documents %s with all it takes',
    (name, command) => {
      const [, section = ''] = reference.split(`\n## veriscope ${name}\n`);
      const own = section.split('\n## ')[0] ?? '';
      expect(own).toContain(command.description());
      for (const argument of command.registeredArguments) expect(own).toContain(`\`<${argument.name()}>\``);
      for (const { flags, description, argChoices = [] } of command.options) {
        expect(own).toContain(`\`${flags}\` | ${description}`);
        for (const choice of argChoices) expect(own).toContain(`\`${choice}\``);
      }
    },
  );

  it('documents every error code with its exit code', () => {
    for (const [error, exit] of Object.entries(EXIT_CODE_BY_ERROR)) {
      expect(reference).toContain(`| \`${error}\` | ${exit} |`);
      expect(reference).toMatch(new RegExp(`^\\| ${exit} \\| \\S`, 'm'));
    }
  });
});

it('docs/calls.md documents every call and every field of its request', () => {
  const calls = read('docs/calls.md');
  for (const [name, { request }] of Object.entries(CALLS)) {
    const section = calls.split(`\n## ${name}\n`)[1]?.split('\n## ')[0] ?? '';
    for (const field of Object.keys(request.shape))
      expect({ name, section }).toEqual({
        name,
        section: expect.stringMatching(new RegExp(`\`${field}[\`[.?]`)) as unknown,
      });
    expect(section).toContain('**Answer**');
  }
});

describe('docs/data-dictionary.md', () => {
  const dictionary = read('docs/data-dictionary.md');
  const workspace = join(folderOfFile(), 'w.veriscope');

  beforeAll(async () => {
    const file = `${workspace}.csv`;
    writeFileSync(file, csvText(transactions(3)));
    await importFile(workspace, file);
  });

  it('documents every code, limit, reason and finding', () => {
    for (const { code, message } of RESPONSE_CODES)
      expect(dictionary).toMatch(new RegExp(`^\\| ${String(code).padStart(4, '0')} \\|.*\\| ${message.es} \\|$`, 'm'));
    for (const { name } of THRESHOLDS) expect(dictionary).toContain(`| \`${name}\` |`);
    for (const name of [...REJECT_REASONS, ...FINDING_KINDS]) expect(dictionary).toContain(`| \`${name}\` |`);
  });

  it.each(['staging', 'transform', 'no_retries'] as const)(
    'documents every column that a query sees in %s, with its type',
    async (table) => {
      const columns = await lensRows(workspace, `SELECT column_name, column_type FROM (DESCRIBE ${table})`);
      const published = (table === 'staging' ? STAGING_COLUMNS : TRANSFORM_COLUMNS).map(({ name }) => name);
      const extra = LENS_COLUMNS.filter(({ tables }) => table !== 'staging' || tables === 'all');
      expect(columns.map((column) => column['column_name'])).toEqual([
        'id',
        ...published,
        ...extra.slice(1).map(({ name }) => name),
      ]);
      for (const { name, type, meaning } of extra) {
        expect(columns.find((column) => column['column_name'] === name)?.['column_type']).toBe(type);
        expect(dictionary).toMatch(
          new RegExp(`^\\| \`${name}\` \\|.*\\| ${meaning.es.replaceAll(/[()`.]/g, '\\$&')} \\|$`, 'm'),
        );
      }
      for (const name of published) expect(dictionary).toMatch(new RegExp(`^\\| \\d+ \\| \`${name}\` \\|`, 'm'));
    },
  );
});
