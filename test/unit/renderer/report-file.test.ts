import { expect, test } from 'vitest';
import {
  folderOf,
  proposedReport,
  withFormat,
  workspaceName,
} from '../../../src/renderer/features/report/report-file.ts';

test('a report is proposed beside the documents, named after the workspace and the day', () => {
  const now = new Date(2025, 0, 5);
  expect(proposedReport('/home/a/Documents', '/', 'january', 'pdf', now)).toBe(
    '/home/a/Documents/january report 2025-01-05.pdf',
  );
});

test('another format changes the ending only', () => {
  expect([withFormat('/a/b.html', 'pdf'), withFormat('/a/b.v2', 'html'), withFormat('/a/b.PDF', 'html')]).toEqual([
    '/a/b.pdf',
    '/a/b.v2.html',
    '/a/b.html',
  ]);
});

test('names and folders are found in paths of every platform', () => {
  expect([workspaceName('/data/january.veriscope/'), workspaceName('C:\\data\\january.veriscope')]).toEqual([
    'january',
    'january',
  ]);
  expect([folderOf('/a/b.html'), folderOf('C:\\a\\b.html')]).toEqual(['/a', 'C:\\a']);
});
