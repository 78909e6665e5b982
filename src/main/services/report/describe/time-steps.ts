const DAY = 86_400_000;
const MOST_DAYS = 100;
const MOST_WEEKS = 110;

const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
const nameOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);
/** The Monday on or before a day. 1 January 1970 was a Thursday. */
const monday = (number: number): number => number - ((((number + 3) % 7) + 7) % 7);
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthStart = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;

/** Equal steps of time that cover some days without a gap. */
export interface TimeSteps {
  readonly unit: 'day' | 'week' | 'month';
  /** First day of each step. */
  readonly starts: readonly string[];
  /** Days from the first to the last one. */
  readonly span: number;
  readonly stepOf: (day: string) => number;
}

/** Days, weeks or months: the finest unit whose columns can still be told apart. `days` ascend. */
export function timeSteps(days: readonly string[]): TimeSteps {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { unit: 'day', starts: [], span: 0, stepOf: () => 0 };
  const [from, to] = [numberOf(first), numberOf(last)];
  const span = to - from + 1;
  if (span <= MOST_DAYS) {
    return {
      unit: 'day',
      span,
      starts: Array.from({ length: span }, (_, index) => nameOf(from + index)),
      stepOf: (day) => numberOf(day) - from,
    };
  }
  const weeks = (monday(to) - monday(from)) / 7 + 1;
  if (weeks <= MOST_WEEKS) {
    const start = monday(from);
    return {
      unit: 'week',
      span,
      starts: Array.from({ length: weeks }, (_, index) => nameOf(start + 7 * index)),
      stepOf: (day) => (monday(numberOf(day)) - start) / 7,
    };
  }
  const [firstMonth, lastMonth] = [monthOf(first), monthOf(last)];
  return {
    unit: 'month',
    span,
    starts: Array.from({ length: lastMonth - firstMonth + 1 }, (_, index) => monthStart(firstMonth + index)),
    stepOf: (day) => monthOf(day) - firstMonth,
  };
}
