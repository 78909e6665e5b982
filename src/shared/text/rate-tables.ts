import type { Proportion } from '../contract/figures.ts';
import type { TextContext } from './text-context.ts';
import { bar, left, right, type TextTable } from './text-table.ts';

const BAR = 20;

export function ratesTable({ figures, words, numbers }: TextContext): TextTable {
  const row = (name: string, unit: string, proportion: Proportion): readonly string[] => [
    name,
    unit,
    numbers.count(proportion.n),
    numbers.count(proportion.k),
    numbers.rate(proportion),
  ];
  const { overall } = figures.processes;
  return {
    title: words.rates,
    note: words.ratesNote,
    columns: [left(words.figure), left(words.unit), right(words.n), right(words.k), right(words.rate)],
    rows: [
      row(words.acceptance, words.ofTransactions, figures.acceptance.overall),
      row(words.firstTry, words.ofProcesses, overall.firstTry),
      row(words.final, words.ofProcesses, overall.final),
      row(words.recovery, words.ofFailedFirst, overall.recovery),
      row(words.padRejects, words.ofReachedPad, figures.padRejects.overall),
      row(words.technicalFailures, words.ofTransactions, figures.technicalFailures.overall),
    ],
  };
}

/** Counts of transactions and their acceptance by anything, with a bar of the rate. */
function acceptanceTable(
  { words, numbers }: TextContext,
  title: string,
  heading: string,
  items: readonly (Proportion & { readonly label: string })[],
): TextTable {
  return {
    title,
    columns: [left(heading), right(words.n), right(words.accepted), right(words.rate), left('')],
    rows: items.map((item) => [
      item.label,
      numbers.count(item.n),
      numbers.count(item.k),
      numbers.rate(item),
      bar(item.rate ?? 0, BAR),
    ]),
  };
}

export function clientTable(context: TextContext): TextTable {
  const { figures, words, name } = context;
  const items = figures.acceptance.byClient.map((item) => ({ ...item, label: name(item.client) }));
  return acceptanceTable(context, words.byClient, words.client, items);
}

export function attemptTable(context: TextContext): TextTable {
  const { figures, words } = context;
  const items = figures.acceptance.byAttempt.map((item) => ({
    ...item,
    label: item.attempt >= 10 ? '10+' : String(item.attempt),
  }));
  return acceptanceTable(context, words.byAttempt, words.attempt, items);
}

export function hourTable(context: TextContext): TextTable {
  const { figures, words } = context;
  const items = figures.acceptance.byHour.map((item) => ({
    ...item,
    label: `${String(item.hour).padStart(2, '0')}:00`,
  }));
  return acceptanceTable(context, words.byHour, words.hour, items);
}

export function weekdayTable(context: TextContext): TextTable {
  const { figures, words, language } = context;
  const names = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  const items = figures.acceptance.byWeekday.map((item) => ({
    ...item,
    label: names.format(Date.UTC(2024, 0, item.weekday)),
  }));
  return acceptanceTable(context, words.byWeekday, words.weekday, items);
}

export function safetyTable({ figures, words, numbers, name }: TextContext): TextTable {
  const failures = new Map(figures.technicalFailures.byClient.map((item) => [item.client, item]));
  return {
    title: words.safetyByClient,
    columns: [
      left(words.client),
      right(words.reachedPad),
      right(words.rejected),
      right(words.rate),
      right(words.failed),
      right(words.rate),
    ],
    rows: figures.padRejects.byClient.map((item) => {
      const failed = failures.get(item.client);
      return [
        name(item.client),
        numbers.count(item.n),
        numbers.count(item.k),
        numbers.rate(item),
        ...(failed === undefined ? [] : [numbers.count(failed.k), numbers.rate(failed)]),
      ];
    }),
  };
}
