import { describe, expect, test } from 'vitest';
import {
  hasEnding,
  nameProblem,
  shownEntries,
  typedEntry,
  withEnding,
  type EntryChoice,
} from '../../../src/renderer/components/file-dialog/shown-entries.ts';
import type { FolderEntry } from '../../../src/shared/contract/host-calls.ts';

const entry = (name: string, kind: FolderEntry['kind'] = 'file', bytes: number | null = null): FolderEntry => ({
  name,
  path: `/data/${name}`,
  kind,
  bytes,
  modifiedAt: null,
});
const ENTRIES = [
  entry('b10.csv', 'file', 5),
  entry('b9.csv', 'file', 50),
  entry('notes.txt', 'file', 1),
  entry('january.veriscope', 'workspace'),
  entry('Archive', 'folder'),
];
const choice = (patch: Partial<EntryChoice> = {}): EntryChoice => ({
  purpose: 'open-file',
  extensions: null,
  column: 'name',
  isDescending: false,
  ...patch,
});
const names = (patch?: Partial<EntryChoice>): readonly string[] =>
  shownEntries(ENTRIES, choice(patch)).map(({ name }) => name);

describe('shownEntries', () => {
  test('shows folders before files and names in natural order', () => {
    expect(names()).toEqual(['Archive', 'january.veriscope', 'b9.csv', 'b10.csv', 'notes.txt']);
  });

  test('keeps folders first whatever the order', () => {
    expect(names({ column: 'bytes', isDescending: true })).toEqual([
      'Archive',
      'january.veriscope',
      'b9.csv',
      'b10.csv',
      'notes.txt',
    ]);
    expect(names({ isDescending: true }).slice(0, 2)).toEqual(['january.veriscope', 'Archive']);
  });

  test('shows files of the wanted kinds only, and none where a folder is asked for', () => {
    expect(names({ extensions: ['csv'] })).toEqual(['Archive', 'january.veriscope', 'b9.csv', 'b10.csv']);
    expect(names({ purpose: 'open-folder' })).toEqual(['Archive', 'january.veriscope']);
  });
});

describe('hasEnding', () => {
  test('knows endings of two parts, whatever their case, and the star', () => {
    expect(hasEnding('A.CSV.GZ', ['csv.gz'])).toBe(true);
    expect(hasEnding('a.gz', ['csv.gz'])).toBe(false);
    expect(hasEnding('acsv', ['csv'])).toBe(false);
    expect(hasEnding('anything', ['*'])).toBe(true);
  });
});

describe('withEnding', () => {
  test('adds the ending of the chosen kind where the name has none of its endings', () => {
    expect(withEnding('report', ['html', 'pdf'])).toBe('report.html');
    expect(withEnding(' report.pdf ', ['html', 'pdf'])).toBe('report.pdf');
    expect(withEnding('report', null)).toBe('report');
    expect(withEnding('report', ['*'])).toBe('report');
  });
});

describe('typedEntry', () => {
  test('finds the next entry that begins so, going round', () => {
    expect(typedEntry(ENTRIES, 'b', 0)).toBe(0);
    expect(typedEntry(ENTRIES, 'b', 1)).toBe(1);
    expect(typedEntry(ENTRIES, 'b', 2)).toBe(0);
    expect(typedEntry(ENTRIES, 'arch', 0)).toBe(4);
    expect(typedEntry(ENTRIES, 'z', 0)).toBe(-1);
    expect(typedEntry([], 'z', 0)).toBe(-1);
  });
});

describe('nameProblem', () => {
  test('refuses names that lead elsewhere', () => {
    expect(nameProblem('  ')).toBe('empty');
    expect(nameProblem('../x')).toBe('separator');
    expect(nameProblem('a\\b')).toBe('separator');
    expect(nameProblem('..')).toBe('separator');
    expect(nameProblem('a..b')).toBeNull();
  });
});
