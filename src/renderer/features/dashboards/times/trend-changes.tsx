import type { ReactNode } from 'react';
import type { ServiceDay } from '../../../../shared/dashboards/times-answers.ts';
import { timeAtText } from '../../../../shared/dashboards/times-findings.ts';
import { causeOf, LEAST_CHANGE, type Trend, type TrendStep } from '../../../../shared/dashboards/times-trend.ts';
import { useDashboard } from '../dashboard-context.ts';
import { signedPercent, timeText } from './chart-parts.ts';
import { useTimesPen } from './times-pen.ts';
import styles from './times.module.css';

/** The changes of a trend in words, each with what it came from; a click selects the days since. */
export function TrendChanges({
  trend,
  step,
  serviceDays,
}: {
  readonly trend: Trend;
  readonly step: TrendStep;
  readonly serviceDays: readonly ServiceDay[];
}): ReactNode {
  const { t, format } = useTimesPen();
  const { setDates } = useDashboard();
  const limits = {
    least: format.percent(LEAST_CHANGE, 0),
    lasting: t(step === 'day' ? 'lastingDays' : 'lastingHours'),
  };
  const { p50, p95 } = trend.passedOver;
  const left = p50 + p95 === 0 ? '' : ` ${t('passedOver', { p50: format.number(p50), p95: format.number(p95) })}`;
  return (
    <div className={styles['changes']}>
      {trend.changes.length > 0 && (
        <ul aria-label={t('changes')}>
          {trend.changes.map((change) => {
            const { figure, at, before, after } = change;
            const cause = causeOf(change, serviceDays);
            return (
              <li key={`${figure} ${timeAtText(at)}`}>
                <button
                  type="button"
                  className={styles['change']}
                  title={t('selectSince')}
                  onClick={() => setDates(after.first.day, after.last.day)}
                >
                  <strong>{timeAtText(at)}</strong>
                  <span>{`${figure} ${signedPercent(format, change.change, 0)}`}</span>
                  <span>
                    {t('changeLine', { before: timeText(format, before.level), after: timeText(format, after.level) })}
                  </span>
                  {cause !== null && (
                    <span className={styles['faint']}>
                      {t('changeCause', {
                        name: cause.name === 'other' ? t('other') : cause.name,
                        difference: `${cause.difference > 0 ? '+' : '−'}${format.number(Math.abs(cause.difference))}`,
                      })}
                    </span>
                  )}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <p>{(trend.changes.length > 0 ? t('trendNote', limits) : t('noChanges', limits)) + left}</p>
    </div>
  );
}
