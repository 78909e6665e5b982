import { useMemo, type ReactNode } from 'react';
import type { Proportion } from '../../../../shared/contract/figures.ts';
import { calendarOf } from '../../../../shared/dashboards/calendar-days.ts';
import {
  countsBy,
  mismatchBy,
  padRejectRate,
  qualityRefusalRate,
  totalCounts,
  totalMismatch,
} from '../../../../shared/dashboards/quality-answers.ts';
import { QUALITY_QUERIES } from '../../../../shared/dashboards/quality-queries.ts';
import type { ColourToken } from '../../../../shared/design-tokens/colour-tokens.ts';
import { useAnswers } from '../coordinator/use-answers.ts';
import { KpiRow } from '../kpi/kpi-row.tsx';
import { Kpi } from '../kpi/kpi.tsx';
import { rateText, useQualityPen } from './quality-pen.ts';
import type { QualityWord } from './quality-words.ts';

const { answers: ANSWERS, days: DAYS, mismatch: MISMATCH, mismatchByDay: MISMATCH_DAYS } = QUALITY_QUERIES;
const QUERIES = { answers: ANSWERS, days: DAYS, mismatch: MISMATCH, mismatchByDay: MISMATCH_DAYS };

/** What the page is about, at a glance. */
export function QualityKpis(): ReactNode {
  const { t, groupOf } = useQualityPen();
  const { answers, isStale } = useAnswers(QUERIES);
  const total = answers.answers === undefined ? undefined : totalCounts(answers.answers, groupOf);
  const mismatch = answers.mismatch === undefined ? undefined : totalMismatch(answers.mismatch);
  const courses = useMemo(() => {
    const counts = countsBy(answers.days, 'day', groupOf);
    const pairs = mismatchBy(answers.mismatchByDay, 'day');
    const [countOf, pairOf] = [
      new Map(counts.map((day) => [day.key, day])),
      new Map(pairs.map((day) => [day.key, day])),
    ];
    const days = calendarOf(counts.flatMap(({ key }) => key ?? []));
    return {
      pad: days.map((day) => mapped(countOf.get(day), (one) => padRejectRate(one).rate)),
      refused: days.map((day) => mapped(countOf.get(day), (one) => qualityRefusalRate(one).rate)),
      aspect: days.map((day) => mapped(pairOf.get(day), ({ aspect }) => aspect.rate)),
      resolution: days.map((day) => mapped(pairOf.get(day), ({ resolution }) => resolution.rate)),
    };
  }, [answers, groupOf]);
  const rate = (
    label: QualityWord,
    meaning: QualityWord,
    value: Proportion | undefined,
    course: readonly (number | null)[],
    colour: ColourToken,
  ): ReactNode => <RateKpi {...{ label: t(label), meaning: t(meaning), rate: value, course, colour, isStale }} />;
  return (
    <KpiRow label={t('kpis')}>
      {rate('kpiPad', 'kpiPadMeaning', total && padRejectRate(total), courses.pad, 'outcome-attack')}
      {rate('kpiRefused', 'kpiRefusedMeaning', total && qualityRefusalRate(total), courses.refused, 'outcome-capture')}
      {rate('kpiAspect', 'kpiAspectMeaning', mismatch?.aspect, courses.aspect, 'accent')}
      {rate('kpiClass', 'kpiClassMeaning', mismatch?.resolution, courses.resolution, 'accent')}
    </KpiRow>
  );
}

function RateKpi({
  label,
  meaning,
  rate,
  course,
  colour,
  isStale,
}: {
  readonly label: string;
  readonly meaning: string;
  readonly rate: Proportion | undefined;
  readonly course: readonly (number | null)[];
  readonly colour: ColourToken;
  readonly isStale: boolean;
}): ReactNode {
  const { t, voice } = useQualityPen();
  const known = course.filter((value) => value !== null);
  const { low = null, high = null } = rate ?? {};
  const digits = high !== null && high < 0.01 ? 2 : 1;
  return (
    <Kpi
      label={label}
      meaning={meaning}
      value={rate === undefined ? null : rateText(rate.rate, voice)}
      detail={
        rate === undefined || low === null || high === null
          ? null
          : t('rateDetail', {
              low: voice.number(low * 100, digits),
              high: voice.number(high * 100, digits),
              n: voice.number(rate.n),
            })
      }
      colour={colour}
      isStale={isStale}
      {...(known.length < 2
        ? {}
        : {
            course,
            courseLabel: t('perDay', {
              low: rateText(Math.min(...known), voice),
              high: rateText(Math.max(...known), voice),
            }),
          })}
    />
  );
}

function mapped<T>(value: T | undefined, of: (value: T) => number | null): number | null {
  return value === undefined ? null : of(value);
}
