import { useMemo, type ReactNode } from 'react';
import { servicePartsOf, shareOf } from '../../../../shared/dashboards/times-answers.ts';
import { waitedShare } from '../../../../shared/dashboards/times-findings.ts';
import { LEAST_FOR_P99 } from '../../../../shared/contract/figures.ts';
import { microserviceColour } from '../../../../shared/design-tokens/stable-colours.ts';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { Kpi } from '../kpi/kpi.tsx';
import { KpiRow } from '../kpi/kpi-row.tsx';
import { msText, timeText } from './chart-parts.ts';
import { meanBars } from './service-means-option.ts';
import { useTimesPen } from './times-pen.ts';
import { useTimeFigures, useTimesQueries } from './use-time-figures.ts';

/** The page's figures in one look. */
export function TimesKpis(): ReactNode {
  const { t, format } = useTimesPen();
  const { model } = useDashboard();
  const queries = useTimesQueries();
  const { figures, state } = useTimeFigures();
  const { answers } = useAnswers({ parts: queries.parts });
  const waited = useMemo(
    () => (answers.parts === undefined ? null : waitedShare(servicePartsOf(model.microservices, answers.parts))),
    [answers, model],
  );
  const totals = figures?.totals;
  const longest = figures === null ? undefined : meanBars(figures.services, figures.totals, 'per-transaction')[0];
  const { isStale } = state;
  const time = (value: number | null | undefined): string | null =>
    value === undefined ? null : msText(format, value);
  const number = (value: number | null | undefined, digits = 0): string => timeText(format, value ?? null, digits);
  const few = totals !== undefined && totals.n < LEAST_FOR_P99;
  return (
    <KpiRow label={t('kpis')}>
      <Kpi
        label={t('kpiMean')}
        value={totals === undefined ? null : msText(format, totals.mean, 2)}
        detail={t('kpiMeanHint', { n: number(totals?.n), deviation: number(totals?.deviation, 2) })}
        meaning={t('kpiMeanMeaning')}
        isStale={isStale}
      />
      <Kpi
        label={t('kpiP50')}
        value={time(totals?.p50)}
        detail={t('kpiP50Hint', { p25: number(totals?.p25, 2), p75: number(totals?.p75, 2) })}
        meaning={t('kpiP50Meaning')}
        isStale={isStale}
      />
      <Kpi
        label={t('kpiP95')}
        value={time(totals?.p95)}
        detail={t('kpiP95Hint')}
        meaning={t('kpiP95Meaning')}
        isStale={isStale}
      />
      <Kpi
        label={t('kpiP99')}
        value={time(totals?.p99)}
        detail={few ? t('kpiP99Few') : t('kpiP99Hint')}
        meaning={t('kpiP99Meaning')}
        isStale={isStale}
      />
      <Kpi
        label={t('kpiRange')}
        value={totals === undefined ? null : `${number(totals.minimum)} – ${msText(format, totals.maximum)}`}
        detail={t('kpiRangeHint')}
        isStale={isStale}
      />
      <Kpi
        label={t('kpiService')}
        value={longest === undefined ? null : (longest.service?.name ?? t('other'))}
        detail={
          longest === undefined || longest.share === null
            ? null
            : t('kpiServiceHint', { mean: number(longest.mean), share: format.percent(longest.share) })
        }
        colour={microserviceColour(longest?.service?.name ?? '')}
        isStale={isStale}
      />
      <Kpi
        label={t('kpiQueue')}
        value={waited === null ? null : format.percent(waited)}
        detail={t('kpiQueueHint')}
        meaning={t('kpiQueueMeaning')}
        isStale={isStale}
      />
      <Kpi
        label={t('kpiOther')}
        value={totals === undefined ? null : msText(format, totals.other.mean, 2)}
        detail={
          totals === undefined ? null : t('kpiOtherHint', { share: shareText(shareOf(totals.other.mean, totals.mean)) })
        }
        meaning={t('kpiOtherMeaning')}
        isStale={isStale}
      />
    </KpiRow>
  );

  function shareText(share: number | null): string {
    return share === null ? '–' : format.percent(share);
  }
}
