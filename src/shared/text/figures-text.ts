import { LEAST_FOR_P99, type Figures } from '../contract/figures.ts';
import type { Language } from '../language.ts';
import { answerTable, imageTables, sizeTable } from './answer-tables.ts';
import { dayTable } from './day-table.ts';
import { attemptsTable, processTable } from './process-tables.ts';
import { attemptTable, clientTable, hourTable, ratesTable, safetyTable, weekdayTable } from './rate-tables.ts';
import { textContext, type TextContext } from './text-context.ts';
import { printable, tableLines, wrapped, type TextTable } from './text-table.ts';
import { microserviceTable, partsTable, totalTable } from './time-tables.ts';

/** `2025-01-08 22:49:46 -05:00`: a date as written, to the second. */
const dateText = (date: string): string => `${date.slice(0, 19)} ${date.slice(26)}`;

function heading({ figures, words, language, numbers }: TextContext): readonly string[] {
  const { scope } = figures;
  const counted = ([n, what]: readonly [number, string]): string => `${numbers.count(n)} ${what}`;
  const counts = [
    [scope.transactions, words.transactions],
    [scope.processes, words.processes],
    [scope.persons, words.persons],
    [scope.clients, words.clients],
    [scope.localDays, words.days],
  ] as const;
  return [
    ...wrapped(`${words.figures} · ${scope.table} · ${printable(scope.filterWords[language])}`),
    counts.map(counted).join(' · '),
    ...(scope.firstDate === null || scope.lastDate === null
      ? []
      : [`${dateText(scope.firstDate)} ${words.until} ${dateText(scope.lastDate)}`]),
  ];
}

/** The figures as text for a terminal of 100 columns: a heading, then one table per question, in the reader's language. */
export function figuresText(figures: Figures, language: Language): string {
  const context = textContext(figures, language);
  const { words, numbers } = context;
  const table = (one: TextTable, ...after: readonly string[]): readonly string[] => [
    ...tableLines(one),
    ...after.flatMap(wrapped),
  ];
  const { processes, times, scope } = figures;
  if (scope.transactions === 0) return [...heading(context), '', words.empty, ''].join('\n');
  const blocks = [
    heading(context),
    table(ratesTable(context)),
    table(clientTable(context)),
    table(
      processTable(context),
      ...(processes.withoutProcessId === 0 ? [] : [words.withoutId(numbers.count(processes.withoutProcessId))]),
    ),
    table(attemptsTable(context)),
    table(attemptTable(context)),
    table(answerTable(context)),
    table(safetyTable(context)),
    table(totalTable(context)),
    table(
      microserviceTable(context),
      ...(times.other.negative === 0
        ? []
        : [words.negative(numbers.count(times.other.negative), numbers.ms(times.other.min))]),
      words.p99(numbers.count(LEAST_FOR_P99)),
    ),
    table(partsTable(context)),
    ...imageTables(context).map((one) => table(one)),
    table(sizeTable(context)),
    table(dayTable(context)),
    table(weekdayTable(context)),
    table(hourTable(context)),
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}
