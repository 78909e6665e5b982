import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { RowBlock } from '../../../../shared/contract/row-block.ts';
import type { DeclaredQueries } from '../../../../shared/dashboards/declared-query.ts';
import type { AppError } from '../../../../shared/result.ts';
import { useDashboard } from '../dashboard-context.ts';
import { queryKey, type DashboardCoordinator } from './coordinator.ts';

/** What came of a widget's questions so far. The object stays the same until something in it changes. */
export interface Answers<Name extends string> {
  /** By the name of the question; left out until the first answer. Read with `blockRecords` or `cellReader`. */
  readonly answers: Readonly<Partial<Record<Name, RowBlock>>>;
  /** Every question has an answer, of this or of an earlier selection. */
  readonly isComplete: boolean;
  /** An answer is of an earlier selection: the present one is under way. */
  readonly isStale: boolean;
  /** Transactions selected, of those in the scope; 0 until known. */
  readonly rows: number;
  readonly ofRows: number;
  readonly failure: AppError | null;
  readonly retry: () => void;
}

/**
 * The answers to questions over the page's selection. All widgets' questions go to the engine together; give a stable object,
 * best a constant of `src/shared/dashboards/<page>-queries.ts` or a part of one:
 *
 * ```ts
 * const { answers, isStale, failure } = useAnswers(CLIENTS_QUERIES);
 * const rows = answers.byCode === undefined ? [] : blockRecords(answers.byCode);
 * ```
 */
export function useAnswers<Name extends string>(queries: DeclaredQueries<Name>): Answers<Name> {
  const { coordinator } = useDashboard();
  // Two objects that ask the same are the same questions.
  const text = JSON.stringify(queries);
  const view = useMemo(() => answersView(coordinator, JSON.parse(text) as DeclaredQueries<Name>), [coordinator, text]);
  useEffect(() => view.declare(), [view]);
  return useSyncExternalStore(coordinator.subscribe, view.read);
}

function answersView<Name extends string>(
  coordinator: DashboardCoordinator,
  queries: DeclaredQueries<Name>,
): { readonly declare: () => () => void; readonly read: () => Answers<Name> } {
  const names = Object.keys(queries) as Name[];
  const keys = new Map(names.map((name) => [name, queryKey(queries[name])]));
  const retry = (): void => coordinator.retry();
  let last: Answers<Name> | null = null;
  return {
    declare: () => {
      const ends = names.map((name) => coordinator.declare(queries[name]));
      return () => {
        for (const end of ends) end();
      };
    },
    read: () => {
      const answers: Partial<Record<Name, RowBlock>> = {};
      let isStale = false;
      for (const [name, key] of keys) {
        const answer = coordinator.answerOf(key);
        if (answer === null) continue;
        answers[name] = answer.block;
        isStale ||= answer.isStale;
      }
      const { rows = 0, ofRows = 0 } = coordinator.counts ?? {};
      const { failure } = coordinator;
      const isComplete = names.every((name) => answers[name] !== undefined);
      const isSame =
        last !== null &&
        last.isStale === isStale &&
        last.failure === failure &&
        last.rows === rows &&
        last.ofRows === ofRows &&
        names.every((name) => last?.answers[name] === answers[name]);
      if (last === null || !isSame) {
        // Charts are drawn from the answers alone: they stay one object while no block changes.
        const isSameBlocks = last !== null && names.every((name) => last?.answers[name] === answers[name]);
        last = {
          answers: isSameBlocks && last !== null ? last.answers : answers,
          isComplete,
          isStale,
          rows,
          ofRows,
          failure,
          retry,
        };
      }
      return last;
    },
  };
}
