import 'dayjs/locale/es';
import { Button, Group, Stack, Text } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import type { ReactNode } from 'react';
import { blockRows } from '../../../shared/row-block-cells.ts';
import { useCall } from '../../client/use-call.ts';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { DateBoundInput } from './date-bound-input.tsx';
import { datePresets } from './date-presets.ts';
import { filterBarWords } from './filter-bar-words.ts';
import type { EditorProps, FilterScope } from './filter-scope.ts';

/** Rows whose timestamp, on the clock that wrote it, lies between two days or minutes. */
export function DatesEditor({ column, filter, scope, onChange }: EditorProps<'dates'>): ReactNode {
  const t = useWords(filterBarWords);
  const language = useLanguage();
  const first = useEdge(scope, column.name, 'ascending');
  const last = useEdge(scope, column.name, 'descending');
  const presets = first === null || last === null ? [] : datePresets(first, last);
  const day = (bound: string | null): string | null => bound?.slice(0, 10) ?? null;
  const bound = (side: 'from' | 'to'): ReactNode => (
    <DateBoundInput
      label={t(side)}
      isFirst={side === 'from'}
      example={(side === 'from' ? first : last) ?? ''}
      value={filter[side]}
      onChange={(value) => onChange({ ...filter, [side]: value })}
    />
  );
  return (
    <Stack gap="xs">
      {presets.length > 0 && (
        <Group gap={4} role="group" aria-label={t('presets')}>
          {presets.map(({ key, from, to }) => (
            <Button
              key={key}
              size="compact-xs"
              variant={filter.from === from && filter.to === to ? 'light' : 'default'}
              onClick={() => onChange({ ...filter, from, to })}
            >
              {t(key)}
            </Button>
          ))}
        </Group>
      )}
      <DatePicker
        // The month that it begins with is that of the data, as soon as that is known.
        key={last}
        type="range"
        size="xs"
        locale={language}
        allowSingleDateInRange
        weekendDays={[]}
        ariaLabels={{
          previousMonth: t('previousMonth'),
          nextMonth: t('nextMonth'),
          previousYear: t('previousYear'),
          nextYear: t('nextYear'),
          previousDecade: t('previousDecade'),
          nextDecade: t('nextDecade'),
        }}
        {...(last === null ? {} : { defaultDate: day(filter.from) ?? last, maxDate: last })}
        {...(first === null ? {} : { minDate: first })}
        value={[day(filter.from), day(filter.to)]}
        onChange={([from, to]) => onChange({ ...filter, from, to })}
      />
      <Group gap="xs" grow align="flex-start">
        {bound('from')}
        {bound('to')}
      </Group>
      <Text size="xs" c="dimmed">
        {t('datesHint')}
      </Text>
    </Stack>
  );
}

/** The first or last day of a timestamp column, on the clock that wrote it; null until it is known, or without rows. */
function useEdge(scope: FilterScope, column: string, direction: 'ascending' | 'descending'): string | null {
  const { data } = useCall('grid.rows', {
    ...scope,
    columns: [column],
    order: [{ column, direction }],
    offset: 0,
    limit: 1,
  });
  const cell = data === undefined ? undefined : blockRows(data.block)[0]?.[1];
  const day = typeof cell === 'string' ? cell.slice(0, 10) : '';
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
}
