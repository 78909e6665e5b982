import type { RowBlock } from '../../../shared/contract/row-block.ts';
import { numberColumn, textColumn } from '../../../shared/row-block-cells.ts';
import { PERSON } from '../../../etl/dashboards/busiest-persons-sql.ts';
import { PROCESS_FACETS_SQL, type QueryOf } from '../../../etl/dashboards/process-sql.ts';
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
  const { codes: personOf, values: names, missing: nobody } = await processTexts(columns, PERSON, 'last');
  const persons = names.length;
  const { bits } = processMask(mask, facts);
  const processes = new Uint32Array(persons);
  const attempts = new Uint32Array(persons);
  for (let process = 0; process < facts.count; process += 1) {
    const person = personOf[process] ?? nobody;
    if (bits[process] === 0 || person === nobody) continue;
    processes[person] = (processes[person] ?? 0) + 1;
    attempts[person] = (attempts[person] ?? 0) + (facts.sizes[facts.size[process] ?? 0] ?? 0);
  }
  const candidates = mostProcesses(processes, limit);
  const found = new Map(
    candidates.map((person) => [person, { person, accepted: 0, clients: new Set<number>(), last: -1 }]),
  );
  const isCandidate = new Uint8Array(persons);
  for (const person of candidates) isCandidate[person] = 1;
  const clients = await clientCodes(columns);
  for (let process = 0; process < facts.count; process += 1) {
    const person = personOf[process] ?? nobody;
    if (bits[process] === 0 || isCandidate[person] !== 1) continue;
    const one = found.get(person);
    if (one === undefined) continue;
    if (((facts.accepted[process] ?? 0) & LAST_ACCEPTED) !== 0) one.accepted += 1;
    const client = clients.codes[process] ?? clients.missing;
    if (client !== clients.missing) one.clients.add(client);
    const [silence, before] = [quiet[process] ?? 0, one.last < 0 ? Infinity : (quiet[one.last] ?? 0)];
    const isLater =
      silence < before || (silence === before && (facts.last[process] ?? 0) > (facts.last[one.last] ?? 0));
    if (isLater) one.last = process;
  }
  const rowOf = ({ last }: { readonly last: number }): number => facts.last[last] ?? 0;
  const chosen = [...found.values()]
    .toSorted(
      (a, b) =>
        (processes[b.person] ?? 0) - (processes[a.person] ?? 0) ||
        (attempts[b.person] ?? 0) - (attempts[a.person] ?? 0) ||
        rowOf(a) - rowOf(b),
    )
    .slice(0, limit);
  const each = (name: string, value: (one: (typeof chosen)[number]) => number): RowBlock['columns'][number] =>
    numberColumn(name, chosen.map(value));
  return {
    rows: chosen.length,
    columns: [
      textColumn(
        'person',
        chosen.map(({ person }) => names[person] ?? null),
      ),
      each('processes', ({ person }) => processes[person] ?? 0),
      each('attempts', ({ person }) => attempts[person] ?? 0),
      each('accepted', ({ accepted }) => accepted),
      each('clients', (one) => one.clients.size),
      each('row', (one) => columns.ids[rowOf(one)] ?? 0),
    ],
  };
}

/** The persons with the most processes, ties at the end all of them. */
function mostProcesses(processes: Uint32Array, limit: number): readonly number[] {
  const withSo = new Map<number, number>();
  for (const n of processes) if (n > 0) withSo.set(n, (withSo.get(n) ?? 0) + 1);
  let least = 1;
  let persons = 0;
  for (const [n, many] of [...withSo].toSorted(([a], [b]) => b - a)) {
    least = n;
    persons += many;
    if (persons >= limit) break;
  }
  const most: number[] = [];
  for (const [person, n] of processes.entries()) if (n >= least) most.push(person);
  return most;
}

function clientCodes(columns: WorkspaceColumns): ReturnType<typeof processTexts> {
  const { of } = PROCESS_FACETS_SQL.client;
  if (of === null) throw new Error('the client is a column');
  return processTexts(columns, of.expression, of.attempt);
}
