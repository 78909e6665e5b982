import { useWords } from '../../i18n/use-words.ts';
import { useDashboard } from './dashboard-context.ts';
import { dashboardWords, SCOPE_WORDS } from './dashboard-words.ts';
import { useFilterPhrases } from './use-filter-phrases.ts';

/** Which transactions the page is about, as a sentence for what leaves the window. */
export function useSelectionWords(): string {
  const t = useWords(dashboardWords);
  const { scope, selection } = useDashboard();
  return [t(SCOPE_WORDS[scope]), ...useFilterPhrases(selection)].join(' · ');
}
