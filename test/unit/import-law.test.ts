import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { environmentWithNode24 } from '../../scripts/lib/paths.mjs';
import { zones } from '../../scripts/lint/import-law-table.mjs';
import { judgeFileName, judgeImport } from '../../scripts/lint/judge-import.mjs';

const projectRoot = dirname(dirname(import.meta.dirname));

describe('lawful imports', () => {
  test.each([
    ['src/shared/result.ts', './assert-never.ts'],
    ['src/shared/contract/calls.ts', '../result.ts'],
    ['src/etl/model/column.ts', '../../shared/result.ts'],
    ['src/etl/sql/render.ts', '../model/column.ts'],
    ['src/main/engine/lens.ts', '../../etl/sql/render.ts'],
    ['src/main/services/figures/figures.ts', '../../engine/lens.ts'],
    ['src/main/services/figures/figures.ts', '../profile/profile.ts'],
    ['src/main/app.ts', './services/figures/figures.ts'],
    ['src/main/app.ts', '../etl/model/column.ts'],
    ['src/main/rpc/router.ts', '../app.ts'],
    ['src/main/hosts/web/serve.ts', '../../rpc/router.ts'],
    ['src/main/hosts/electron/window.ts', 'electron'],
    ['src/preload/preload.ts', 'electron'],
    ['src/preload/preload.ts', '../shared/result.ts'],
    ['src/renderer/view.tsx', '../shared/result.ts'],
    ['src/renderer/view.tsx', 'react'],
    ['src/renderer/view.tsx', './logo.svg?url'],
    ['src/cli/main.ts', '../main/app.ts'],
    ['src/cli/main.ts', '../main/app'],
    ['src/cli/main.ts', '../etl/model/column.ts'],
    ['src/cli/main.ts', '../../package.json'],
    ['src/etl/model/response-codes.ts', '../../../resources/response-codes.json'],
    ['src/etl/model/column.ts', 'node:path'],
    ['test/unit/anything.test.ts', '../../src/main/engine/lens.ts'],
    ['scripts/bench.mjs', '../src/renderer/view.tsx'],
  ])('%s may import %s', (file, specifier) => {
    expect(judgeImport(file, specifier)).toBeUndefined();
  });
});

describe('unlawful imports', () => {
  test.each([
    ['src/shared/result.ts', '../etl/model/column.ts', 'only itself, not src/etl/model/column.ts'],
    ['src/etl/model/column.ts', '../../main/engine/lens.ts', 'not src/main/engine/lens.ts'],
    ['src/main/engine/lens.ts', '../services/figures.ts', 'not src/main/services/figures.ts'],
    ['src/main/engine/lens.ts', '../app.ts', 'not src/main/app.ts'],
    ['src/main/services/figures.ts', '../rpc/router.ts', 'not src/main/rpc/router.ts'],
    ['src/main/rpc/router.ts', '../../etl/model/column.ts', 'not src/etl/model/column.ts'],
    ['src/main/hosts/web/serve.ts', '../../../etl/model/column.ts', 'not src/etl/model/column.ts'],
    ['src/main/app.ts', '../renderer/view.tsx', 'not src/renderer/view.tsx'],
    ['src/preload/preload.ts', '../main/app.ts', 'not src/main/app.ts'],
    ['src/renderer/view.tsx', '../main/app.ts', 'not src/main/app.ts'],
    ['src/renderer/view.tsx', '../etl/model/column.ts', 'not src/etl/model/column.ts'],
    ['src/cli/main.ts', '../main/engine/lens.ts', 'not src/main/engine/lens.ts'],
    ['src/cli/main.ts', '../main/app-helper.ts', 'not src/main/app-helper.ts'],
    ['src/shared/result.ts', '../../test/helpers/rows.ts', 'not test/helpers/rows.ts'],
    ['src/shared/result.ts', '../shared-secrets/x.ts', 'not src/shared-secrets/x.ts'],
    ['src/main/hosts/web/serve.ts', 'electron', 'electron is imported in'],
    ['src/main/app.ts', 'electron/main', 'electron is imported in'],
    ['src/shared/result.ts', '/home/me/x.ts', 'absolute path'],
    ['src/stray.ts', 'zod', 'in no folder of the import law'],
  ])('%s may not import %s', (file, specifier, reason) => {
    expect(judgeImport(file, specifier)).toContain(reason);
  });
});

describe('file names', () => {
  test.each(['src/etl/model/column.ts', 'src/renderer/grid-2.tsx', 'src/shared/a.test.ts', 'test/unit/AnyThing.ts'])(
    '%s is lawful',
    (file) => {
      expect(judgeFileName(file)).toBeUndefined();
    },
  );

  test.each([
    ['src/etl/model/Column.ts', 'kebab-case'],
    ['src/etl/model/two_words.ts', 'kebab-case'],
    ['src/etl/Model/column.ts', 'kebab-case'],
    ['src/etl/model/double--dash.ts', 'kebab-case'],
    ['src/etl/model/column.js', 'TypeScript'],
    ['src/etl/model/column.mjs', 'TypeScript'],
  ])('%s is not lawful', (file, reason) => {
    expect(judgeFileName(file)).toContain(reason);
  });
});

test('every folder of the table is closed by a slash', () => {
  expect(zones.map(({ folder }) => folder).filter((folder) => !/^src\/.+\/$/.test(folder))).toEqual([]);
});

describe('the linter with the configuration of this project', () => {
  let folder = '';
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'veriscope-import-law-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('passes a lawful tree', () => {
    const result = lint({
      'src/shared/one.ts': 'export const one = 1;\n',
      'src/etl/two.ts': "import { one } from '../shared/one.ts';\nexport const two = one + one;\n",
      'src/cli/main.ts': "export { two } from '../etl/two.ts';\n",
    });
    expect(result).toEqual({ code: 0, findings: [] });
  });

  test.each([
    ['import', "import { two } from '../etl/two.ts';\nexport const one = two;\n"],
    ['import of a type', "import type { Two } from '../etl/two.ts';\nexport const one: Two = 2;\n"],
    ['import for its effect', "import '../etl/two.ts';\nexport const one = 1;\n"],
    ['export from', "export { two } from '../etl/two.ts';\n"],
    ['export all', "export * from '../etl/two.ts';\n"],
    ['dynamic import', "export const one = async (): Promise<unknown> => await import('../etl/two.ts');\n"],
    ['dynamic import by template', 'export const one = async (): Promise<unknown> => await import(`../etl/two.ts`);\n'],
    ['dynamic import of anything', 'export const one = async (x: string): Promise<unknown> => await import(x);\n'],
    ['type query', "export type One = import('../etl/two.ts').Two;\n"],
  ])('fails an unlawful %s', (_kind, code) => {
    const result = lint({
      'src/shared/one.ts': code,
      'src/etl/two.ts': 'export type Two = 2;\nexport const two: Two = 2;\n',
    });
    expect(result.code).toBe(1);
    expect(result.findings).toContainEqual({ file: 'src/shared/one.ts', rule: 'veriscope(import-law)' });
  });

  test('fails a file that is not named in kebab-case', () => {
    const result = lint({ 'src/shared/badName.ts': 'export const one = 1;\n' });
    expect(result).toEqual({ code: 1, findings: [{ file: 'src/shared/badName.ts', rule: 'veriscope(file-name)' }] });
  });

  function lint(files: Record<string, string>): { code: number | null; findings: { file: string; rule: string }[] } {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const linter = join(projectRoot, 'node_modules', 'oxlint', 'bin', 'oxlint');
    const args = [linter, '--config', join(projectRoot, '.oxlintrc.json'), '--format', 'json'];
    const { status, stdout } = spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: 'utf8',
      env: environmentWithNode24(process.execPath),
    });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] };
    return {
      code: status,
      findings: diagnostics.map(({ filename, code }) => ({ file: filename.replaceAll('\\', '/'), rule: code })),
    };
  }
});
