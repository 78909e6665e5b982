import { useMemo } from 'react';
import {
  serviceTimesOf,
  totalsOf,
  type ServiceTime,
  type Totals,
} from '../../../../shared/dashboards/times-answers.ts';
import type { DeclaredQuery } from '../../../../shared/dashboards/declared-query.ts';
import { timesQueries } from '../../../../shared/dashboards/times-queries.ts';
import { useAnswers, type Answers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';

export type TimesQueries = ReturnType<typeof timesQueries>;

/** The questions of the page about the microservices of the model card. */
export function useTimesQueries(): TimesQueries {
  const { model } = useDashboard();
  return useMemo(() => timesQueries(model.microservices), [model]);
}

/** The times of whole transactions and of every microservice. */
export interface TimeFigures {
  readonly totals: Totals;
  readonly services: readonly ServiceTime[];
}

/** Null until the first answer. */
export function useTimeFigures(): {
  readonly figures: TimeFigures | null;
  readonly state: Omit<Answers<'totals' | 'services'>, 'answers'>;
  readonly declared: readonly DeclaredQuery[];
} {
  const { model } = useDashboard();
  const queries = useTimesQueries();
  const { answers, ...state } = useAnswers({ totals: queries.totals, services: queries.services });
  const figures = useMemo(() => {
    if (answers.totals === undefined || answers.services === undefined) return null;
    const totals = totalsOf(answers.totals);
    return { totals, services: serviceTimesOf(model.microservices, answers.services, totals) };
  }, [answers, model]);
  const declared = useMemo(() => [queries.services, queries.totals], [queries]);
  return { figures, state, declared };
}
