import { describe, expect, test } from 'vitest';
import { routeOfPath } from '../../../src/renderer/app/drop/open-path.ts';

describe('routeOfPath', () => {
  test('imports tables of text into the workspace that is open', () => {
    for (const name of ['a.csv', 'A.CSV', 'a.csv.gz', 'a.tsv', 'a.txt'])
      expect(routeOfPath(`/data/${name}`, false, '/w.veriscope')).toEqual({
        kind: 'import',
        file: `/data/${name}`,
        workspace: '/w.veriscope',
      });
  });

  test('opens a workspace by its folder or by its book', () => {
    const opened = { kind: 'table', workspace: '/data/w.veriscope', table: 'transform', view: null, row: null };
    expect(routeOfPath('/data/w.veriscope', true, null)).toEqual(opened);
    expect(routeOfPath('/data/w.veriscope', false, null)).toEqual(opened);
    expect(routeOfPath('/data/w.veriscope/workspace.sqlite', false, null)).toEqual(opened);
  });

  test('opens nothing else', () => {
    for (const name of ['a.pdf', 'a.xlsx', 'csv', 'a.csv.zip', 'lens.duckdb'])
      expect(routeOfPath(`/data/${name}`, false, null)).toBeNull();
  });
});
