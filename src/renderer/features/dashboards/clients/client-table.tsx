import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { CLIENTS_QUERIES } from '../../../../shared/dashboards/clients-queries.ts';
import { colourOf } from '../../../../shared/design-tokens/colour-tokens.ts';
import { ChartCard } from '../chart/chart-card.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { useDateEdges } from '../use-date-edges.ts';
import { Sparkline } from '../kpi/sparkline.tsx';
import { clientRows, orderedRows, CLIENT_COLUMNS, type ClientColumn, type ClientRow } from './client-rows.ts';
import { coloursOf, intervalText, rateText, useClientsPen, type ClientsPen } from './clients-pen.ts';
import figures from '../chart/figure-table.module.css';
import styles from './client-table.module.css';

const { byClient, processesByClient, byDayAndClient } = CLIENTS_QUERIES;
const QUERIES = { byClient, processesByClient, byDayAndClient };

interface Order {
  readonly column: ClientColumn;
  readonly isDescending: boolean;
}

/** Every figure of every client in one sortable table. */
export function ClientTable(): ReactNode {
  const pen = useClientsPen();
  const { t, name } = pen;
  const [order, setOrder] = useState<Order>({ column: 'n', isDescending: true });
  const { answers, ...state } = useAnswers(QUERIES);
  const edges = useDateEdges();
  const rows = useMemo(
    () =>
      answers.byClient === undefined || answers.processesByClient === undefined || answers.byDayAndClient === undefined
        ? null
        : clientRows(answers.byClient, answers.processesByClient, answers.byDayAndClient, edges),
    [answers, edges],
  );
  const table = useMemo(
    () =>
      rows === null
        ? null
        : {
            columns: [
              { name: 'client', label: t('client') },
              ...CLIENT_COLUMNS.map(({ id, unit, digits }) => ({
                name: id,
                label: t(LABELS[id]),
                ...(unit === undefined ? {} : { unit }),
                ...(digits === undefined ? {} : { digits }),
              })),
            ],
            rows: rows.map((row) => [name(row.client), ...CLIENT_COLUMNS.map(({ value }) => value(row))]),
          },
    [rows, t, name],
  );
  return (
    <ChartCard
      title={t('table')}
      unit={t('tableUnit')}
      size="full"
      height={Math.max(96, 36 + (rows?.length ?? 0) * 31)}
      queries={[byClient, processesByClient, byDayAndClient]}
      table={table}
      answers={state}
    >
      {rows !== null && <Rows rows={rows} order={order} onOrder={setOrder} pen={pen} />}
    </ChartCard>
  );
}

const LABELS = {
  n: 'transactions',
  share: 'share',
  persons: 'persons',
  acceptance: 'acceptance',
  processes: 'processes',
  firstTry: 'firstTry',
  final: 'final',
  attempts: 'attempts',
  padRejects: 'padRejects',
  technicalFailures: 'technicalFailures',
} as const satisfies Record<ClientColumn, string>;

function Rows({
  rows,
  order,
  onOrder,
  pen,
}: {
  readonly rows: readonly ClientRow[];
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly pen: ClientsPen;
}): ReactNode {
  const { t, voice, name } = pen;
  const { passes, isFiltered, toggleFacet } = useDashboard();
  const colour = coloursOf(rows.map(({ client }) => client));
  const sorted = orderedRows(rows, order.column, order.isDescending);
  const Arrow = order.isDescending ? IconArrowDown : IconArrowUp;
  return (
    <div className={styles['scroller']}>
      <table className={`${figures['table'] ?? ''} ${styles['table'] ?? ''}`}>
        <thead>
          <tr>
            <th scope="col">{t('client')}</th>
            <th scope="col">{t('course')}</th>
            {CLIENT_COLUMNS.map(({ id }) => (
              <th
                key={id}
                scope="col"
                data-number
                aria-sort={order.column !== id ? 'none' : order.isDescending ? 'descending' : 'ascending'}
              >
                <UnstyledButton
                  className={styles['sort'] ?? ''}
                  onClick={() =>
                    onOrder({ column: id, isDescending: order.column === id ? !order.isDescending : true })
                  }
                >
                  {order.column === id && <Arrow size={12} aria-hidden />}
                  {t(LABELS[id])}
                </UnstyledButton>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => {
            const isPale = !passes('client', row.client);
            const isChosen = !isPale && isFiltered('convenio');
            return (
              <tr key={row.client ?? ''} data-pale={isPale}>
                <th scope="row">
                  <UnstyledButton
                    className={styles['client'] ?? ''}
                    aria-pressed={isChosen}
                    title={t('filterBy', { name: name(row.client) })}
                    onClick={({ ctrlKey, metaKey, shiftKey }) =>
                      toggleFacet('client', row.client, { add: ctrlKey || metaKey || shiftKey })
                    }
                  >
                    <span className={styles['spot']} style={{ background: colourOf(colour(row.client)) }} aria-hidden />
                    {name(row.client)}
                  </UnstyledButton>
                </th>
                <td>
                  <Sparkline
                    values={row.course}
                    from={0}
                    colour={colour(row.client)}
                    label={t('perDay', { name: name(row.client), most: voice.number(Math.max(0, ...row.course)) })}
                  />
                </td>
                {CLIENT_COLUMNS.map(({ id, value, rate, unit, digits = 0 }) => {
                  const proportion = rate?.(row);
                  if (proportion !== undefined)
                    return (
                      <td
                        key={id}
                        data-number
                        title={`95 %: ${intervalText(proportion, voice)} · n ${voice.number(proportion.n)}`}
                      >
                        {rateText(proportion.rate, voice)}
                        <small>{intervalText(proportion, voice)}</small>
                      </td>
                    );
                  const cell = value(row);
                  return (
                    <td key={id} data-number>
                      {cell === null ? '–' : unit === '%' ? voice.percent(cell) : voice.number(cell, digits)}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
