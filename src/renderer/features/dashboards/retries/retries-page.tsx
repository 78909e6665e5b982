import { useMemo, type ReactNode } from 'react';
import { ABANDONED_AFTER_MINUTES, processQueries } from '../../../../shared/dashboards/retries-queries.ts';
import { useKeptState } from '../../../state/use-kept-state.ts';
import { AbandonmentCard } from './abandonment-card.tsx';
import { AttemptsCard } from './attempts-card.tsx';
import { CurveCard } from './curve-card.tsx';
import { FlowCard } from './flow-card.tsx';
import { LongestCard } from './longest-card.tsx';
import { PersonsCard } from './persons-card.tsx';
import { RepeatsCard } from './repeats-card.tsx';
import { RetriesKpis } from './retries-kpis.tsx';
import { SizesCard } from './sizes-card.tsx';
import { LONGEST_TIMEOUT } from './timeout-input.tsx';

/** Where people try again, why, and whether it helps. */
export function RetriesPage(): ReactNode {
  const [minutes, setMinutes] = useKeptState('retries-timeout', ABANDONED_AFTER_MINUTES, parseMinutes);
  const queries = useMemo(() => processQueries(minutes), [minutes]);
  const timeout = { minutes, onMinutes: setMinutes, queries };
  return (
    <>
      <RetriesKpis {...timeout} />
      <SizesCard />
      <AttemptsCard />
      <CurveCard />
      <FlowCard />
      <RepeatsCard />
      <AbandonmentCard {...timeout} />
      <LongestCard {...timeout} />
      <PersonsCard />
    </>
  );
}

function parseMinutes(json: unknown): number | null {
  return typeof json === 'number' && Number.isInteger(json) && json >= 1 && json <= LONGEST_TIMEOUT ? json : null;
}
