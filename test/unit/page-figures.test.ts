import { describe, expect, it } from 'vitest';
import { describeModel } from '../../src/main/services/model/model-card.ts';
import { DASHBOARD_PAGES } from '../../src/shared/dashboards/declared-query.ts';
import { findingVoice } from '../../src/shared/dashboards/finding-voice.ts';
import { pageQueries } from '../../src/shared/dashboards/page-queries.ts';
import { pageFigures } from '../../src/shared/dashboards/pages/page-figures.ts';
import { LANGUAGES } from '../../src/shared/language.ts';
import { EVERY_ROW } from '../../src/shared/contract/row-selection.ts';
import { pageText } from '../../src/shared/text/page-text.ts';

const model = describeModel();
const NOTHING = { answers: {}, model, filters: [] };

describe.each(DASHBOARD_PAGES)('the figures of the page %s', (page) => {
  it('answer every question that the page declares, and no other', () => {
    const { tables } = pageFigures(page, { ...NOTHING, voice: findingVoice('en') });
    const answered = new Set(tables.flatMap(({ questions }) => questions));
    expect([...answered].toSorted()).toEqual(Object.keys(pageQueries(page, model.microservices)).toSorted());
  });

  it('bear names that tell tables and columns apart', () => {
    const { tables } = pageFigures(page, { ...NOTHING, voice: findingVoice('en') });
    const names = tables.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    for (const { name, columns } of tables) {
      const columnNames = columns.map((column) => column.name);
      expect({ name, columnNames }).toEqual({ name, columnNames: [...new Set(columnNames)] });
    }
  });

  it('are told in every language, with no title in common but names', () => {
    const [english, spanish] = LANGUAGES.map((language) =>
      pageFigures(page, { ...NOTHING, voice: findingVoice(language) }).tables.map(({ title }) => title),
    );
    expect(english?.length).toBe(spanish?.length);
    expect(english?.filter((title, at) => title === spanish?.[at])).toEqual([]);
  });

  it('are told without a transaction too', () => {
    const figures = pageFigures(page, { ...NOTHING, voice: findingVoice('en') });
    const about = { page, scope: 'all', selection: EVERY_ROW, rows: 0, ofRows: 0, figures } as const;
    expect(pageText(about, 'en')).toContain('No transaction matches.');
  });
});
