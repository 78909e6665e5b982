import { Button, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconReload } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { RejectCells } from '../../../shared/contract/calls.ts';
import type { RejectReason, StoredReject } from '../../../shared/contract/ledger.ts';
import { useCommands } from '../../commands/command-registry.ts';
import { ButtonKeys } from '../../components/button-keys.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { useStagingCard } from '../import/use-staging-card.ts';
import { cellInputId } from './cell-input-id.ts';
import { reasonWords } from './reject-words.ts';
import { rejectsWords } from './rejects-words.ts';
import { useRetry, type StillWrong } from './use-retry.tsx';
import classes from './reject-detail.module.css';

const RETRY_SHORTCUT = 'mod+Enter';

/** What was still wrong, and with what corrections. */
type Refused = StillWrong & { readonly tried: Readonly<Record<string, string>> };

/** The cells of a reject, to be corrected and loaded again. What is still wrong then is said at its cell. */
export function RejectForm({
  workspace,
  reject,
  cells,
  onDone,
}: {
  readonly workspace: string;
  readonly reject: StoredReject;
  readonly cells: RejectCells['cells'];
  readonly onDone: () => void;
}): ReactNode {
  const t = useWords(rejectsWords);
  const tr = useWords(reasonWords);
  const format = useFormat();
  const [corrections, setCorrections] = useState<Readonly<Record<string, string>>>({});
  const [wrong, setWrong] = useState<Refused | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [search, setSearch] = useState('');
  const { isLoading, retry } = useRetry(workspace);
  const changed = Object.keys(corrections).length;
  const faulty = cells.filter(({ column, problem }) => problem !== null || wrong?.column === column);
  const others = cells.filter((cell) => !faulty.includes(cell));
  const wanted = search.trim().toLowerCase();
  const found = others.filter(({ column }) => column.toLowerCase().includes(wanted));

  const correct = (column: string, text: string): void => {
    const stood = cells.find((cell) => cell.column === column)?.text;
    setCorrections((known) => {
      const { [column]: _, ...rest } = known;
      return stood === text ? rest : { ...rest, [column]: text };
    });
  };
  const loadAgain = async (): Promise<void> => {
    if (isLoading) return;
    setWrong(null);
    const outcome = await retry(reject, corrections);
    if (outcome === 'done') onDone();
    else if (outcome !== 'failed') setWrong({ ...outcome, tried: corrections });
  };
  useEffect(() => {
    if (wrong?.column != null) document.querySelector<HTMLElement>(`#${cellInputId(wrong.column)}`)?.focus();
  }, [wrong]);
  useRetryCommand(() => void loadAgain());

  const row = ({ column, text, problem }: RejectCells['cells'][number]): ReactNode => {
    const judged = wrong === null ? problem : wrong.column === column ? wrong.reason : null;
    const judgedText = wrong?.tried[column] ?? text;
    const shown = corrections[column] ?? text;
    return (
      <CellInput
        key={column}
        column={column}
        text={shown}
        isFaulty={problem !== null || wrong?.column === column}
        problem={shown === judgedText ? judged : null}
        onChange={(next) => correct(column, next)}
      />
    );
  };
  return (
    <form
      className={classes['detail']}
      onSubmit={(event) => {
        event.preventDefault();
        void loadAgain();
      }}
    >
      {faulty.length > 0 && (
        <div>
          <h3 className={classes['heading']}>{t('toCorrect')}</h3>
          <div className={classes['cells']}>{faulty.map(row)}</div>
        </div>
      )}
      <div>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-expanded={isOpen}
          leftSection={isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
          onClick={() => setIsOpen((known) => !known)}
        >
          {t('otherCells')} ({format.number(others.length)})
        </Button>
        {isOpen && (
          <div className={classes['cells']}>
            <TextInput
              size="xs"
              aria-label={t('findCell')}
              placeholder={t('findCell')}
              value={search}
              onChange={({ currentTarget }) => setSearch(currentTarget.value)}
            />
            {found.map(row)}
          </div>
        )}
      </div>
      <div className={classes['foot']}>
        <Text size="xs" c={wrong === null ? 'dimmed' : 'var(--vs-error)'} w="100%" role="status">
          {wrong === null
            ? changed > 0 && t('changed', { count: changed, n: format.number(changed) })
            : wrong.column === null
              ? t('stillWrong', { reason: tr(wrong.reason) })
              : t('stillWrongColumn', { column: wrong.column, reason: tr(wrong.reason) })}
        </Text>
        {changed > 0 && (
          <Button
            variant="subtle"
            onClick={() => {
              setCorrections({});
              setWrong(null);
            }}
          >
            {t('undoChanges')}
          </Button>
        )}
        <Button
          type="submit"
          loading={isLoading}
          leftSection={<IconReload size={15} aria-hidden />}
          rightSection={<ButtonKeys shortcut={RETRY_SHORTCUT} />}
        >
          {t('loadAgain')}
        </Button>
      </div>
    </form>
  );
}

function CellInput({
  column,
  text,
  isFaulty,
  problem,
  onChange,
}: {
  readonly column: string;
  readonly text: string;
  /** It is one of those to correct: what the column means is told. */
  readonly isFaulty: boolean;
  /** What is wrong with the text as it is. */
  readonly problem: RejectReason | null;
  readonly onChange: (text: string) => void;
}): ReactNode {
  const tr = useWords(reasonWords);
  const language = useLanguage();
  const meaning = useStagingCard().get(column)?.meaning[language];
  return (
    <TextInput
      id={cellInputId(column)}
      size="xs"
      label={column}
      description={isFaulty ? meaning : undefined}
      error={problem === null ? undefined : tr(problem)}
      value={text}
      spellCheck={false}
      autoComplete="off"
      classNames={{ input: classes['cell'] ?? '', description: classes['note'] ?? '', error: classes['note'] ?? '' }}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function useRetryCommand(run: () => void): void {
  const t = useWords(rejectsWords);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useCommands(
    useMemo(
      () => [
        {
          id: 'retry-reject',
          label: t('commandRetry'),
          section: t('section'),
          shortcut: RETRY_SHORTCUT,
          run: () => latest.current(),
        },
      ],
      [t],
    ),
  );
}
