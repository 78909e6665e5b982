import { describe, expect, test } from 'vitest';
import type { CardColumn } from '../../../src/shared/contract/model-card.ts';
import { numberColumn, textColumn, truthColumn } from '../../../src/shared/row-block-cells.ts';
import { describeModel } from '../../../src/main/services/model/model-card.ts';
import { cardTable } from '../../../src/renderer/features/tables/card-table.ts';
import { cellMeaning } from '../../../src/renderer/features/tables/grid/cell-meaning.ts';
import { createCellText } from '../../../src/renderer/features/tables/grid/cell-text.ts';
import { pageRows } from '../../../src/renderer/features/tables/grid/page-row.ts';
import { rowsText } from '../../../src/renderer/features/tables/grid/rows-text.ts';
import { localClock, offsetOf, utcClock } from '../../../src/renderer/features/tables/grid/timestamp-text.ts';
import { tableWords } from '../../../src/renderer/features/tables/table-words.ts';
import { formatOf } from '../../../src/renderer/i18n/use-format.ts';
import { inWords } from './in-words.ts';

const card = describeModel();
const transform = cardTable(card, 'transform');
const staging = cardTable(card, 'staging');

function column(name: string, table = transform): CardColumn {
  const found = table.byName.get(name);
  if (found === undefined) throw new Error(`no column ${name}`);
  return found;
}

describe('a stored value means', () => {
  test.each([
    ['a probability of -1', column('prob_ibeta2_clip_near_img'), -1, 'not-executed'],
    ['a score of -2', column('score_liqe_near_img'), -2, 'not-computed'],
    ['a TOPIQ score of -1', column('score_topiq_near_img'), -1, 'gave-up'],
    ['a TOPIQ score of -2', column('score_topiq_near_img'), -2, 'not-computed'],
    ['a total of 0 for a microservice', column('total_time_ms_liqe'), 0, 'not-executed'],
    ['no time at all', column('total_time_ms'), null, 'missing'],
    ['negative other time', column('total_time_ms_other_mircroservices'), -105, 'overlap'],
    ['other time of 0', column('total_time_ms_other_mircroservices'), 0, 'value'],
    ['a negative wall time', column('total_time_ms'), -1, 'negative-time'],
    ['a wall time of 0', column('total_time_ms'), 0, 'value'],
    ['a probability beyond 1', column('prob_ibeta2_clip_near_img'), 1.2, 'beyond-one'],
    ['a probability of 1', column('prob_ibeta2_clip_near_img'), 1, 'value'],
    ['a staging probability of -1', column('prob_ibeta2_clip_near_img', staging), -1, 'beyond-one'],
    ['a staging TOPIQ score of -1', column('score_topiq_near_img', staging), -1, 'gave-up'],
    ['a staging queue time of 0', column('queue_time_ms_liqe_near_img', staging), 0, 'value'],
    ['an empty text', column('documento'), '', 'missing'],
    ['false', column('same_aspect_ratio'), false, 'value'],
  ] as const)('%s', (_, of, value, kind) => {
    expect(cellMeaning(of, value).kind).toBe(kind);
  });
});

describe('the text of a cell', () => {
  const textIn = (language: 'en' | 'es') =>
    createCellText({
      t: inWords(tableWords, language),
      format: formatOf(language),
      language,
      responses: card.responses,
    });
  const english = textIn('en');
  const spanish = textIn('es');

  test('groups amounts by the custom of the language, and never a code or a year', () => {
    expect(english.text(column('total_time_ms'), 12_345)).toBe('12,345');
    expect(spanish.text(column('total_time_ms'), 12_345)).toBe('12.345');
    expect(spanish.text(column('score_liqe_near_img'), 2.91573)).toBe('2,91573');
    expect(english.text(column('summary_code'), 1400)).toBe('1400');
    expect(english.text(column('date_year'), 2025)).toBe('2025');
  });

  test('tells a sentinel by what it stands for, and the stored value in the note', () => {
    expect(english.text(column('prob_ibeta2_clip_near_img'), -1)).toBe('not executed');
    expect(english.note(column('prob_ibeta2_clip_near_img'), -1)).toContain('-1');
    expect(spanish.text(column('score_liqe_near_img'), -2)).toBe('no se calculó');
    expect(english.text(column('documento'), null)).toBe('–');
    expect(english.note(column('documento'), null)).toContain('NULL');
  });

  test('says why a number looks wrong, and shows it all the same', () => {
    const other = column('total_time_ms_other_mircroservices');
    expect(english.text(other, -105)).toBe('-105');
    expect(english.note(other, -105)).toContain('side by side');
  });

  test('puts truths in words and notes what an answer says', () => {
    expect(english.text(column('same_aspect_ratio'), true)).toBe('yes');
    expect(spanish.text(column('same_aspect_ratio'), false)).toBe('no');
    const answer = card.responses.find(({ outcome }) => outcome === 'accepted');
    expect(spanish.note(column('summary_code'), answer?.code ?? 0)).toBe(answer?.message.es);
  });

  test('is nothing as long as the row is not there', () => {
    expect(english.text(column('documento'), undefined)).toBe('');
    expect(english.note(column('documento'), undefined)).toBeNull();
  });
});

describe('a timestamp', () => {
  test('is shown on the clock that wrote it and noted in UTC, to the microsecond', () => {
    const stored = '2025-01-08 23:24:49.127833-05:00';
    expect(localClock(stored)).toBe('2025-01-08 23:24:49.127833');
    expect(utcClock(stored)).toBe('2025-01-09 04:24:49.127833Z');
    expect(offsetOf(stored)).toBe('-05:00');
  });

  test('with a T or without an offset is read, and what is none is left as it is', () => {
    expect(utcClock('2025-01-08T23:24:49+05:30')).toBe('2025-01-08 17:54:49Z');
    expect(localClock('2025-01-08T23:24:49')).toBe('2025-01-08 23:24:49');
    expect(utcClock('2025-01-08T23:24:49')).toBeNull();
    expect(localClock('yesterday')).toBe('yesterday');
  });
});

describe('rows', () => {
  test('of a block are read by column, with what is missing and what was not asked for told apart', () => {
    const rows = pageRows({
      rows: 2,
      columns: [
        numberColumn('id', [7, 9]),
        numberColumn('a', [1.5, null]),
        textColumn('b', ['x', 'x']),
        truthColumn('c', [true, null]),
      ],
    });
    expect(rows.map(({ id }) => id)).toEqual([7, 9]);
    expect(rows.map((row) => [row.read('a'), row.read('b'), row.read('c'), row.read('d')])).toEqual([
      [1.5, 'x', true, undefined],
      [null, 'x', null, undefined],
    ]);
  });

  test('are copied exactly, under names, with quotes where a cell would break the table', () => {
    expect(
      rowsText(
        ['a', 'b'],
        [
          [1234.5, null],
          ['tab\there', 'say "no"'],
        ],
      ),
    ).toBe('a\tb\n1234.5\t\n"tab\there"\t"say ""no"""');
  });
});
