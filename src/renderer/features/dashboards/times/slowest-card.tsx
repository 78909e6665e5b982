import { Button } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import type { ColumnFilter, RowOrder } from '../../../../shared/contract/row-selection.ts';
import { TOTAL_TIME } from '../../../../shared/dashboards/times-queries.ts';
import { colourOf } from '../../../../shared/design-tokens/colour-tokens.ts';
import { microserviceColour } from '../../../../shared/design-tokens/stable-colours.ts';
import { useCall } from '../../../client/use-call.ts';
import { goTo } from '../../../route/use-route.ts';
import { ChartCard } from '../chart/chart-card.tsx';
import type { ChartTable } from '../chart/chart-table.ts';
import { useDashboard } from '../dashboard-context.ts';
import { rowsRoute } from '../rows-route.ts';
import { msText } from './chart-parts.ts';
import { longestPart, slowColumns, slowTransactions, type SlowTransaction } from './slow-transaction.ts';
import { useTimesPen } from './times-pen.ts';
import styles from './times.module.css';

const ROWS = 10;
const SLOWEST_FIRST: RowOrder = [{ column: TOTAL_TIME, direction: 'descending' }];
const FIRST_ATTEMPT: ColumnFilter = { kind: 'values', column: 'x_attempt_number', values: ['1'], exclude: false };

/** The slowest transactions of the selection, where their time went, and the way to each. */
export function SlowestCard(): ReactNode {
  const pen = useTimesPen();
  const { t, format } = pen;
  const { workspace, model, scope, selection } = useDashboard();
  const firstOnly = scope === 'first-attempts' ? [FIRST_ATTEMPT] : [];
  const { data, error, isPlaceholderData, refetch } = useCall(
    'grid.rows',
    {
      workspace,
      table: scope === 'without-retries' ? 'no_retries' : 'transform',
      selection: { ...selection, filters: [...firstOnly, ...selection.filters] },
      order: SLOWEST_FIRST,
      columns: slowColumns(model.microservices),
      offset: 0,
      limit: ROWS,
    },
    { keepPrevious: true },
  );
  const rows = useMemo(
    () => (data === undefined ? null : slowTransactions(model.microservices, data.block)),
    [data, model],
  );
  const table = useMemo(() => (rows === null ? null : slowTable(rows, pen)), [rows, pen]);
  const [first, last] = [rows?.[0], rows?.[ROWS - 1]];
  return (
    <ChartCard
      title={t('slowest')}
      finding={
        first === undefined || last === undefined
          ? null
          : t('slowestFinding', { slowest: format.number(first.total), tenth: format.number(last.total) })
      }
      unit={t('slowestUnit')}
      size="full"
      table={table}
      answers={{ isStale: isPlaceholderData, failure: error?.error ?? null, retry: () => void refetch() }}
      height={300}
      actions={
        <Button
          size="compact-xs"
          h={24}
          variant="default"
          onClick={() => goTo(rowsRoute(workspace, scope, selection, [], null, SLOWEST_FIRST))}
        >
          {t('showAllRows')}
        </Button>
      }
    >
      <SlowList rows={rows ?? []} />
    </ChartCard>
  );
}

function SlowList({ rows }: { readonly rows: readonly SlowTransaction[] }): ReactNode {
  const { t, format } = useTimesPen();
  const { showRow } = useDashboard();
  const most = Math.max(1, ...rows.map(({ total, parts }) => Math.max(total, sumOf(parts))));
  return (
    <div className={styles['slowFrame']}>
      <table className={styles['slow']}>
        <thead>
          <tr>
            <th scope="col" data-align="right">{`${t('totalTime')} (ms)`}</th>
            <th scope="col">{t('whereTo')}</th>
            <th scope="col">{t('mostOf')}</th>
            <th scope="col">{t('answer')}</th>
            <th scope="col">{t('client')}</th>
            <th scope="col">{t('date')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const longest = longestPart(row);
            return (
              <tr key={row.id}>
                <th scope="row" data-align="right">
                  <button
                    type="button"
                    aria-label={t('openRow', { total: format.number(row.total), id: row.id })}
                    onClick={() => showRow(row.id)}
                  >
                    {format.number(row.total)}
                  </button>
                </th>
                <td>
                  <div className={styles['parts']} style={{ inlineSize: `${(sumOf(row.parts) / most) * 100}%` }}>
                    {row.parts.map(({ name, time }) => (
                      <span
                        key={name ?? ''}
                        title={`${name ?? t('other')}: ${msText(format, time)}`}
                        style={{
                          flexGrow: time,
                          background: colourOf(name === null ? 'other' : microserviceColour(name)),
                        }}
                      />
                    ))}
                  </div>
                </td>
                <td>
                  {longest !== null &&
                    `${longest.name ?? t('other')} ${format.number(longest.time)} (${format.percent(longest.time / row.total, 0)})`}
                </td>
                <td>{row.answer ?? '–'}</td>
                <td>{row.client ?? '–'}</td>
                <td>{row.date?.slice(0, 19) ?? '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function sumOf(parts: SlowTransaction['parts']): number {
  return parts.reduce((sum, { time }) => sum + time, 0);
}

function slowTable(rows: readonly SlowTransaction[], { t }: Pick<ReturnType<typeof useTimesPen>, 't'>): ChartTable {
  return {
    columns: [
      { name: 'id', label: 'id', align: 'right' },
      { name: 'total', label: t('totalTime'), unit: 'ms', align: 'right' },
      { name: 'longest', label: t('mostOf') },
      { name: 'longest_ms', label: `${t('mostOf')} (ms)`, align: 'right' },
      { name: 'answer', label: t('answer') },
      { name: 'client', label: t('client') },
      { name: 'date', label: t('date') },
    ],
    rows: rows.map((row) => {
      const longest = longestPart(row);
      const name = longest === null ? null : (longest.name ?? t('other'));
      return [row.id, row.total, name, longest?.time ?? null, row.answer, row.client, row.date];
    }),
  };
}
