import { Group, NumberInput, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCall } from '../../client/use-call.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { FailurePanel } from '../failure-panel.tsx';
import { filterBarWords } from './filter-bar-words.ts';
import type { EditorProps } from './filter-scope.ts';
import { RangeBrush } from './range-brush.tsx';

const DIGITS = 6;

/** Rows whose number lies between two bounds, typed or brushed over the histogram of what the other filters leave. */
export function RangeEditor({ column, filter, scope, onChange }: EditorProps<'range'>): ReactNode {
  const t = useWords(filterBarWords);
  const format = useFormat();
  const separators = useLanguage() === 'es' ? { decimal: ',', thousand: '.' } : { decimal: '.', thousand: ',' };
  const { data, error, refetch } = useCall('grid.overview', { ...scope, columns: [column.name] });
  const shape = data?.columns[0]?.shape;
  const bins = shape?.kind === 'bins' && shape.to > shape.from ? shape : null;
  const bound = (side: 'from' | 'to'): ReactNode => (
    <NumberInput
      size="xs"
      hideControls
      label={t(side)}
      data-autofocus={side === 'from' || undefined}
      placeholder={bins ? format.number(bins[side], DIGITS) : t(side === 'from' ? 'lowest' : 'highest')}
      decimalSeparator={separators.decimal}
      thousandSeparator={separators.thousand}
      value={filter[side] ?? ''}
      onChange={(value) => onChange({ ...filter, [side]: typeof value === 'number' ? value : null })}
      suffix={column.unit === null || column.unit === 'code' || column.unit === '0..1' ? '' : ` ${column.unit}`}
    />
  );
  return (
    <Stack gap="xs">
      {error && <FailurePanel error={error.error} onRetry={() => void refetch()} />}
      {bins && (
        <RangeBrush
          bins={bins}
          label={t('rangeOf', { column: column.name })}
          description={t('spreadOf', {
            rows: format.number(data?.rows ?? 0),
            from: format.number(bins.from, DIGITS),
            to: format.number(bins.to, DIGITS),
            missing: format.number(data?.columns[0]?.missing ?? 0),
          })}
          fromLabel={t('from')}
          toLabel={t('to')}
          print={(value) => format.number(value, DIGITS)}
          isWhole={column.kind === 'integer' || column.kind === 'duration'}
          from={filter.from}
          to={filter.to}
          onChange={(from, to) => onChange({ ...filter, from, to })}
        />
      )}
      {shape?.kind === 'empty' && (
        <Text size="xs" c="dimmed">
          {t('noNumbers')}
        </Text>
      )}
      <Group grow gap="xs">
        {bound('from')}
        {bound('to')}
      </Group>
      <Text size="xs" c="dimmed">
        {t('rangeHint')}
      </Text>
    </Stack>
  );
}
