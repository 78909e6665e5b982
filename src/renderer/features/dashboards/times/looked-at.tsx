import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TimedService } from '../../../../shared/dashboards/times-queries.ts';
import { useDashboard } from '../dashboard-context.ts';
import { useTimesPen } from './times-pen.ts';

/** Which time the spread, the history and the hours are about. */
export interface ServiceCardProps {
  readonly service: TimedService;
  readonly onLookAt: (service: TimedService) => void;
}

/** Chooses the time that is looked at closer; the same for all charts that have it. */
export function LookedAt({ service, onLookAt }: ServiceCardProps): ReactNode {
  const { t } = useTimesPen();
  const { model } = useDashboard();
  return (
    <NativeSelect
      size="xs"
      w={190}
      aria-label={t('lookAt')}
      value={service ?? ''}
      onChange={({ currentTarget: { value } }) => onLookAt(value === '' ? null : value)}
      data={[
        { value: '', label: t('wholeTransaction') },
        ...model.microservices.map(({ name }) => ({ value: name, label: name })),
      ]}
    />
  );
}
