import { Button } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ExplainAnswer } from '../../../../shared/contract/aggregate.ts';
import type { RowSelection } from '../../../../shared/contract/row-selection.ts';
import { explainedAgainst } from '../../../../shared/dashboards/explained-difference.ts';
import { withOnlyFilter } from '../../../state/selection-filters.ts';
import { selectsEvery } from '../../../state/selection-store.ts';
import { useDashboard } from '../dashboard-context.ts';
import { useFilterPhrases } from '../use-filter-phrases.ts';
import { useExplainVoice } from './explain-voice.ts';
import styles from './explain-panel.module.css';

/** What is compared with what, in words and numbers; the legend of all charts below. */
export function ComparedSides({
  part,
  answer,
}: {
  readonly part: RowSelection;
  /** Null while it is under way. */
  readonly answer: ExplainAnswer | null;
}): ReactNode {
  const { t, format } = useExplainVoice();
  const { selection, change } = useDashboard();
  const against = explainedAgainst(selection, part);
  const partPhrases = useFilterPhrases(part);
  const restPhrases = useFilterPhrases(against);
  const all = answer === null ? 0 : answer.part + answer.rest;
  const isFiltered =
    part.search === selection.search &&
    part.filters.every((one) => selection.filters.some((other) => JSON.stringify(one) === JSON.stringify(other)));
  return (
    <div className={styles['sides']}>
      <div className={styles['sideRow']}>
        <span className={styles['swatch']} data-side="part" aria-hidden />
        <span className={styles['sideName']}>{t('part')}</span>
        <span className={styles['sideCount']}>
          {answer !== null &&
            t('partCount', {
              n: format.number(answer.part),
              share: format.percent(all === 0 ? 0 : answer.part / all),
            })}
        </span>
        <Phrases phrases={selectsEvery(part) ? [t('everything')] : partPhrases} />
      </div>
      <div className={styles['sideRow']}>
        <span className={styles['swatch']} data-side="rest" aria-hidden />
        <span className={styles['sideName']}>{t('rest')}</span>
        <span className={styles['sideCount']}>
          {answer !== null && t('restCount', { n: format.number(answer.rest) })}
        </span>
        <Phrases phrases={selectsEvery(against) ? [t('ofScope')] : restPhrases} />
      </div>
      {!isFiltered && (
        <div>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconFilter size={13} aria-hidden />}
            onClick={() =>
              change(
                part.filters.reduce(withOnlyFilter, {
                  ...selection,
                  search: part.search === '' ? selection.search : part.search,
                }),
              )
            }
          >
            {t('keepPart')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Phrases({ phrases }: { readonly phrases: readonly string[] }): ReactNode {
  return (
    <ul className={styles['phrases']}>
      {phrases.map((phrase) => (
        <li key={phrase} className={styles['phrase']}>
          {phrase}
        </li>
      ))}
    </ul>
  );
}
