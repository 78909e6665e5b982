import type { TextContext } from './text-context.ts';
import { LINE_WIDTH, left, right, type TextTable } from './text-table.ts';

const LONGEST_NAME = 12;
const NARROWEST = 7;
/** Day, count, rate and the column of the other clients. */
const FIXED_WIDTH = 38;

const short = (name: string): string => (name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`);

/** As many clients as a line has room for. */
function shownClients<T>(clients: readonly T[], nameOf: (client: T) => string): readonly T[] {
  let room = LINE_WIDTH - FIXED_WIDTH;
  const fitting = clients.findIndex((client) => {
    room -= Math.max(NARROWEST, nameOf(client).length) + 2;
    return room < 0;
  });
  return fitting === -1 ? clients : clients.slice(0, fitting);
}

/** Transactions by local day, all and of the largest clients. */
export function dayTable({ figures, words, numbers, name }: TextContext): TextTable {
  const { byDay, byDayAndClient, byClient } = figures.volume;
  const label = (client: string | null): string => short(name(client));
  const all = byClient.map(({ client }) => client);
  const clients = shownClients(all, label);
  const rest = all.length > clients.length;
  const cells = Map.groupBy(byDayAndClient, ({ day }) => day);
  return {
    title: words.byDay,
    note: words.byDayNote,
    columns: [
      left(words.day),
      right(words.all),
      right(words.acceptedShare),
      ...clients.map((client) => right(label(client))),
      ...(rest ? [right(words.other)] : []),
    ],
    rows: byDay.map(({ day, n, rate }) => {
      const counts = clients.map((client) => cells.get(day)?.find((cell) => cell.client === client)?.n ?? 0);
      const others = n - counts.reduce((sum, count) => sum + count, 0);
      return [
        day,
        numbers.count(n),
        numbers.percent(rate),
        ...[...counts, ...(rest ? [others] : [])].map(numbers.count),
      ];
    }),
  };
}
