import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createApp } from '../../src/main/app.ts';
import { keepOpenAccess } from '../../src/main/engine/keep-open-access.ts';
import type { CallAnswer, CallName, CallRequest } from '../../src/shared/contract/calls.ts';
import { importFile } from './import-fixture.ts';
import { folderOfFile } from './temporary-folder.ts';
import { csvText, type CsvCells } from './transaction-csv.ts';

/** An app that keeps one workspace open, and how to ask it. */
export interface AppFixture {
  readonly root: string;
  readonly workspace: string;
  /** Throws where the call fails. */
  readonly ask: <Name extends CallName>(
    name: Name,
    request: Omit<CallRequest<Name>, 'workspace'>,
  ) => Promise<CallAnswer<Name>>;
  /** The code and the message of a call that fails. */
  readonly refusal: <Name extends CallName>(
    name: Name,
    request: Omit<CallRequest<Name>, 'workspace'>,
  ) => Promise<{ readonly code: string; readonly message: string }>;
}

/** Made once for all tests of the file: each list of rows is imported as a file of its own. */
export function appFixture(...imports: readonly (() => readonly CsvCells[])[]): AppFixture {
  const root = folderOfFile();
  const workspace = join(root, 'w.veriscope');
  const access = keepOpenAccess();
  const app = createApp('0.0.0-test', { access });
  beforeAll(async () => {
    for (const [index, rows] of imports.entries()) {
      const file = join(root, `source-${index + 1}.csv`);
      writeFileSync(file, csvText(rows()));
      await importFile(workspace, file);
    }
  });
  afterAll(() => access.dispose());
  const call = <Name extends CallName>(name: Name, request: Omit<CallRequest<Name>, 'workspace'>) =>
    app.invoke(name, { workspace, ...request } as CallRequest<Name>);
  return {
    root,
    workspace,
    ask: async (name, request) => {
      const answer = await call(name, request);
      if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
      return answer.value;
    },
    refusal: async (name, request) => {
      const answer = await call(name, request);
      if (answer.ok) throw new Error(`${name} was not refused`);
      return answer.error;
    },
  };
}
