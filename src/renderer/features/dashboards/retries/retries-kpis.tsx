import { useMemo, type ReactNode } from 'react';
import type { Proportion } from '../../../../shared/contract/figures.ts';
import { dailyCourse, overallFigures } from '../../../../shared/dashboards/retries-answers.ts';
import { RETRIES_QUERIES } from '../../../../shared/dashboards/retries-queries.ts';
import { retryShares, stepsOf } from '../../../../shared/dashboards/retries-steps.ts';
import { spanText } from '../../../../shared/dashboards/span-text.ts';
import { rateText } from '../clients/clients-pen.ts';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { KpiRow } from '../kpi/kpi-row.tsx';
import { Kpi, type KpiProps } from '../kpi/kpi.tsx';
import { useRetriesPen, type RetriesPen } from './retries-pen.ts';
import type { TimeoutProps } from './timeout-input.tsx';

/** The figures of the selection at a glance. */
export function RetriesKpis({ minutes, queries }: Pick<TimeoutProps, 'minutes' | 'queries'>): ReactNode {
  const pen = useRetriesPen();
  const { t, voice } = pen;
  const { scope } = useDashboard();
  const { answers, isStale } = useAnswers(
    useMemo(
      () => ({ overall: queries.overall, steps: RETRIES_QUERIES.steps, byDay: RETRIES_QUERIES.byDay }),
      [queries],
    ),
  );
  const figures = useMemo(
    () => (answers.overall === undefined ? null : overallFigures(answers.overall)),
    [answers.overall],
  );
  const shares = useMemo(
    () => (answers.steps === undefined ? null : retryShares(stepsOf(answers.steps))),
    [answers.steps],
  );
  // Among last attempts alone the first ones are those of processes that ended at once: they tell nothing of a day.
  const daily = useMemo(
    () => (answers.byDay === undefined || scope === 'without-retries' ? null : dailyCourse(answers.byDay)),
    [answers.byDay, scope],
  );
  const number = (value: number | null | undefined, digits = 0): string =>
    value === null || value === undefined ? '–' : voice.number(value, digits);
  const shared = { pen, isStale };
  return (
    <KpiRow label={t('keyFigures')}>
      <Kpi
        label={t('processes')}
        meaning={t('processesMeaning')}
        value={figures === null ? null : number(figures.n)}
        detail={figures === null ? null : t('processesDetail', { attempts: number(figures.attempts) })}
        isStale={isStale}
        {...course(daily?.begun, t, (value) => number(value))}
      />
      <Kpi
        label={t('perProcess')}
        meaning={t('perProcessMeaning')}
        value={figures === null ? null : number(figures.mean, 2)}
        detail={
          figures === null ? null : t('perProcessDetail', { p95: number(figures.p95, 1), most: number(figures.most) })
        }
        isStale={isStale}
      />
      <Rate
        {...shared}
        label={t('firstTry')}
        meaning={t('firstTryMeaning')}
        rate={figures?.firstTry}
        colour="ok"
        {...course(daily?.firstTry, t, (value) => voice.percent(value))}
      />
      <Rate {...shared} label={t('final')} meaning={t('finalMeaning')} rate={figures?.final} />
      <Rate {...shared} label={t('recovery')} meaning={t('recoveryMeaning')} rate={figures?.recovery} />
      <Rate
        {...shared}
        label={t('abandonmentAfter', { span: spanText(minutes * 60, voice) })}
        meaning={t('abandonmentMeaning', { span: spanText(minutes * 60, voice) })}
        rate={figures?.abandonment}
      />
      <Rate {...shared} label={t('repeated')} meaning={t('repeatedMeaning')} rate={shares?.repeated} />
      <Rate {...shared} label={t('needless')} meaning={t('needlessMeaning')} rate={shares?.needless} />
    </KpiRow>
  );
}

/** A figure by day, as its `Kpi` draws it. */
function course(
  values: readonly (number | null)[] | undefined,
  t: RetriesPen['t'],
  print: (value: number) => string,
): Pick<KpiProps, 'course' | 'courseLabel'> {
  const present = values?.filter((value) => value !== null) ?? [];
  if (values === undefined || present.length < 2) return {};
  return {
    course: values,
    courseLabel: t('coursePerDay', { low: print(Math.min(...present)), high: print(Math.max(...present)) }),
  };
}

function Rate({
  pen: { t, voice },
  rate,
  ...kpi
}: Pick<KpiProps, 'label' | 'isStale' | 'course' | 'courseLabel' | 'colour'> & {
  readonly meaning: string;
  readonly pen: RetriesPen;
  readonly rate: Proportion | undefined;
}): ReactNode {
  const { low = null, high = null, n = 0 } = rate ?? {};
  return (
    <Kpi
      {...kpi}
      value={rate === undefined ? null : rateText(rate.rate, voice)}
      detail={
        low === null || high === null
          ? null
          : t('interval', { low: voice.number(low * 100, 1), high: voice.number(high * 100, 1), n: voice.number(n) })
      }
    />
  );
}
