import type { Chart } from '../structure/report-structure.ts';
import { dataTable } from './data-table.ts';
import type { DescribeContext } from './describe-context.ts';

function classLabel({ words, format }: DescribeContext, from: number, to: number | null): string {
  if (to === null) return words.charts.andMore(format.count(from));
  return words.charts.cell(format.count(from), format.count(to));
}

/** How many attempts processes take. */
export function describeAttempts(context: DescribeContext): Chart | null {
  const { figures, format, words } = context;
  const { distribution, overall, withoutProcessId } = figures.processes;
  if (overall.attempts.n === 0) return null;
  const one = distribution.find(({ from, to }) => from === 1 && to === 1);
  const { n, mean, p95, max } = overall.attempts;
  const caption = words.charts.attemptsCaption(
    format.count(n),
    format.decimal(mean),
    p95 === null ? '' : format.measured(p95),
    format.count(max ?? 0),
  );
  return {
    id: 'chart-attempts',
    title: words.charts.attemptsTitle(format.percent(one?.share ?? 0)),
    caption,
    description: caption,
    legend: [],
    picture: {
      kind: 'stacked-columns',
      categories: distribution.map(({ from, to }) => (to === null ? `≥ ${from}` : classLabel(context, from, to))),
      series: [{ colour: 'accent', values: distribution.map((each) => each.n) }],
      totals: distribution.map((each) => format.count(each.n)),
    },
    table: dataTable(
      [words.charts.attempts],
      [words.charts.processes, words.charts.share],
      distribution.map(({ from, to, n: processes, share }) => [
        classLabel(context, from, to),
        format.count(processes),
        format.percent(share),
      ]),
    ),
    notes: [
      ...(overall.recovery.rate === null
        ? []
        : [words.charts.recoveryNote(format.percent(overall.recovery.rate), format.count(overall.recovery.n))]),
      ...(withoutProcessId === 0 ? [] : [words.charts.withoutIdNote(format.count(withoutProcessId))]),
    ],
    width: 'half',
  };
}

const LAST_CLASS = 10;

/** Whether later attempts fare better than the first. */
export function describeAcceptanceByAttempt({ figures, format, words }: DescribeContext): Chart | null {
  const rows = figures.acceptance.byAttempt.filter(({ n }) => n > 0);
  const [first, second] = [rows.find(({ attempt }) => attempt === 1), rows.find(({ attempt }) => attempt === 2)];
  if (first === undefined) return null;
  const name = (attempt: number): string => (attempt === LAST_CLASS ? `≥ ${attempt}` : String(attempt));
  const caption = words.charts.byAttemptCaption(format.count(rows.reduce((sum, { n }) => sum + n, 0)));
  return {
    id: 'chart-by-attempt',
    title:
      second === undefined
        ? words.charts.byAttemptTitleAlone(format.percent(first.rate))
        : words.charts.byAttemptTitle(format.percent(first.rate), format.percent(second.rate)),
    caption,
    description: caption,
    legend: [],
    picture: {
      kind: 'intervals',
      rows: rows.map(({ attempt, rate, low, high, n }) => ({
        label: name(attempt),
        rate: rate ?? 0,
        low: low ?? 0,
        high: high ?? 0,
        text: `${format.percent(rate)} · ${words.charts.nText(format.count(n))}`,
        colour: 'accent',
      })),
      reference: null,
    },
    table: dataTable(
      [words.charts.attempt],
      [words.charts.n, words.charts.acceptedColumn, words.charts.rate, words.charts.interval],
      rows.map((each) => [
        name(each.attempt),
        format.count(each.n),
        format.count(each.k),
        format.percent(each.rate),
        format.interval(each),
      ]),
    ),
    notes: [],
    width: 'half',
  };
}
