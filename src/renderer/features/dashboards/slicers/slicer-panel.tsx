import { useMemo, type ReactNode } from 'react';
import { answerRows, countOf, textOf } from '../../../../shared/dashboards/answer-rows.ts';
import { calendarOf } from '../../../../shared/dashboards/calendar-days.ts';
import { byName } from '../../../../shared/dashboards/clients-figures.ts';
import { dayText } from '../../../../shared/dashboards/day-text.ts';
import { FACET_COLUMN, WEEKDAYS } from '../../../../shared/dashboards/facet-filter.ts';
import { MONTHS, monthCounts, monthName, weekdayText } from '../../../../shared/dashboards/calendar-names.ts';
import { MONTH_COLUMN, SLICER_QUERIES } from '../../../../shared/dashboards/slicer-queries.ts';
import { clientColours } from '../../../../shared/design-tokens/stable-colours.ts';
import { useLanguage, useWords } from '../../../i18n/use-words.ts';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { dashboardWords } from '../dashboard-words.ts';
import { useColumnValues } from '../use-column-values.ts';
import { useDateEdges } from '../use-date-edges.ts';
import { RangeSlicer } from './range-slicer.tsx';
import { slicerWords } from './slicer-words.ts';
import { ValueSlicer } from './value-slicer.tsx';
import styles from './slicers.module.css';

/** The filters that are used most, each with what is left of its values under the others. */
export function SlicerPanel(): ReactNode {
  const t = useWords(slicerWords);
  const td = useWords(dashboardWords);
  const language = useLanguage();
  const { passes, selection, toggleValue, toggleFacet, setRange, setDates } = useDashboard();
  const { answers, isComplete } = useAnswers(SLICER_QUERIES);
  const counted = (n: number): number | null => (isComplete ? n : null);
  const edges = useDateEdges();
  const allClients = useColumnValues(FACET_COLUMN.client);
  const allYears = useColumnValues(FACET_COLUMN.year);
  const allMonths = useColumnValues(MONTH_COLUMN);
  const data = useMemo(() => {
    const counts = (block: keyof typeof SLICER_QUERIES, facet: string): ReadonlyMap<string | null, number> =>
      new Map(answerRows(answers[block]).map((row) => [textOf(row, facet), countOf(row, 'n')]));
    const days = counts('day', 'day');
    const left = counts('client', 'client');
    const clients = new Map(allClients.map((client) => [client === '' ? null : client, 0]));
    for (const [client, n] of left) clients.set(client, n);
    const sorted = [...clients].toSorted(([a], [b]) => byName(a, b));
    const years = new Map(allYears.map((year) => [year === '' ? null : year, 0]));
    for (const [year, n] of counts('year', 'year')) years.set(year, n);
    return {
      clients: sorted,
      colours: clientColours(sorted.flatMap(([client]) => client ?? [])),
      weekdays: counts('weekday', 'weekday'),
      years: [...years]
        .map(([year, n]) => ({ year: year === null ? null : Number(year), n }))
        .toSorted((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity)),
      months: monthCounts(counts('month', 'month')),
      hours: counts('hour', 'hour'),
      minutes: counts('minute', 'minute'),
      days,
      calendar: calendarOf(
        [...days.keys()].filter((day) => day !== null),
        edges,
      ),
    };
  }, [answers, edges, allClients, allYears]);
  const has = (column: string): boolean => selection.filters.some((filter) => filter.column === column);
  const isMonthChosen = (month: string): boolean =>
    selection.filters.some(
      (filter) =>
        filter.column === MONTH_COLUMN && filter.kind === 'values' && filter.values.includes(month) !== filter.exclude,
    );
  const range = (column: string): { readonly from: number | null; readonly to: number | null } => {
    const filter = selection.filters.find((known) => known.column === column && known.kind === 'range');
    return filter?.kind === 'range' ? filter : { from: null, to: null };
  };
  const dates = selection.filters.find((filter) => filter.kind === 'dates' && filter.column === FACET_COLUMN.day);
  const [firstDay, lastDay] = dates?.kind === 'dates' ? [dates.from, dates.to] : [null, null];
  const indexOf = (day: string | null): number | null => {
    if (day === null) return null;
    const at = data.calendar.indexOf(day.slice(0, 10));
    return at < 0 ? null : at;
  };
  return (
    <aside className={styles['panel']} aria-label={td('slicers')}>
      <RangeSlicer
        name={t('date')}
        column={FACET_COLUMN.day}
        counts={data.calendar.map((day) => data.days.get(day) ?? 0)}
        from={indexOf(firstDay)}
        to={indexOf(lastDay)}
        print={(at) => dayText(data.calendar[at] ?? '', language, 'short')}
        onChange={(from, to, isBrushing) =>
          setDates(data.calendar[from] ?? null, data.calendar[to] ?? null, { brushing: isBrushing })
        }
      />
      <ValueSlicer
        name={t('client')}
        column={FACET_COLUMN.client}
        values={data.clients.map(([client, n]) => ({
          key: client ?? '',
          label: client ?? t('noClient'),
          n: counted(n),
          colour: client === null ? 'other' : (data.colours.get(client) ?? 'other'),
          isChosen: has(FACET_COLUMN.client) && passes('client', client),
        }))}
        onToggle={(key) =>
          key === '' ? toggleFacet('client', null) : toggleValue(FACET_COLUMN.client, key, { add: true })
        }
      />
      <ValueSlicer
        name={t('weekday')}
        column={FACET_COLUMN.weekday}
        layout="columns"
        values={WEEKDAYS.map((weekday, at) => ({
          key: weekday,
          label: weekdayText(at + 1, language, 'short'),
          longLabel: weekdayText(at + 1, language, 'long'),
          n: counted(data.weekdays.get(String(at + 1)) ?? 0),
          isChosen: has(FACET_COLUMN.weekday) && passes('weekday', at + 1),
        }))}
        onToggle={(key) => toggleValue(FACET_COLUMN.weekday, key, { add: true })}
      />
      <ValueSlicer
        name={t('year')}
        column={FACET_COLUMN.year}
        values={data.years.map(({ year, n }) => ({
          key: year === null ? '' : String(year),
          label: year === null ? td('missing') : String(year),
          n: counted(n),
          isChosen: has(FACET_COLUMN.year) && passes('year', year),
        }))}
        onToggle={(key) => toggleValue(FACET_COLUMN.year, key, { add: true })}
      />
      <ValueSlicer
        name={t('month')}
        column={MONTH_COLUMN}
        values={MONTHS.filter((month) => allMonths.includes(month)).map((month) => ({
          key: month,
          label: monthName(month, language),
          n: counted(data.months.get(month) ?? 0),
          isChosen: isMonthChosen(month),
        }))}
        onToggle={(key) => toggleValue(MONTH_COLUMN, key, { add: true })}
      />
      <RangeSlicer
        name={t('hour')}
        column={FACET_COLUMN.hour}
        counts={Array.from({ length: 24 }, (_, hour) => data.hours.get(String(hour)) ?? 0)}
        {...range(FACET_COLUMN.hour)}
        print={String}
        onChange={(from, to, isBrushing) => setRange(FACET_COLUMN.hour, from, to, { brushing: isBrushing })}
      />
      <RangeSlicer
        name={t('minute')}
        column={FACET_COLUMN.minute}
        counts={Array.from({ length: 60 }, (_, minute) => data.minutes.get(String(minute)) ?? 0)}
        {...range(FACET_COLUMN.minute)}
        print={String}
        onChange={(from, to, isBrushing) => setRange(FACET_COLUMN.minute, from, to, { brushing: isBrushing })}
      />
    </aside>
  );
}
