import { useMemo, type ReactNode } from 'react';
import { EVERY_ROW } from '../../../../shared/contract/row-selection.ts';
import { busyPersons, type BusyPerson } from '../../../../shared/dashboards/retries-answers.ts';
import { personsFinding } from '../../../../shared/dashboards/retries-findings.ts';
import { RETRIES_QUERIES } from '../../../../shared/dashboards/retries-queries.ts';
import { goTo } from '../../../route/use-route.ts';
import { ChartCard } from '../chart/chart-card.tsx';
import type { ChartTable } from '../chart/chart-table.ts';
import { intervalText, rateText } from '../clients/clients-pen.ts';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { rowsRoute } from '../rows-route.ts';
import { BarCell, RankedList } from './ranked-list.tsx';
import { useRetriesPen, type RetriesPen } from './retries-pen.ts';

const QUERIES = { persons: RETRIES_QUERIES.persons };

/** The persons with most processes; each leads to its transactions. */
export function PersonsCard(): ReactNode {
  const pen = useRetriesPen();
  const { t, voice } = pen;
  const { workspace } = useDashboard();
  const { answers, ...state } = useAnswers(QUERIES);
  const persons = useMemo(() => (answers.persons === undefined ? null : busyPersons(answers.persons)), [answers]);
  const table = useMemo(() => (persons === null ? null : personsTable(persons, pen)), [persons, pen]);
  const most = persons?.[0]?.processes ?? 1;
  const open = ({ person }: BusyPerson): void =>
    goTo(
      rowsRoute(
        workspace,
        'all',
        EVERY_ROW,
        [{ kind: 'values', column: 'documento', values: [person], exclude: false }],
        null,
      ),
    );
  return (
    <ChartCard
      title={t('persons')}
      finding={persons === null ? null : personsFinding(persons, voice)}
      unit={t('personsUnit')}
      size="third"
      height={320}
      queries={[RETRIES_QUERIES.persons]}
      table={table}
      answers={state}
    >
      <RankedList
        items={persons ?? []}
        label={t('person')}
        name={({ person }) => person}
        openLabel={({ person }) => t('openPerson', { name: person })}
        onOpen={open}
        columns={[
          {
            id: 'processes',
            label: t('processes'),
            cell: ({ processes }) => <BarCell value={processes} most={most} text={voice.number(processes)} />,
          },
          {
            id: 'attempts',
            label: t('attempts'),
            isNumber: true,
            isMinor: true,
            cell: ({ attempts }) => voice.number(attempts),
          },
          {
            id: 'accepted',
            label: t('finalShort'),
            isNumber: true,
            cell: ({ accepted }) => (
              <>
                {rateText(accepted.rate, voice)}
                <small>{intervalText(accepted, voice)}</small>
              </>
            ),
          },
          {
            id: 'clients',
            label: t('clients'),
            isNumber: true,
            isMinor: true,
            cell: ({ clients }) => voice.number(clients),
          },
        ]}
      />
    </ChartCard>
  );
}

function personsTable(persons: readonly BusyPerson[], { t }: RetriesPen): ChartTable {
  const right = { align: 'right' } as const;
  return {
    columns: [
      { name: 'person', label: t('person') },
      { name: 'processes', label: t('processes'), ...right },
      { name: 'attempts', label: t('attempts'), ...right },
      { name: 'final', label: t('final'), unit: '%', ...right },
      { name: 'low', label: t('low'), unit: '%', ...right },
      { name: 'high', label: t('high'), unit: '%', ...right },
      { name: 'clients', label: t('clients'), ...right },
    ],
    rows: persons.map(({ person, processes, attempts, accepted, clients }) => [
      person,
      processes,
      attempts,
      accepted.rate,
      accepted.low,
      accepted.high,
      clients,
    ]),
  };
}
