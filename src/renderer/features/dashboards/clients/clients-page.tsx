import type { ReactNode } from 'react';
import { AcceptanceCard } from './acceptance-card.tsx';
import { ClientAcceptanceCard } from './client-acceptance-card.tsx';
import { ClientTable } from './client-table.tsx';
import { ClientsKpis } from './clients-kpis.tsx';
import { FirstFinalCard } from './first-final-card.tsx';
import { HoursCard } from './hours-card.tsx';
import { ResponsesCard } from './responses-card.tsx';
import { TrendCard } from './trend-card.tsx';
import { VolumeCard } from './volume-card.tsx';

/** Transactions, answers and acceptance of every client: the first tab of the published dashboard, and beyond it. */
export function ClientsPage(): ReactNode {
  return (
    <>
      <ClientsKpis />
      <VolumeCard />
      <AcceptanceCard />
      <ResponsesCard />
      <ClientAcceptanceCard />
      <FirstFinalCard />
      <HoursCard />
      <TrendCard />
      <ClientTable />
    </>
  );
}
