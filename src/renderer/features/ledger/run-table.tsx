import { Anchor, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Run } from '../../../shared/contract/ledger.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../route/use-route.ts';
import { ledgerWords } from './ledger-words.ts';
import { rejectsRoute } from './rejects-route.ts';
import type { RunColumn, RunOrder } from './run-order.ts';
import { ShortHash } from './short-hash.tsx';
import { useReadingText } from './use-reading-text.ts';
import classes from './run-table.module.css';

const HEADS: readonly { readonly column: RunColumn | null; readonly word: Head; readonly isNumber?: boolean }[] = [
  { column: 'id', word: 'colRun', isNumber: true },
  { column: 'fileName', word: 'colFile' },
  { column: 'importedAt', word: 'colWhen' },
  { column: 'read', word: 'colRead', isNumber: true },
  { column: 'loaded', word: 'colLoaded', isNumber: true },
  { column: 'rejected', word: 'colRejected', isNumber: true },
  { column: 'duplicates', word: 'colDuplicates', isNumber: true },
  { column: 'bytes', word: 'colSize', isNumber: true },
  { column: 'milliseconds', word: 'colDuration', isNumber: true },
  { column: null, word: 'colHash' },
  { column: null, word: 'colSettings' },
  { column: 'productVersion', word: 'colVersion' },
];
type Head =
  | 'colRun'
  | 'colFile'
  | 'colWhen'
  | 'colRead'
  | 'colLoaded'
  | 'colRejected'
  | 'colDuplicates'
  | 'colSize'
  | 'colDuration'
  | 'colHash'
  | 'colSettings'
  | 'colVersion';

/** The imports of a workspace, one a row; each leads to its ledger and its rejects. */
export function RunTable({
  workspace,
  runs,
  order,
  onOrder,
}: {
  readonly workspace: string;
  readonly runs: readonly Run[];
  readonly order: RunOrder;
  readonly onOrder: (column: RunColumn) => void;
}): ReactNode {
  const t = useWords(ledgerWords);
  const format = useFormat();
  const readingText = useReadingText();
  return (
    // A keyboard scrolls what can be focused.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes['scroll']} role="group" aria-label={t('runsTitle')} tabIndex={0}>
      <Table stickyHeader className={classes['table'] ?? ''}>
        <Table.Thead>
          <Table.Tr>
            {HEADS.map(({ column, word, isNumber = false }) => {
              const isSorted = column !== null && order.column === column;
              return (
                <Table.Th
                  key={word}
                  ta={isNumber ? 'right' : 'left'}
                  aria-sort={isSorted ? order.direction : undefined}
                >
                  {column === null ? (
                    t(word)
                  ) : (
                    <UnstyledButton
                      className={classes['sort']}
                      onClick={() => onOrder(column)}
                      title={t('sortBy', { column: t(word) })}
                    >
                      {t(word)}
                      {isSorted &&
                        (order.direction === 'ascending' ? (
                          <IconArrowUp size={13} aria-hidden />
                        ) : (
                          <IconArrowDown size={13} aria-hidden />
                        ))}
                    </UnstyledButton>
                  )}
                </Table.Th>
              );
            })}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => (
            <Table.Tr key={run.id}>
              <Table.Td ta="right">{format.number(run.id)}</Table.Td>
              <Table.Td maw={260}>
                <Anchor
                  component="button"
                  type="button"
                  className={classes['link'] ?? ''}
                  aria-label={`${run.fileName}. ${t('openRun', { id: run.id })}`}
                  title={run.fileName}
                  onClick={() => goTo({ kind: 'ledger', workspace, run: run.id })}
                >
                  {run.fileName}
                </Anchor>
              </Table.Td>
              <Table.Td title={format.ago(run.importedAt)}>{format.dateTime(run.importedAt)}</Table.Td>
              <Table.Td ta="right">{format.number(run.ledger.read)}</Table.Td>
              <Table.Td ta="right">{format.number(run.ledger.loaded)}</Table.Td>
              <Table.Td ta="right">
                {run.ledger.rejected === 0 ? (
                  '0'
                ) : (
                  <Anchor
                    component="button"
                    type="button"
                    className={classes['link'] ?? ''}
                    c="var(--vs-error)"
                    aria-label={`${format.number(run.ledger.rejected)} ${t('rejected')}. ${t('seeRejects')}`}
                    onClick={() => goTo(rejectsRoute(workspace, { run: run.id }))}
                  >
                    {format.number(run.ledger.rejected)}
                  </Anchor>
                )}
              </Table.Td>
              <Table.Td ta="right">{format.number(run.ledger.duplicates)}</Table.Td>
              <Table.Td ta="right">{format.bytes(run.bytes)}</Table.Td>
              <Table.Td ta="right">{format.duration(run.milliseconds)}</Table.Td>
              <Table.Td>
                <ShortHash sha256={run.sha256} file={run.fileName} />
              </Table.Td>
              <Table.Td maw={300}>
                <Text size="xs" c="dimmed" truncate title={readingText(run.settings)}>
                  {readingText(run.settings)}
                </Text>
              </Table.Td>
              <Table.Td>{run.productVersion}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
