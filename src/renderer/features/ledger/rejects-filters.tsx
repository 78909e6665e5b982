import { Button, Select } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { RejectReason } from '../../../shared/contract/ledger.ts';
import type { WorkspaceInfo } from '../../../shared/contract/calls.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useStagingCard } from '../import/use-staging-card.ts';
import { mergedReasons } from './merged-reasons.ts';
import { reasonText, reasonWords } from './reject-words.ts';
import { EVERY_REJECT, type RejectsFilter } from './rejects-route.ts';
import { rejectsWords } from './rejects-words.ts';
import classes from './rejects-page.module.css';

const ANY = '';

/** Which rejects are listed: of an import, for a reason, of a column. */
export function RejectsFilters({
  info,
  filter,
  onChange,
}: {
  readonly info: WorkspaceInfo;
  readonly filter: RejectsFilter;
  readonly onChange: (filter: RejectsFilter) => void;
}): ReactNode {
  const t = useWords(rejectsWords);
  const tr = useWords(reasonWords);
  const format = useFormat();
  const card = useStagingCard();
  const runs = info.runs.filter(({ id, ledger }) => ledger.rejected > 0 || id === filter.run);
  const reasons = mergedReasons(filter.run === null ? runs : runs.filter(({ id }) => id === filter.run));
  const isFiltered = filter.run !== null || filter.reason !== null || filter.column !== null;
  const reasonOptions = [
    ...(filter.reason === null || reasons.some(({ reason }) => reason === filter.reason)
      ? []
      : [{ value: filter.reason as string, label: tr(filter.reason) }]),
    ...reasons.map(({ reason, count }) => ({
      value: reason,
      label: `${reasonText(reason, tr)} (${format.number(count)})`,
    })),
  ];
  return (
    <div className={classes['filters']} role="search" aria-label={t('filters')}>
      <Select
        size="xs"
        w={240}
        aria-label={t('runLabel')}
        allowDeselect={false}
        data={[
          { value: ANY, label: t('anyRun') },
          ...runs.map(({ id, fileName }) => ({ value: String(id), label: t('runOption', { id, file: fileName }) })),
        ]}
        value={filter.run === null ? ANY : String(filter.run)}
        onChange={(run) => onChange({ ...filter, run: run === null || run === ANY ? null : Number(run) })}
      />
      <Select
        size="xs"
        w={220}
        aria-label={t('reasonLabel')}
        allowDeselect={false}
        data={[{ value: ANY, label: t('anyReason') }, ...reasonOptions]}
        value={filter.reason ?? ANY}
        onChange={(reason) => onChange({ ...filter, reason: RejectReason.safeParse(reason).data ?? null })}
      />
      <Select
        size="xs"
        w={220}
        aria-label={t('columnLabel')}
        allowDeselect={false}
        searchable
        data={[{ value: ANY, label: t('anyColumn') }, ...card.keys()]}
        value={filter.column ?? ANY}
        onChange={(column) => onChange({ ...filter, column: column === ANY ? null : column })}
      />
      {isFiltered && (
        <Button
          variant="subtle"
          leftSection={<IconFilterOff size={15} aria-hidden />}
          onClick={() => onChange(EVERY_REJECT)}
        >
          {t('clear')}
        </Button>
      )}
    </div>
  );
}
