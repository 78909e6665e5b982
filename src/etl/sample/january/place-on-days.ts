import { itemAt } from '../chance/item-at.ts';
import type { Random } from '../chance/random.ts';
import { weightedChoice } from '../chance/weighted-choice.ts';
import { TESTER, TRANSACTIONS_BY_DAY } from '../january-2025.ts';
import type { PlannedProcess } from './january-processes.ts';

/**
 * Gives every process a day of the month so that each day has its printed number of transactions. Long processes are
 * placed first, on a day with room by chance; processes of one attempt then fill the days exactly. Clients that begin
 * late choose before those that may have any day, and one process of each opens its first day.
 */
export function placeOnDays(processes: readonly PlannedProcess[], random: Random): ReadonlyMap<PlannedProcess, number> {
  const room = new Map(
    Object.entries(TRANSACTIONS_BY_DAY).map(([day, count]) => [
      Number(day),
      count - (TESTER.transactionsByDay[Number(day)] ?? 0),
    ]),
  );
  const dayOf = new Map<PlannedProcess, number>();
  const put = (process: PlannedProcess, day: number): void => {
    dayOf.set(process, day);
    room.set(day, (room.get(day) ?? 0) - process.answers.length);
  };
  const inOrder = random
    .shuffled(processes)
    .toSorted(
      (left, right) => right.profile.firstDay - left.profile.firstDay || right.answers.length - left.answers.length,
    );
  for (const opener of openers(inOrder)) put(opener, opener.profile.firstDay);
  for (const process of inOrder) {
    if (dayOf.has(process)) continue;
    const fitting = [...room].filter(
      ([day, left]) => day >= process.profile.firstDay && left >= process.answers.length,
    );
    put(process, weightedChoice(fitting, ([, left]) => left)(random)[0]);
  }
  return dayOf;
}

/** The shortest process of each client. */
function openers(inOrder: readonly PlannedProcess[]): PlannedProcess[] {
  const byClient = Map.groupBy(inOrder, ({ profile }) => profile);
  return [...byClient.values()].map((ofClient) => itemAt(ofClient, ofClient.length - 1));
}
