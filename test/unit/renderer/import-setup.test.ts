import { describe, expect, it } from 'vitest';
import type { ImportPreview } from '../../../src/shared/contract/preview.ts';
import { instantText } from '../../../src/renderer/features/import/instant-text.ts';
import { previewProblems } from '../../../src/renderer/features/import/preview-problems.ts';
import {
  nameProblem,
  proposedName,
  workspaceFolderName,
} from '../../../src/renderer/features/import/proposed-workspace.ts';
import { isAboutColumns, startBlockages } from '../../../src/renderer/features/import/start-blockage.ts';
import { zoneChoices } from '../../../src/renderer/features/import/zone-choices.ts';

describe('the name that is proposed for a workspace', () => {
  it('is that of the file without its endings', () => {
    expect(proposedName('/data/january.csv', [])).toBe('january');
    expect(proposedName('C:\\data\\January 2025.CSV.gz', [])).toBe('January 2025');
    expect(proposedName('/data/.csv', [])).toBe('workspace');
  });

  it('is a further one where it is taken, whatever the case', () => {
    expect(proposedName('/data/january.csv', ['January.veriscope'])).toBe('january-2');
    expect(proposedName('/data/january.csv', ['january.veriscope', 'january-2.veriscope'])).toBe('january-3');
  });

  it('holds no character that a file system refuses', () => {
    expect(proposedName('/data/a:b?c.csv', [])).toBe('a-b-c');
    expect(nameProblem(proposedName('/data/..strange. .csv', []))).toBeNull();
  });
});

describe('a name that a person types', () => {
  it('is refused where it is empty or no folder can bear it', () => {
    expect(nameProblem('  ')).toBe('empty');
    expect(nameProblem('.veriscope')).toBe('empty');
    expect(nameProblem('a/b')).toBe('forbidden');
    expect(nameProblem('january.')).toBe('forbidden');
    expect(nameProblem('january')).toBeNull();
  });

  it('gets the ending once', () => {
    expect(workspaceFolderName(' january ')).toBe('january.veriscope');
    expect(workspaceFolderName('january.veriscope')).toBe('january.veriscope');
  });
});

describe('what keeps an import from starting', () => {
  const columns: ImportPreview['columns'] = [
    { sourceName: 'date', stagingName: 'date', match: 'exact', nearest: null },
  ];
  const preview = { obstacle: null, columns, identityWarnings: [] };
  const ready = { preview, hasDestination: true, knowsIdentities: false, isUpdating: false, isBusy: false };
  const kinds = (change: Partial<Parameters<typeof startBlockages>[0]>): string[] =>
    startBlockages({ ...ready, ...change }).map(({ kind }) => kind);
  const obstacle = (code: string): ImportPreview['obstacle'] => ({ code, message: '', hint: '' });

  it('is nothing when all is decided', () => {
    expect(kinds({})).toEqual([]);
  });

  it('is a preview that is not there or not of these settings', () => {
    expect(kinds({ preview: undefined })).toEqual(['waiting']);
    expect(kinds({ isUpdating: true })).toEqual(['waiting']);
  });

  it('are warnings about identities until the person knows', () => {
    const warned = {
      ...preview,
      identityWarnings: [{ column: 'documento', shape: 'email', count: 1, ofRows: 2, maskedExample: 'a•@•' } as const],
    };
    expect(kinds({ preview: warned })).toEqual(['identities']);
    expect(kinds({ preview: warned, knowsIdentities: true })).toEqual([]);
  });

  it('is an obstacle, seen to at the columns where mapping may take it away', () => {
    const missing = { ...preview, obstacle: obstacle('REQUIRED_COLUMN_MISSING') };
    expect(startBlockages({ ...ready, preview: missing })).toEqual([{ kind: 'obstacle', step: 'columns' }]);
    expect(isAboutColumns({ ...missing, columns: [] })).toBe(false);
    const empty = { ...preview, obstacle: obstacle('SOURCE_EMPTY') };
    expect(startBlockages({ ...ready, preview: empty })).toEqual([{ kind: 'obstacle', step: 'file' }]);
  });

  it('is all of it, in the order of the steps', () => {
    expect(kinds({ hasDestination: false, isBusy: true, isUpdating: true })).toEqual([
      'destination',
      'busy',
      'waiting',
    ]);
  });
});

describe('problems of the previewed rows', () => {
  const columns = [
    { sourceName: 'fecha', stagingName: 'date', match: 'by-hand', nearest: null },
    { sourceName: 'code', stagingName: 'http_code', match: 'exact', nearest: null },
  ] as const;

  it('name the line, the staging column and the reason', () => {
    const rows: ImportPreview['rows'] = [
      {
        line: 2,
        cells: [
          { text: 'x', problem: 'not-a-date' },
          { text: '1', problem: null },
        ],
        problem: null,
      },
      { line: 3, cells: [], problem: 'too-few-columns' },
    ];
    expect(previewProblems(rows, columns)).toEqual([
      { line: 2, column: 'date', reason: 'not-a-date' },
      { line: 3, column: null, reason: 'too-few-columns' },
    ]);
  });
});

describe('an instant in the preview', () => {
  it.each([
    ['2025-01-08T12:24:49.127833Z', '2025-01-08 12:24:49.127833 UTC'],
    ['2025-01-08T12:24:49.500000Z', '2025-01-08 12:24:49.5 UTC'],
    ['2025-01-08T12:24:49.000000Z', '2025-01-08 12:24:49 UTC'],
    ['2025-01-08T12:24:40Z', '2025-01-08 12:24:40 UTC'],
  ])('%s reads %s', (iso, text) => {
    expect(instantText(iso)).toBe(text);
  });
});

describe('zones to choose from', () => {
  it('begin with UTC and the own one, and name no zone twice', () => {
    const groups = zoneChoices('America/Bogota');
    expect(groups[0]?.zones).toEqual(['UTC', 'America/Bogota']);
    const all = groups.flatMap(({ zones }) => zones);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain('-05:00');
    expect(all).toContain('+05:45');
  });

  it('do not offer a place that is not known', () => {
    expect(zoneChoices('Etc/Unknown')[0]?.zones).toEqual(['UTC']);
  });
});
