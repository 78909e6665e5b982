import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ModelCard } from '../../../../shared/contract/model-card.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useLanguage, useWords } from '../../../i18n/use-words.ts';
import { detailWords } from './detail-words.ts';
import { LANE_KEYS } from './timeline-chart.tsx';
import type { Timeline } from './timeline-layout.ts';
import styles from './timeline.module.css';

/** The numbers of the timeline. */
export function TimelineTable({
  timeline,
  microservices,
}: {
  readonly timeline: Timeline;
  readonly microservices: ModelCard['microservices'];
}): ReactNode {
  const t = useWords(detailWords);
  const format = useFormat();
  const language = useLanguage();
  const labels = new Map(microservices.map(({ name, label }) => [name, label[language]]));
  const number = (value: number | null): string => (value === null ? '–' : format.number(value));
  const sums: readonly (readonly [string, number | null])[] = [
    [t('sum'), timeline.sum],
    [t('other'), timeline.other],
    [t('wall'), timeline.total],
  ];
  return (
    <Table className={styles['table'] ?? ''} verticalSpacing={2} horizontalSpacing={6}>
      <Table.Caption>{t('tableCaption')}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('service')}</Table.Th>
          <Table.Th>{t('image')}</Table.Th>
          <Table.Th ta="end">{t('queueMs')}</Table.Th>
          <Table.Th ta="end">{t('executionMs')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {timeline.services.flatMap(({ name, isExecuted }) =>
          isExecuted
            ? timeline.bars
                .filter(({ service }) => service === name)
                .map(({ lane, queue, execution }) => (
                  <Table.Tr key={`${name} ${lane}`}>
                    <Table.Td>{labels.get(name) ?? name}</Table.Td>
                    <Table.Td>{t(LANE_KEYS[lane])}</Table.Td>
                    <Table.Td ta="end">{number(queue)}</Table.Td>
                    <Table.Td ta="end">{number(execution)}</Table.Td>
                  </Table.Tr>
                ))
            : [
                <Table.Tr key={name}>
                  <Table.Td>{labels.get(name) ?? name}</Table.Td>
                  <Table.Td colSpan={3} c="dimmed" fs="italic">
                    {t('notExecuted')}
                  </Table.Td>
                </Table.Tr>,
              ],
        )}
        {sums.map(([label, value]) => (
          <Table.Tr key={label}>
            <Table.Th colSpan={3} scope="row">
              {label}
            </Table.Th>
            <Table.Td ta="end" fw={600}>
              {number(value)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
