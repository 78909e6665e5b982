import { describe, expect, test } from 'vitest';
import {
  baseName,
  folderOf,
  isAbsolutePath,
  joinPath,
  pathCrumbs,
  withWorkspaceEnding,
  workspaceTitle,
} from '../../../src/renderer/components/path-text.ts';

describe('pathCrumbs', () => {
  test('names every folder from the root down', () => {
    expect(pathCrumbs('/home/ana/data')).toEqual([
      { name: '/', path: '/' },
      { name: 'home', path: '/home' },
      { name: 'ana', path: '/home/ana' },
      { name: 'data', path: '/home/ana/data' },
    ]);
  });

  test('knows drives and shares of Windows', () => {
    expect(pathCrumbs('C:\\Users\\ana').map(({ path }) => path)).toEqual(['C:\\', 'C:\\Users', 'C:\\Users\\ana']);
    expect(pathCrumbs('\\\\server\\share\\data').map(({ name }) => name)).toEqual(['\\\\server\\share\\', 'data']);
  });

  test('takes a root and an ending separator for what they are', () => {
    expect(pathCrumbs('/')).toEqual([{ name: '/', path: '/' }]);
    expect(pathCrumbs('/data/').at(-1)).toEqual({ name: 'data', path: '/data' });
    expect(pathCrumbs('D:\\')).toEqual([{ name: 'D:\\', path: 'D:\\' }]);
  });

  test('leaves a backslash in a name of another system alone', () => {
    expect(baseName('/data/a\\b.csv')).toBe('a\\b.csv');
  });
});

describe('joinPath', () => {
  test('uses the separator of the folder, once', () => {
    expect(joinPath('/data', 'a.csv')).toBe('/data/a.csv');
    expect(joinPath('/', 'a.csv')).toBe('/a.csv');
    expect(joinPath('C:\\data', 'a.csv')).toBe('C:\\data\\a.csv');
    expect(joinPath('C:\\', 'a.csv')).toBe('C:\\a.csv');
  });
});

describe('folderOf', () => {
  test('is the folder above, and null for a root', () => {
    expect(folderOf('/data/a.csv')).toBe('/data');
    expect(folderOf('/data')).toBe('/');
    expect(folderOf('/')).toBeNull();
    expect(folderOf('C:\\a.csv')).toBe('C:\\');
  });
});

describe('isAbsolutePath', () => {
  test('tells a path from a root from any other text', () => {
    expect(['/x', 'C:\\x', '\\\\server\\x'].every(isAbsolutePath)).toBe(true);
    expect(['x', './x', '~/x', 'C:x', ''].some(isAbsolutePath)).toBe(false);
  });
});

describe('the name of a workspace', () => {
  test('is its folder without the ending', () => {
    expect(workspaceTitle('/data/january.veriscope')).toBe('january');
    expect(workspaceTitle('/data/january.veriscope/')).toBe('january');
    expect(workspaceTitle('/data/plain')).toBe('plain');
    expect(workspaceTitle('/data/.veriscope')).toBe('.veriscope');
  });

  test('gets the ending once', () => {
    expect(withWorkspaceEnding('/data/january')).toBe('/data/january.veriscope');
    expect(withWorkspaceEnding('/data/january.veriscope')).toBe('/data/january.veriscope');
    expect(withWorkspaceEnding('/data/january/')).toBe('/data/january.veriscope');
  });
});
