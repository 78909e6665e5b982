import { describe, expect, it } from 'vitest';
import type { WorkspaceInfo } from '../../../src/shared/contract/calls.ts';
import { err, ok } from '../../../src/shared/result.ts';
import { lostAnswer } from '../../../src/renderer/features/import/lost-answer.ts';

const run = (id: number, fileName: string, importedAt: string): WorkspaceInfo['runs'][number] => ({
  id,
  importedAt,
  fileName,
  sha256: 'ab'.repeat(32),
  bytes: 10,
  settings: {
    format: 'csv',
    delimiter: ',',
    encoding: 'utf-8',
    compression: 'none',
    decimalComma: false,
    defaultZone: 'UTC',
    columns: [],
    columnNames: {},
  },
  ledger: { read: 3, loaded: 2, rejected: 1, duplicates: 0 },
  productVersion: '0.1.0',
  milliseconds: 40,
  rejectsByReason: [{ reason: 'not-a-date', count: 1 }],
  corrected: 0,
});
const info = (...runs: WorkspaceInfo['runs']): WorkspaceInfo => ({
  name: 'w',
  folder: '/w.veriscope',
  tables: { staging: 2, transform: 2, no_retries: 1 },
  ledger: { read: 3, loaded: 2, rejected: 1, duplicates: 0 },
  runs,
  findings: [
    { run: 1, kind: 'value-missing', column: 'service', count: 9, firstLine: 2 },
    { run: 2, kind: 'out-of-range', column: 'http_code', count: 1, firstLine: 3 },
  ],
  bytes: 4096,
});
const asked = {
  file: '/data/january.csv',
  workspace: '/w.veriscope',
  since: Date.parse('2025-02-01T10:00:00.000Z'),
};
const before = run(1, 'january.csv', '2025-02-01T09:59:59.999Z');

describe('an import whose engine stopped', () => {
  it('has happened where the books have a run of the file since', () => {
    const mine = run(2, 'january.csv', '2025-02-01T10:00:05.000Z');
    expect(lostAnswer(ok(info(before, mine)), asked)).toEqual({
      kind: 'imported',
      outcome: {
        outcome: 'imported',
        run: 2,
        fileName: 'january.csv',
        sha256: mine.sha256,
        ledger: mine.ledger,
        tables: { staging: 2, transform: 2, no_retries: 1 },
        rejectsByReason: [{ reason: 'not-a-date', count: 1 }],
        findings: [{ kind: 'out-of-range', column: 'http_code', count: 1, firstLine: 3 }],
        milliseconds: { lensReady: 40, total: 40 },
      },
    });
  });

  it('has not where the file was imported earlier, or another one since', () => {
    const other = run(2, 'february.csv', '2025-02-01T10:00:05.000Z');
    expect(lostAnswer(ok(info(before, other)), asked)).toEqual({ kind: 'undone', isMade: true });
    expect(lostAnswer(ok(info()), asked)).toEqual({ kind: 'undone', isMade: true });
  });

  it('has not where there is no workspace', () => {
    expect(lostAnswer(err('WORKSPACE_NOT_FOUND', '', ''), asked)).toEqual({ kind: 'undone', isMade: false });
  });

  it('may have happened as long as the workspace cannot be read', () => {
    expect(lostAnswer(err('ENGINE_STOPPED', '', ''), asked)).toEqual({ kind: 'unknown' });
    expect(lostAnswer(err('SOURCE_NOT_READABLE', '', ''), asked)).toEqual({ kind: 'unknown' });
  });
});
