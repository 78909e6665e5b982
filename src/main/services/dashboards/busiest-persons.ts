import type { RowBlock } from '../../../shared/contract/row-block.ts';
import { numberColumn, textColumn } from '../../../shared/row-block-cells.ts';
import { PERSON } from '../../../etl/dashboards/busiest-persons-sql.ts';
import { PROCESS_FACETS_SQL, type QueryOf } from '../../../etl/dashboards/process-sql.ts';
import type { Codes } from '../../engine/columns/coded-column.ts';
import type { RowMask } from '../../engine/columns/row-mask.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';
import { LAST_ACCEPTED, processFacts, processTexts, processTimes } from './process-facts.ts';
import { processMask } from './process-mask.ts';

/** Answers `busiest-persons`. */
export async function busiestPersons(
  columns: WorkspaceColumns,
  mask: RowMask,
  { limit }: QueryOf<'busiest-persons'>,
): Promise<RowBlock> {
  const facts = await processFacts(columns);
  const { quiet } = await processTimes(columns);
  const clients = await clientCodes(columns);
  const { codes, names, starts, of } = await personProcesses(columns);
  const chosenFrom = processMask(mask, facts);
  const { bits } = chosenFrom;
  const width = names.length + 1;
  const counted = columns.tally(chosenFrom, { name: 'persons', cells: null, codes, width, size: width });
  const eachProcess = (person: number, visit: (process: number) => void): void => {
    for (let place = starts[person] ?? 0; place < (starts[person + 1] ?? 0); place += 1) {
      const process = of[place] ?? 0;
      if (bits[process] === 1) visit(process);
    }
  };
  const attemptsOf = (person: number): number => {
    let attempts = 0;
    eachProcess(person, (process) => {
      attempts += facts.sizes[facts.size[process] ?? 0] ?? 0;
    });
    return attempts;
  };
  const lastOf = (person: number): number => {
    let last = -1;
    eachProcess(person, (process) => {
      const [silence, before] = [quiet[process] ?? 0, last < 0 ? Infinity : (quiet[last] ?? 0)];
      const isLater = silence < before || (silence === before && (facts.last[process] ?? 0) > (facts.last[last] ?? 0));
      if (isLater) last = process;
    });
    return last;
  };
  const chosen = mostPersons(
    counted.subarray(0, names.length),
    limit,
    attemptsOf,
    (person) => facts.last[lastOf(person)] ?? 0,
  ).map(({ person, processes, attempts, row }) => {
    let accepted = 0;
    const ofClients = new Set<number>();
    eachProcess(person, (process) => {
      if (((facts.accepted[process] ?? 0) & LAST_ACCEPTED) !== 0) accepted += 1;
      const client = clients.codes[process] ?? clients.missing;
      if (client !== clients.missing) ofClients.add(client);
    });
    return { person, processes, attempts, row, accepted, clients: ofClients.size };
  });
  const each = (name: string, value: (one: (typeof chosen)[number]) => number): RowBlock['columns'][number] =>
    numberColumn(name, chosen.map(value));
  return {
    rows: chosen.length,
    columns: [
      textColumn(
        'person',
        chosen.map(({ person }) => names[person] ?? null),
      ),
      each('processes', ({ processes }) => processes),
      each('attempts', ({ attempts }) => attempts),
      each('accepted', ({ accepted }) => accepted),
      each('clients', (one) => one.clients),
      each('row', ({ row }) => columns.ids[row] ?? 0),
    ],
  };
}

interface Person {
  readonly person: number;
  readonly processes: number;
  readonly attempts: number;
  /** The last transaction. */
  readonly row: number;
}

/** Those with the most processes, then the most attempts, then the first last row. The latter are looked at only where they decide. */
function mostPersons(
  processes: Uint32Array,
  limit: number,
  attemptsOf: (person: number) => number,
  rowOf: (person: number) => number,
): readonly Person[] {
  const byProcesses = greatest(processes, limit);
  const attempts = Uint32Array.from(byProcesses, (person) => attemptsOf(person));
  // Of those with as many processes as the last one that is taken, many may be left out.
  const least = processes[byProcesses.at(-1) ?? 0] ?? 0;
  const tied = byProcesses.flatMap((person, place) => (processes[person] === least ? [place] : []));
  const room = limit - (byProcesses.length - tied.length);
  const among = greatest(
    Uint32Array.from(tied, (place) => attempts[place] ?? 0),
    room,
  );
  const taken = new Set(among.map((place) => tied[place]));
  return byProcesses
    .flatMap((person, place): Person[] =>
      processes[person] === least && !taken.has(place)
        ? []
        : [{ person, processes: processes[person] ?? 0, attempts: attempts[place] ?? 0, row: rowOf(person) }],
    )
    .toSorted((a, b) => b.processes - a.processes || b.attempts - a.attempts || a.row - b.row)
    .slice(0, limit);
}

/** The places of the greatest counts above 0, ascending: so many, and at the end of them all that are the same. */
function greatest(counts: Uint32Array, limit: number): readonly number[] {
  let most = 0;
  for (let place = 0; place < counts.length; place += 1) most = Math.max(most, counts[place] ?? 0);
  const withSo = new Uint32Array(most + 1);
  for (let place = 0; place < counts.length; place += 1) {
    const n = counts[place] ?? 0;
    withSo[n] = (withSo[n] ?? 0) + 1;
  }
  let least = most;
  for (let found = withSo[least] ?? 0; least > 1 && found < limit; found += withSo[least] ?? 0) least -= 1;
  least = Math.max(1, least);
  const places: number[] = [];
  for (let place = 0; place < counts.length; place += 1) if ((counts[place] ?? 0) >= least) places.push(place);
  return places;
}

/** The processes of each person. */
interface PersonProcesses {
  /** Person of each process. */
  readonly codes: Codes;
  readonly names: readonly string[];
  /** Where the processes of each person begin in `of`. */
  readonly starts: Uint32Array;
  readonly of: Uint32Array;
}

/** Made once for a state of the workspace. */
function personProcesses(columns: WorkspaceColumns): Promise<PersonProcesses> {
  return columns.kept(
    'processes of persons',
    async () => {
      const { codes, values: names, missing: nobody } = await processTexts(columns, PERSON, 'last');
      const starts = new Uint32Array(nobody + 2);
      for (const person of codes) starts[person + 1] = (starts[person + 1] ?? 0) + 1;
      for (let person = 0; person <= nobody; person += 1)
        starts[person + 1] = (starts[person + 1] ?? 0) + (starts[person] ?? 0);
      const next = starts.slice();
      const of = new Uint32Array(codes.length);
      for (let process = 0; process < codes.length; process += 1) {
        const person = codes[process] ?? nobody;
        of[next[person] ?? 0] = process;
        next[person] = (next[person] ?? 0) + 1;
      }
      return { codes, names, starts, of };
    },
    ({ starts, of }) => starts.byteLength + of.byteLength,
  );
}

function clientCodes(columns: WorkspaceColumns): ReturnType<typeof processTexts> {
  const { of } = PROCESS_FACETS_SQL.client;
  if (of === null) throw new Error('the client is a column');
  return processTexts(columns, of.expression, of.attempt);
}
