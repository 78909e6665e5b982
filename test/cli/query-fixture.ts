import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { createApp } from '../../src/main/app.ts';
import { queryTable, type QueryTable } from '../../src/cli/query-text.ts';
import { ok, type Result } from '../../src/shared/result.ts';
import { filesBelow } from '../helpers/folder-bytes.ts';
import { importFile } from '../helpers/import-fixture.ts';
import { folderOfFile } from '../helpers/temporary-folder.ts';
import { csvText, transaction, transactions } from '../helpers/transaction-csv.ts';

export const app = createApp('0.0.0-test');

/** A workspace of 31 transactions, one of them of another client and failed, with ways to query it. */
export interface QueryFixture {
  readonly root: string;
  readonly workspace: string;
  readonly source: string;
  readonly query: (sql: string, limit?: number) => Promise<Result<QueryTable>>;
  /** Throws where the query is refused or fails. */
  readonly rowsOf: (sql: string) => Promise<QueryTable['rows']>;
}

/** Made once for all tests of the file. */
export function queryFixture(): QueryFixture {
  const root = folderOfFile();
  const workspace = join(root, 'w.veriscope');
  const source = join(root, 'source.csv');
  const query: QueryFixture['query'] = async (sql, limit) => {
    const answer = await app.invoke('query.run', limit === undefined ? { workspace, sql } : { workspace, sql, limit });
    return answer.ok ? ok(queryTable(answer.value)) : answer;
  };
  const rowsOf: QueryFixture['rowsOf'] = async (sql) => {
    const answer = await query(sql);
    if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
    return answer.value.rows;
  };
  beforeAll(async () => {
    const other = transaction(31, { convenio: 'client_2', summary_status: 'error', summary_code: '302' });
    writeFileSync(source, csvText([...transactions(30), other]));
    await importFile(workspace, source);
    // The first query after an import may still fold the lens's log into its file.
    await rowsOf('SELECT 1');
  });
  return { root, workspace, source, query, rowsOf };
}

/** Every file below a folder with the hash of its content. */
export function hashesBelow(folder: string): readonly string[] {
  return filesBelow(folder).map((name) => {
    const hash = createHash('sha256').update(readFileSync(join(folder, name)));
    return `${name} ${hash.digest('hex')}`;
  });
}
