import { useMemo, type ReactNode } from 'react';
import { EVERY_ROW } from '../../../../shared/contract/row-selection.ts';
import { longProcesses, overallFigures, type LongProcess } from '../../../../shared/dashboards/retries-answers.ts';
import { longestFinding } from '../../../../shared/dashboards/retries-findings.ts';
import { RETRIES_QUERIES } from '../../../../shared/dashboards/retries-queries.ts';
import { spanText } from '../../../../shared/dashboards/span-text.ts';
import { colourOf } from '../../../../shared/design-tokens/colour-tokens.ts';
import { statusColour } from '../../../../shared/design-tokens/stable-colours.ts';
import { goTo } from '../../../route/use-route.ts';
import { ChartCard } from '../chart/chart-card.tsx';
import type { ChartTable } from '../chart/chart-table.ts';
import { coloursOf } from '../clients/clients-pen.ts';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { rowsRoute } from '../rows-route.ts';
import { BarCell, RankedList, Spot } from './ranked-list.tsx';
import { useRetriesPen, type RetriesPen } from './retries-pen.ts';
import type { TimeoutProps } from './timeout-input.tsx';

/** The processes with most attempts; each leads to its transactions. */
export function LongestCard({ queries }: Pick<TimeoutProps, 'queries'>): ReactNode {
  const pen = useRetriesPen();
  const { t, voice, name } = pen;
  const { workspace, showRow } = useDashboard();
  const { answers, ...state } = useAnswers(
    useMemo(() => ({ longest: RETRIES_QUERIES.longest, overall: queries.overall }), [queries]),
  );
  const processes = useMemo(
    () => (answers.longest === undefined ? null : longProcesses(answers.longest)),
    [answers.longest],
  );
  const attempts = useMemo(
    () => (answers.overall === undefined ? 0 : overallFigures(answers.overall).attempts),
    [answers.overall],
  );
  const table = useMemo(() => (processes === null ? null : longestTable(processes, pen)), [processes, pen]);
  const colour = coloursOf((processes ?? []).map(({ client }) => client));
  const most = processes?.[0]?.attempts ?? 1;
  const open = ({ process, row }: LongProcess): void => {
    if (process === null) return showRow(row);
    return goTo(
      rowsRoute(
        workspace,
        'all',
        EVERY_ROW,
        [{ kind: 'values', column: 'procesoConvenioGuid', values: [process], exclude: false }],
        row,
      ),
    );
  };
  return (
    <ChartCard
      title={t('longest')}
      finding={processes === null ? null : longestFinding(processes, attempts, voice)}
      unit={t('longestUnit')}
      size="two-thirds"
      height={320}
      queries={[RETRIES_QUERIES.longest]}
      table={table}
      answers={state}
    >
      <RankedList
        items={processes ?? []}
        label={t('process')}
        name={(item) => item.process ?? t('withoutProcess')}
        openLabel={(item) => t('openProcess', { name: item.process ?? t('withoutProcess') })}
        onOpen={open}
        columns={[
          {
            id: 'attempts',
            label: t('attempts'),
            cell: (item) => <BarCell value={item.attempts} most={most} text={voice.number(item.attempts)} />,
          },
          {
            id: 'client',
            label: t('client'),
            cell: (item) => (
              <>
                <Spot colour={colourOf(colour(item.client))} />
                {name(item.client)}
              </>
            ),
          },
          { id: 'begun', label: t('begun'), isMinor: true, cell: (item) => item.firstDate?.slice(0, 16) ?? '–' },
          { id: 'span', label: t('span'), isNumber: true, cell: (item) => spanText(item.seconds, voice) },
          {
            id: 'last',
            label: t('lastAnswer'),
            cell: (item) => (
              <>
                <Spot colour={colourOf(statusColour(item.isAccepted ? 'ok' : 'error'))} />
                {item.lastDescription ?? '–'}
              </>
            ),
          },
        ]}
      />
    </ChartCard>
  );
}

function longestTable(processes: readonly LongProcess[], { t, name }: RetriesPen): ChartTable {
  return {
    columns: [
      { name: 'process', label: t('process') },
      { name: 'attempts', label: t('attempts'), align: 'right' },
      { name: 'client', label: t('client') },
      { name: 'first_date', label: t('begun') },
      { name: 'seconds', label: t('seconds'), align: 'right' },
      { name: 'last_description', label: t('lastAnswer') },
    ],
    rows: processes.map(({ process, attempts, client, firstDate, seconds, lastDescription }) => [
      process ?? t('withoutProcess'),
      attempts,
      name(client),
      firstDate,
      seconds,
      lastDescription,
    ]),
  };
}
