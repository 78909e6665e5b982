import type { DashboardPageName } from '../declared-query.ts';
import { clientsPageFigures } from './clients-page-figures.ts';
import type { PageFigures, PageSubject } from './page-subject.ts';
import { qualityPageFigures } from './quality-page-figures.ts';
import { retriesPageFigures } from './retries-page-figures.ts';
import { timesPageFigures } from './times-page-figures.ts';

const PAGES: Readonly<Record<DashboardPageName, (subject: PageSubject) => PageFigures>> = {
  clients: clientsPageFigures,
  times: timesPageFigures,
  retries: retriesPageFigures,
  quality: qualityPageFigures,
};

/** Findings and numbers of a page, by the very functions that its charts draw from. */
export function pageFigures(page: DashboardPageName, subject: PageSubject): PageFigures {
  return PAGES[page](subject);
}
