import { assertNever } from '../../../shared/assert-never.ts';
import type { AggregateQuery } from '../../../shared/contract/aggregate.ts';
import type { RowBlock } from '../../../shared/contract/row-block.ts';
import type { RowMask } from '../../engine/columns/row-mask.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';
import { busiestPersons } from './busiest-persons.ts';
import { density } from './density.ts';
import { group } from './group.ts';
import { histogram } from './histogram.ts';
import { longestProcesses } from './longest-processes.ts';
import { processes } from './processes.ts';
import { timeToAcceptance } from './time-to-acceptance.ts';
import { transitions } from './transitions.ts';

/** Answers one question of a dashboard about the selected rows. */
export function answerQuery(columns: WorkspaceColumns, mask: RowMask, query: AggregateQuery): Promise<RowBlock> {
  switch (query.kind) {
    case 'group':
      return group(columns, mask, query);
    case 'histogram':
      return histogram(columns, mask, query);
    case 'density':
      return density(columns, mask, query);
    case 'processes':
      return processes(columns, mask, query);
    case 'transitions':
      return transitions(columns, mask, query);
    case 'time-to-acceptance':
      return timeToAcceptance(columns, mask, query);
    case 'longest-processes':
      return longestProcesses(columns, mask, query);
    case 'busiest-persons':
      return busiestPersons(columns, mask, query);
    default:
      return assertNever(query);
  }
}
