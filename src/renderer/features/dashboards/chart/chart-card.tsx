import { Modal, Text, Title } from '@mantine/core';
import { useCallback, useId, useMemo, useState, type ReactNode } from 'react';
import type { ColumnFilter, RowSelection } from '../../../../shared/contract/row-selection.ts';
import type { DeclaredQuery } from '../../../../shared/dashboards/declared-query.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import type { Answers } from '../coordinator/use-answers.ts';
import { dashboardWords } from '../dashboard-words.ts';
import { ChartCardContext, type ChartPicture } from './chart-card-context.ts';
import { ChartMenu } from './chart-menu.tsx';
import type { ChartTable } from './chart-table.ts';
import { TableView } from './table-view.tsx';
import styles from './chart-card.module.css';

export interface ChartCardProps {
  /** What the chart shows, always the same words: `Acceptance by client`. */
  readonly title: string;
  /** What it says at this moment, as a sentence: `convenio_2 is accepted least: 58.1 % (n 2,310)`. It becomes the heading. */
  readonly finding?: string | null;
  /** What is measured, in words: `share of transactions, Wilson 95 %`. */
  readonly unit?: string;
  /** How many of that unit the chart rests on, printed as `n = …`. */
  readonly n?: number | null;
  /** Of the width of the page; every card is as wide as the page where there is no room. Half unless told. */
  readonly size?: 'quarter' | 'third' | 'half' | 'two-thirds' | 'full';
  /** The questions behind the chart: the menu shows the SQL of each. */
  readonly queries?: readonly DeclaredQuery[];
  /** The same data as a table; null while there is none yet (skeleton), no rows: "nothing selected". */
  readonly table: ChartTable | null;
  /** What is said instead of the chart where the table has no rows. */
  readonly nothing?: string;
  /** Filters that lead to the transactions behind the chart, on top of the page's; null: no rows can be shown. None unless told. */
  readonly drill?: readonly ColumnFilter[] | null;
  /** The rows to be explained against the rest of the page's selection; the menu offers it where it is given. */
  readonly explain?: RowSelection | null;
  /** Height of the chart in CSS pixels; 220 unless told. */
  readonly height?: number;
  /** What `useAnswers` gave: a chart of an earlier selection is drawn paler; what failed is told by the page. */
  readonly answers?: Pick<Answers<string>, 'isStale' | 'failure' | 'retry'>;
  /** Controls beside the heading, such as a log switch. */
  readonly actions?: ReactNode;
  /** A caveat below the chart. */
  readonly note?: string | null;
  /** The chart: a `Chart`, or anything that fills its place. It is drawn only once there is a `table`. */
  readonly children: ReactNode;
}

/**
 * A chart with its heading, its caveats and its menu: table view, copy and save as picture and CSV, SQL, rows, enlarge,
 * explain. One widget of a dashboard page:
 *
 * ```tsx
 * const { answers, ...state } = useAnswers(MY_QUERIES);           // module constant, src/shared/dashboards/<page>-queries.ts
 * const data = useMemo(() => answers.byClient && clientRates(answers.byClient), [answers]);
 * const option = useMemo(() => myOption(data, style, format), [data, style, format]);
 * <ChartCard title={t('title')} finding={finding} unit={t('unit')} n={data?.n ?? null} size="third"
 *   queries={[MY_QUERIES.byClient]} table={data === undefined ? null : myTable(data, t)} answers={state}>
 *   <Chart option={option} label={t('title')} onSelect={({event, add}) => toggleFacet('client', event.name, {add})}
 *     onSelectRow={(row, add) => toggleFacet('client', data.rows[row].client, {add})} />
 * </ChartCard>
 * ```
 */
export function ChartCard(props: ChartCardProps): ReactNode {
  const { title, finding = null, size = 'half', table, height = 220, answers, actions, children } = props;
  const t = useWords(dashboardWords);
  const id = useId();
  const [isTable, setTable] = useState(false);
  const [isLarge, setLarge] = useState(false);
  const [picture, setPicture] = useState<(() => ChartPicture) | null>(null);
  const onPicture = useCallback((next: (() => ChartPicture) | null) => setPicture(() => next), []);
  const card = useMemo(
    () => ({ table, onPicture, height: isLarge ? null : height }),
    [table, onPicture, isLarge, height],
  );
  const caption = <Caption {...props} />;
  const failure = answers?.failure ?? null;
  const body =
    failure !== null && table === null ? (
      // The page says what failed and offers to try again.
      <div className={styles['empty']} style={{ blockSize: height }}>
        <Text size="sm" c="dimmed">
          {t('unanswered')}
        </Text>
      </div>
    ) : table === null ? (
      <div className={styles['skeleton']} style={{ blockSize: height }} role="status" aria-label={t('loading')} />
    ) : table.rows.length === 0 ? (
      <div className={styles['empty']} style={{ blockSize: height }}>
        <Text size="sm" c="dimmed">
          {props.nothing ?? t('nothing')}
        </Text>
      </div>
    ) : isTable ? (
      <TableView table={table} label={finding ?? title} height={isLarge ? null : height} />
    ) : (
      <ChartCardContext value={card}>{children}</ChartCardContext>
    );
  const menu = (inDialog: boolean): ReactNode => (
    <ChartMenu
      {...props}
      picture={isTable ? null : picture}
      isTable={isTable}
      onTable={() => setTable(!isTable)}
      isLarge={inDialog}
      onLarge={() => setLarge(true)}
    />
  );
  return (
    <section
      className={styles['card']}
      data-size={size}
      data-stale={answers?.isStale === true}
      aria-labelledby={id}
      aria-busy={answers?.isStale === true || (table === null && failure === null)}
    >
      <header className={styles['head']}>
        <div className={styles['heading']}>
          <Title order={2} id={id} className={styles['title'] ?? ''}>
            {unbroken(finding ?? title)}
          </Title>
          {caption}
        </div>
        {actions != null && <div className={styles['controls']}>{actions}</div>}
        {/* It stays while the chart is enlarged: the focus comes back to its button. */}
        <div className={styles['actions']}>{menu(false)}</div>
      </header>
      <div className={styles['body']}>{isLarge ? <div style={{ blockSize: height }} /> : body}</div>
      {props.note != null && <p className={styles['note']}>{props.note}</p>}
      <Modal
        opened={isLarge}
        onClose={() => setLarge(false)}
        size="min(1500px, 94vw)"
        centered
        title={finding ?? title}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {isLarge && (
          <div className={styles['large']}>
            <div className={styles['largeHead']}>
              {caption}
              <div className={styles['actions']}>
                {actions}
                {menu(true)}
              </div>
            </div>
            <div className={styles['largeBody']}>{body}</div>
            {props.note != null && <p className={styles['note']}>{props.note}</p>}
          </div>
        )}
      </Modal>
    </section>
  );
}

/** A number stays on one line with its unit. */
const unbroken = (text: string): string => text.replaceAll(/(\d) (?=(?:%|ms|s|min|h|d)(?:\W|$))/g, '$1\u00a0');

/** What the chart shows, of how many: under its heading. */
function Caption({ title, finding = null, unit, n = null }: ChartCardProps): ReactNode {
  const { number } = useFormat();
  const parts = [
    ...(finding === null ? [] : [title]),
    ...(unit === undefined ? [] : [unit]),
    ...(n === null ? [] : [`n\u00a0=\u00a0${number(n)}`]),
  ];
  if (parts.length === 0) return null;
  return <p className={styles['caption']}>{parts.join(' · ')}</p>;
}
