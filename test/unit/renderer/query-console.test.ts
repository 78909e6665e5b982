import { describe, expect, test } from 'vitest';
import { anyColumn } from '../../../src/shared/row-block-cells.ts';
import { answerAsTsv } from '../../../src/renderer/features/query/answer-as-tsv.ts';
import { suggestedChart } from '../../../src/renderer/features/query/chart-choice.ts';
import { quotedName } from '../../../src/renderer/features/query/quoted-name.ts';
import { MOST_HISTORY, withRan, type RanQuery } from '../../../src/renderer/features/query/query-run.ts';

const column = (name: string, type: string) => ({ name, type });
const ran = (sql: string): RanQuery => ({ sql, at: '2025-01-01T00:00:00.000Z', milliseconds: 1, rows: 1 });

describe('the chart that an answer asks for', () => {
  test('is bars of the first amount by the first text, and a code is no amount', () => {
    const columns = [column('summary_code', 'BIGINT'), column('summary_desc', 'VARCHAR'), column('n', 'BIGINT')];
    expect(suggestedChart(columns, 5)).toEqual({ kind: 'bars', x: 1, y: 2 });
  });

  test('is a line where there is a time', () => {
    expect(suggestedChart([column('day', 'DATE'), column('n', 'BIGINT')], 5)).toEqual({ kind: 'line', x: 0, y: 1 });
  });

  test('is points for many rows of two amounts', () => {
    expect(suggestedChart([column('a', 'DOUBLE'), column('b', 'DOUBLE')], 500)?.kind).toBe('points');
  });

  test('is none without a number', () => {
    expect(suggestedChart([column('a', 'VARCHAR')], 5)).toBeNull();
  });
});

describe('the history', () => {
  test('holds a query once, at the head', () => {
    expect(withRan([ran('a'), ran('b')], ran('b')).map(({ sql }) => sql)).toEqual(['b', 'a']);
  });

  test('forgets the oldest', () => {
    const full = Array.from({ length: MOST_HISTORY }, (_, index) => ran(`q${index}`));
    const next = withRan(full, ran('new'));
    expect(next).toHaveLength(MOST_HISTORY);
    expect(next[0]?.sql).toBe('new');
    expect(next.at(-1)?.sql).toBe(`q${MOST_HISTORY - 2}`);
  });
});

test('a name is quoted only where SQL needs it', () => {
  expect([quotedName('total_time_ms'), quotedName('procesoConvenioGuid'), quotedName('a"b')]).toEqual([
    'total_time_ms',
    '"procesoConvenioGuid"',
    '"a""b"',
  ]);
});

test('an answer is copied with its header, exact numbers, empty cells for missing values, and quotes where a cell needs them', () => {
  const columns = [column('n', 'DOUBLE'), column('t', 'VARCHAR')];
  const block = { rows: 2, columns: [anyColumn('n', [0.1, null]), anyColumn('t', ['a\tb', 'c'])] };
  expect(answerAsTsv({ columns, block, truncated: false, milliseconds: 1 })).toBe('n\tt\n0.1\t"a\tb"\n\tc');
});
