import type { DashboardPageName } from '../../../../shared/dashboards/declared-query.ts';
import type { Block, Section } from '../structure/report-structure.ts';
import { chartSections, type ChartSectionName } from './chart-sections.ts';
import { describeCards } from './describe-cards.ts';
import type { DescribeContext } from './describe-context.ts';
import { readable } from './readable.ts';
import { section } from './section.ts';

/** Which questions of the report a page of the dashboards asks. */
const ASKED: Readonly<Record<DashboardPageName, readonly ChartSectionName[]>> = {
  clients: ['volume', 'acceptance'],
  times: ['time'],
  retries: ['retries'],
  quality: ['images'],
};

/** A chapter for each saved view: its filters, its headline figures and the charts of its page. */
export function describeViews(context: DescribeContext): readonly Section[] {
  const { page } = context.words;
  const chapters = context.views.map((view, index): Section => {
    const id = `view-${index + 1}`;
    const inView: DescribeContext = { ...context, figures: view.figures };
    const { scope } = view.figures;
    const lead = page.leads.view(
      page.pages[view.page],
      page.tables[scope.table],
      readable(context.format.text(scope.filterWords)),
    );
    const charts = chartSections(inView)
      .filter(({ name }) => ASKED[view.page].includes(name))
      .flatMap((group) => group.charts)
      .map((chart) => ({ ...chart, id: `${id}-${chart.id}` }));
    const blocks: readonly Block[] =
      scope.transactions === 0
        ? [{ kind: 'notes', notes: [page.emptyView] }]
        : [
            { kind: 'cards', cards: describeCards(inView) },
            { kind: 'charts', charts },
          ];
    return section(id, readable(view.name), blocks, lead);
  });
  return chapters.length === 0 ? [] : [section('views', page.sections.views, [], page.leads.views, chapters)];
}
