import type { RowSelection } from '../../../shared/contract/row-selection.ts';
import { filterBarWords } from '../../components/filter-bar/filter-bar-words.ts';
import { filterWords } from '../../components/filter-bar/filter-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useDashboard } from './dashboard-context.ts';

/** What a selection asks for, a phrase for each filter. */
export function useFilterPhrases({ filters, search }: RowSelection): readonly string[] {
  const t = useWords(filterBarWords);
  const format = useFormat();
  const { model } = useDashboard();
  const columns = new Map(
    (model.tables.find(({ name }) => name === 'transform')?.columns ?? []).map((column) => [column.name, column]),
  );
  const phrases = filters.map((one) =>
    filterWords(one, columns.get(one.column), t, (value) => format.number(value, 6)),
  );
  return search === '' ? phrases : [t('searchIs', { text: search }), ...phrases];
}
