import type { Proportion } from '../../../../shared/contract/figures.ts';
import type { Card } from '../structure/report-structure.ts';
import type { DescribeContext } from './describe-context.ts';

function rateCard({ format, words }: DescribeContext, label: string, proportion: Proportion, note: string): Card {
  const { rate, low, high } = proportion;
  return {
    label,
    value: format.percent(rate),
    note,
    interval:
      rate === null || low === null || high === null
        ? null
        : { low, high, text: words.page.cards.interval(format.interval(proportion)) },
  };
}

/** The headline figures, counts before rates. */
export function describeCards(context: DescribeContext): readonly Card[] {
  const { figures, format } = context;
  const words = context.words.page.cards;
  const { scope, processes, acceptance, times, padRejects } = figures;
  const plain = (label: string, value: string, note: string): Card => ({ label, value, note, interval: null });
  return [
    plain(
      words.transactions,
      format.count(scope.transactions),
      words.transactionsNote(format.counted(scope.localDays)),
    ),
    plain(
      words.processes,
      format.count(scope.processes),
      words.processesNote(format.decimal(processes.overall.attempts.mean)),
    ),
    plain(words.persons, format.count(scope.persons), words.personsNote),
    plain(
      words.time,
      format.ms(times.total.mean),
      words.timeNote(format.ms(times.total.p95), format.count(times.total.n)),
    ),
    rateCard(context, words.acceptance, acceptance.overall, words.ofTransactions(format.count(acceptance.overall.n))),
    rateCard(
      context,
      words.firstTry,
      processes.overall.firstTry,
      words.ofProcesses(format.count(processes.overall.firstTry.n)),
    ),
    rateCard(context, words.final, processes.overall.final, words.ofProcesses(format.count(processes.overall.final.n))),
    rateCard(context, words.pad, padRejects.overall, words.ofPad(format.count(padRejects.overall.n))),
  ];
}
