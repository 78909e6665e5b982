import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDotsVertical, IconFilter, IconFilterFilled } from '@tabler/icons-react';
import { Fragment, useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import type { CardColumn } from '../../../../shared/contract/model-card.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useLanguage, useWords } from '../../../i18n/use-words.ts';
import { filterOfColumn } from '../../../state/selection-store.ts';
import { columnSentence } from '../card-table.ts';
import { useTable } from '../table-context.ts';
import { tableWords } from '../table-words.ts';
import { HeadHistogram } from './head-histogram.tsx';
import styles from './column-head.module.css';

const ICON = { size: 14, 'aria-hidden': true } as const;

/** The head of a column: name, order, how its values are spread, filter and menu. A click on the name orders by it. */
export function ColumnHead({
  card,
  progressSort,
  eGridHeader,
}: {
  readonly card: CardColumn;
  /** Orders by the column; `multi` keeps the orders that there are. */
  readonly progressSort: (multi?: boolean) => void;
  /** The grid's own element of the head. */
  readonly eGridHeader: HTMLElement;
}): ReactNode {
  const t = useWords(tableWords);
  const language = useLanguage();
  const format = useFormat();
  const { view, overviews, openHead, hasHistograms, found } = useTable();
  const { state } = view;
  const menuButton = useRef<HTMLButtonElement>(null);
  const sortAt = state.order.findIndex(({ column }) => column === card.name);
  const direction = state.order[sortAt]?.direction ?? null;
  const isFiltered = filterOfColumn(state.selection, card.name) !== null;
  const overview = useSyncExternalStore(overviews.subscribe, () => overviews.get(card.name));
  useEffect(
    () => (hasHistograms ? overviews.want(card.name) : undefined),
    [overviews, card.name, hasHistograms, overview],
  );
  const unit = card.unit === null || card.unit === 'code' || card.kind === 'timestamp' ? null : card.unit;
  const missing = overview ? overview.missing / Math.max(1, overview.rows) : null;
  const sentence = columnSentence(card, language);
  const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp;
  return (
    <div
      className={styles['head']}
      data-found={found === card.name || undefined}
      data-filtered={isFiltered || undefined}
    >
      {/* The head itself takes the keys: Enter orders, Alt+Down opens the menu. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- see above */}
      <div
        className={styles['title']}
        title={`${card.name}\n${sentence}`}
        onClick={({ shiftKey }) => progressSort(shiftKey)}
      >
        <span className={styles['name']}>
          {card.name.split('_').map((part, index) => (
            <Fragment key={index}>
              {index > 0 && (
                <>
                  _<wbr />
                </>
              )}
              {part}
            </Fragment>
          ))}
        </span>
        {direction !== null && (
          <span className={styles['sort']}>
            <Arrow size={13} aria-hidden />
            {state.order.length > 1 && sortAt + 1}
            <VisuallyHidden>
              {t(direction === 'ascending' ? 'sortedAscending' : 'sortedDescending', { place: sortAt + 1 })}
            </VisuallyHidden>
          </span>
        )}
      </div>
      {hasHistograms && <HeadHistogram card={card} overview={overview} />}
      <div className={styles['foot']}>
        <span className={styles['unit']}>
          {unit}
          {missing !== null && missing > 0 && (
            <span
              title={t('missingRows', { count: overview?.missing ?? 0, rows: format.number(overview?.missing ?? 0) })}
            >
              {unit === null ? '' : ' · '}∅{' '}
              {missing < 0.001 ? '<0.1 %' : format.percent(missing, missing < 0.0995 ? 1 : 0)}
            </span>
          )}
        </span>
        <span className={styles['buttons']}>
          <ActionIcon
            variant={isFiltered ? 'light' : 'subtle'}
            color={isFiltered ? 'accent' : 'gray'}
            size={24}
            tabIndex={-1}
            aria-label={t(isFiltered ? 'filteredColumn' : 'filterColumn', { column: card.name })}
            onClick={({ currentTarget }) => openHead('filter', card.name, currentTarget)}
          >
            {isFiltered ? <IconFilterFilled {...ICON} /> : <IconFilter {...ICON} />}
          </ActionIcon>
          <ActionIcon
            ref={menuButton}
            variant="subtle"
            color="gray"
            size={24}
            tabIndex={-1}
            aria-haspopup="menu"
            aria-label={t('columnMenu', { column: card.name })}
            onClick={() => openHead('menu', card.name, eGridHeader)}
          >
            <IconDotsVertical {...ICON} />
          </ActionIcon>
        </span>
      </div>
      <VisuallyHidden>{sentence}</VisuallyHidden>
    </div>
  );
}
