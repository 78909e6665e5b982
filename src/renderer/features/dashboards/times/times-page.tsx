import { useState, type ReactNode } from 'react';
import type { TimedService } from '../../../../shared/dashboards/times-queries.ts';
import { AnswerClassesCard } from './answer-classes-card.tsx';
import { HoursCard } from './hours-card.tsx';
import { OtherCard } from './other-card.tsx';
import { PartsCard } from './parts-card.tsx';
import { PercentilesCard } from './percentiles-card.tsx';
import { ServiceMeansCard } from './service-means-card.tsx';
import { SlowestCard } from './slowest-card.tsx';
import { SpreadCard } from './spread-card.tsx';
import { TimesKpis } from './times-kpis.tsx';
import { TrendCard } from './trend-card.tsx';
import { WaterfallCard } from './waterfall-card.tsx';
import { WhatIfCard } from './what-if-card.tsx';

/** The cards of the page; they stand in the grid of the dashboard. */
export function TimesPage(): ReactNode {
  const [service, setService] = useState<TimedService>(null);
  // The same once more takes it back.
  const onLookAt = (chosen: TimedService): void => setService((now) => (now === chosen ? null : chosen));
  const look = { service, onLookAt };
  return (
    <>
      <TimesKpis />
      <ServiceMeansCard {...look} />
      <WaterfallCard {...look} />
      <TrendCard {...look} />
      <SpreadCard {...look} />
      <HoursCard {...look} />
      <PercentilesCard {...look} />
      <OtherCard />
      <AnswerClassesCard kind="resolution" />
      <AnswerClassesCard kind="aspect" />
      <PartsCard pair="queue" onLookAt={onLookAt} />
      <PartsCard pair="sides" onLookAt={onLookAt} />
      <WhatIfCard />
      <SlowestCard />
    </>
  );
}
