import { setImmediate as otherCalls } from 'node:timers/promises';
import type { z } from 'zod';
import type { AggregateAnswer, AggregateRequest } from '../../../shared/contract/aggregate.ts';
import type { RowBlock } from '../../../shared/contract/row-block.ts';
import { EVERY_ROW } from '../../../shared/contract/row-selection.ts';
import { maskKey } from '../../engine/columns/open-columns.ts';
import type { WorkspaceColumns } from '../../engine/columns/workspace-columns.ts';
import { answerQuery } from './aggregate.ts';

/** Answers all questions of a page about one selection. An answer that was given before is kept while there is memory. */
export async function readDashboard(
  columns: WorkspaceColumns,
  { queries, brushing, ...asked }: z.output<typeof AggregateRequest>,
): Promise<z.output<typeof AggregateAnswer>> {
  const began = performance.now();
  const { count: ofRows } = await columns.mask({ ...asked, selection: EVERY_ROW });
  const { count: rows } = await columns.mask(asked, [], brushing);
  const answers: Record<string, RowBlock> = {};
  for (const { name, query, without } of queries) {
    const mask = await columns.mask(asked, without, brushing);
    answers[name] = mask.isSteady
      ? await columns.kept(
          `answer ${JSON.stringify(query)} ${maskKey(asked, without)}`,
          () => answerQuery(columns, mask, query),
          bytesOfBlock,
        )
      : await answerQuery(columns, mask, query);
    await otherCalls();
    columns.signal.throwIfAborted();
  }
  return { stamp: columns.stamp, rows, ofRows, answers, milliseconds: performance.now() - began };
}

const BYTES_OF_CELL = 16;

const bytesOfBlock = ({ rows, columns }: RowBlock): number => rows * columns.length * BYTES_OF_CELL;
