import { useMemo, type ReactNode } from 'react';
import type { Proportion } from '../../../../shared/contract/figures.ts';
import { answerRows, countOf, numberOf, textOf } from '../../../../shared/dashboards/answer-rows.ts';
import { calendarOf } from '../../../../shared/dashboards/calendar-days.ts';
import { processRates, transactionRates } from '../../../../shared/dashboards/clients-figures.ts';
import { CLIENTS_QUERIES } from '../../../../shared/dashboards/clients-queries.ts';
import { useAnswers } from '../coordinator/use-answers.ts';
import { KpiRow } from '../kpi/kpi-row.tsx';
import { Kpi, type KpiProps } from '../kpi/kpi.tsx';
import { rateText, useClientsPen, type ClientsPen } from './clients-pen.ts';

const { totals, processes, byDay, byDayAndAttempt } = CLIENTS_QUERIES;
const QUERIES = { totals, processes, byDay, byDayAndAttempt };

type Course = readonly (number | null)[];

/** The figures of the selection at a glance. */
export function ClientsKpis(): ReactNode {
  const pen = useClientsPen();
  const { t, voice } = pen;
  const { answers, isStale } = useAnswers(QUERIES);
  const courses = useMemo(() => {
    const rows = answerRows(answers.byDay);
    const days = calendarOf(rows.flatMap((row) => textOf(row, 'day') ?? []));
    const rates = new Map(rows.map((row) => [textOf(row, 'day'), transactionRates(row)]));
    const firsts = new Map(
      answerRows(answers.byDayAndAttempt)
        .filter((row) => numberOf(row, 'attempt') === 1)
        .map((row) => [textOf(row, 'day'), { n: countOf(row, 'n'), accepted: countOf(row, 'accepted') }]),
    );
    return {
      n: days.map((day) => rates.get(day)?.n ?? 0),
      persons: days.map((day) => rates.get(day)?.persons ?? 0),
      acceptance: days.map((day) => rates.get(day)?.acceptance.rate ?? null),
      padRejects: days.map((day) => rates.get(day)?.padRejects.rate ?? null),
      technicalFailures: days.map((day) => rates.get(day)?.technicalFailures.rate ?? null),
      processes: days.map((day) => firsts.get(day)?.n ?? 0),
      firstTry: days.map((day) => {
        const first = firsts.get(day);
        return first === undefined || first.n === 0 ? null : first.accepted / first.n;
      }),
    };
  }, [answers]);
  const [row] = answerRows(answers.totals);
  const rates = row === undefined ? null : transactionRates(row);
  const [process] = answers.processes === undefined ? [] : processRates(answers.processes);
  const { number } = voice;
  const each = (count: number | undefined): string | null =>
    rates === null || count === undefined || count === 0 ? null : number(rates.n / count, 2);
  const attempts = process?.meanAttempts ?? null;
  const persons = each(rates?.persons);
  const clients = countOf(row, 'clients');
  return (
    <KpiRow label={t('keyFigures')}>
      <Kpi
        label={t('transactions')}
        meaning={t('transactionsMeaning')}
        value={rates === null ? null : number(rates.n)}
        detail={row === undefined ? null : t('clientsCount', { count: clients, number: number(clients) })}
        isStale={isStale}
        {...course(courses.n, pen, (value) => number(value))}
      />
      <Kpi
        label={t('processes')}
        meaning={t('processesMeaning')}
        value={process === undefined ? null : number(process.n)}
        detail={attempts === null ? null : t('perProcess', { number: number(attempts, 2) })}
        isStale={isStale}
        {...course(courses.processes, pen, (value) => number(value))}
      />
      <Kpi
        label={t('persons')}
        meaning={t('personsMeaning')}
        value={rates === null ? null : number(rates.persons)}
        detail={persons === null ? null : t('perPerson', { number: persons })}
        isStale={isStale}
        {...course(courses.persons, pen, (value) => number(value))}
      />
      <Rate
        id="acceptance"
        pen={pen}
        rate={rates?.acceptance}
        course={courses.acceptance}
        isStale={isStale}
        colour="ok"
      />
      <Rate id="firstTry" pen={pen} rate={process?.firstTry} course={courses.firstTry} isStale={isStale} colour="ok" />
      <Rate id="final" pen={pen} rate={process?.final} course={[]} isStale={isStale} colour="ok" />
      <Rate
        id="padRejects"
        pen={pen}
        rate={rates?.padRejects}
        course={courses.padRejects}
        isStale={isStale}
        colour="outcome-attack"
      />
      <Rate
        id="technicalFailures"
        pen={pen}
        rate={rates?.technicalFailures}
        course={courses.technicalFailures}
        isStale={isStale}
        colour="outcome-system"
      />
    </KpiRow>
  );
}

type RateId = 'acceptance' | 'firstTry' | 'final' | 'padRejects' | 'technicalFailures';
const MEANINGS = {
  acceptance: 'acceptanceMeaning',
  firstTry: 'firstTryMeaning',
  final: 'finalMeaning',
  padRejects: 'padRejectsMeaning',
  technicalFailures: 'technicalFailuresMeaning',
} as const satisfies Record<RateId, string>;

function Rate({
  id,
  pen,
  rate,
  course: values,
  isStale,
  colour,
}: {
  readonly id: RateId;
  readonly pen: ClientsPen;
  readonly rate: Proportion | undefined;
  readonly course: Course;
  readonly isStale: boolean;
  readonly colour: NonNullable<KpiProps['colour']>;
}): ReactNode {
  const { t, voice } = pen;
  const { low = null, high = null, n = 0 } = rate ?? {};
  return (
    <Kpi
      label={t(id)}
      meaning={t(MEANINGS[id])}
      value={rate === undefined ? null : rateText(rate.rate, voice)}
      detail={
        low === null || high === null
          ? null
          : t('intervalOf', {
              // Of a small share one decimal would leave nothing.
              low: voice.number(low * 100, high < 0.01 ? 2 : 1),
              high: voice.number(high * 100, high < 0.01 ? 2 : 1),
              n: voice.number(n),
            })
      }
      isStale={isStale}
      colour={colour}
      {...course(values, pen, (value) => voice.percent(value))}
    />
  );
}

function course(
  values: Course,
  { t }: ClientsPen,
  print: (value: number) => string,
): Pick<KpiProps, 'course' | 'courseLabel'> {
  const present = values.filter((value) => value !== null);
  if (present.length < 2) return {};
  return {
    course: values,
    courseLabel: t('coursePerDay', { low: print(Math.min(...present)), high: print(Math.max(...present)) }),
  };
}
