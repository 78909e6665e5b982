import { describe, expect, it } from 'vitest';
import { filesHolding } from '../helpers/folder-bytes.ts';
import { bookContents, importFixture, refusal, storedRejects } from '../helpers/import-fixture.ts';
import { COLUMN_NAMES, csvText, transaction } from '../helpers/transaction-csv.ts';

const SECRET = 'ZQXJ-dropped-value';
const COLUMNS = ['Latitud', ...COLUMN_NAMES, 'Ip'];

/** Rows that end in every way, each with values in columns that are not stored. */
function rows(kept: string) {
  const secret = (index: number, changes = {}) =>
    transaction(index, { Latitud: `${SECRET}-lat-${index}`, Ip: `${SECRET}-ip-${index}`, ...changes });
  return [
    secret(0, { summary_desc: kept }),
    secret(1),
    secret(2, { http_code: 'bad' }),
    secret(3, { date: 'bad' }),
    secret(4, { file_token: '' }),
    secret(1),
    secret(1, { total_time_ms: '501' }),
    secret(5, { service: 'm\0n' }),
  ];
}

describe('values of columns that are not stored', () => {
  it.each([
    ['the fast reader', (text: string) => Buffer.from(text.replace('\0', ''))],
    ['the careful reader', (text: string) => Buffer.from(text)],
    ['the careful reader, in UTF-16', (text: string) => Buffer.from(text, 'utf16le')],
  ] satisfies [string, (text: string) => Buffer][])('are in no byte of the workspace after %s', async (_, encode) => {
    const { workspace, import: importText } = importFixture();
    const kept = 'QJXZ-kept-value';
    const lines = csvText(rows(kept), { columns: COLUMNS }).split('\n');
    lines.splice(3, 0, `${SECRET}-few,a,b`, `${lines[1]},${SECRET}-many`, '');
    const { ledger, findings } = await importText(encode(lines.join('\n')));
    expect(ledger.read).toBe(10);
    expect(ledger.rejected).toBeGreaterThanOrEqual(6);
    expect(findings.filter(({ kind }) => kind === 'column-dropped').map(({ column }) => column)).toEqual([
      'Latitud',
      'Ip',
    ]);
    expect(filesHolding(workspace, kept)).toContain('workspace.sqlite');
    expect(filesHolding(workspace, SECRET)).toEqual([]);
    expect(JSON.stringify(bookContents(workspace))).not.toContain(SECRET);
    // What cannot be told apart is not kept; the kept columns of a row of the right width are.
    for (const { reason, rawText } of storedRejects(workspace)) {
      expect(rawText === null).toBe(['too-few-columns', 'too-many-columns', 'nul-character'].includes(reason));
    }
  });

  it('are in no byte of the workspace after a broken quote', async () => {
    const { workspace, import: importText } = importFixture();
    const lines = csvText(rows('kept'), { columns: COLUMNS }).split('\n');
    lines[2] = `"${lines[2]}`;
    const { ledger } = await importText(lines.join('\n'));
    expect(ledger.read).toBe(8);
    expect(filesHolding(workspace, SECRET)).toEqual([]);
  });

  it('are in no byte of the workspace, nor in the message, after a refused import', async () => {
    const { workspace, import: importText } = importFixture();
    await importText(csvText([transaction(100)]));
    const error = await refusal(importText(csvText(rows('kept'), { columns: COLUMNS }), { maxRejects: 0 }));
    expect(error.code).toBe('TOO_MANY_REJECTS');
    expect(JSON.stringify(error)).not.toContain(SECRET);
    expect(filesHolding(workspace, SECRET)).toEqual([]);
  });
});
