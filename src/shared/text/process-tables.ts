import type { TextContext } from './text-context.ts';
import { bar, left, right, type TextTable } from './text-table.ts';

const BAR = 30;

export function processTable({ figures, words, numbers, name }: TextContext): TextTable {
  return {
    title: words.processesByClient,
    note: words.processesNote,
    columns: [
      left(words.client),
      right(words.process),
      right(words.first),
      right(words.last),
      right(words.recovery),
      right(words.meanAttempts),
    ],
    rows: figures.processes.byClient.map(({ client, firstTry, final, recovery, attempts }) => [
      name(client),
      numbers.count(attempts.n),
      numbers.rate(firstTry),
      numbers.rate(final),
      numbers.rate(recovery),
      numbers.decimal(attempts.mean),
    ]),
  };
}

export function attemptsTable({ figures, words, numbers }: TextContext): TextTable {
  const { overall, distribution } = figures.processes;
  const { mean, p50, p95, max } = overall.attempts;
  const most = Math.max(...distribution.map(({ share }) => share ?? 0));
  return {
    title: words.attempts,
    note: words.attemptsNote(numbers.decimal(mean), numbers.ms(p50), numbers.ms(p95), numbers.count(max ?? 0)),
    columns: [left(words.attemptsColumn), right(words.process), right(words.share), left('')],
    rows: distribution.map(({ from, to, n, share }) => [
      to === null ? `${from}+` : from === to ? String(from) : `${from}–${to}`,
      numbers.count(n),
      numbers.percent(share),
      most === 0 ? '' : bar((share ?? 0) / most, BAR),
    ]),
  };
}
