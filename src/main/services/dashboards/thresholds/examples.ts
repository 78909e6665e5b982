import type { RowBlock } from '../../../../shared/contract/row-block.ts';
import { numberColumn, textColumn } from '../../../../shared/row-block-cells.ts';
import type { TextColumn } from '../../../engine/columns/coded-column.ts';
import type { LoadedScore } from './judged-rows.ts';
import { CHANGES, CHANGE_CODE, type ChangeCode } from './threshold-change.ts';

interface Example {
  readonly row: number;
  readonly change: ChangeCode;
  /** The scores that decide, as bits. */
  readonly deciding: number;
}

/** Collects the first transactions of each kind of change, so many of each at most. */
export class Examples {
  private readonly found: Record<ChangeCode, Example[]> = { 0: [], 1: [], 2: [], 3: [] };

  private readonly most: number;

  /** `most`: how many of each kind. */
  constructor(most: number) {
    this.most = most;
  }

  add(change: ChangeCode, row: number, deciding: number): void {
    const { [change]: found } = this.found;
    if (found.length < this.most) found.push({ row, change, deciding });
  }

  /** As rows: see `examples` of the answer. `scores` are the moved ones in pipeline order. */
  asBlock(ids: Float64Array, client: TextColumn, scores: readonly LoadedScore[]): RowBlock {
    const { lost, won, undecided } = CHANGE_CODE;
    const all = [lost, won, undecided].flatMap((change) => this.found[change]);
    const decided = all.map(({ row, deciding }) => {
      const first = scores.find(({ score }) => (score.bit & deciding) !== 0);
      return {
        threshold: first?.score.threshold ?? null,
        column: first?.score.name ?? null,
        score: first?.column.values[first.column.codes[row] ?? first.column.missing] ?? null,
      };
    });
    return {
      rows: all.length,
      columns: [
        numberColumn(
          'row',
          all.map(({ row }) => ids[row] ?? null),
        ),
        textColumn(
          'change',
          all.map(({ change }) => CHANGES[change]),
        ),
        textColumn(
          'client',
          all.map(({ row }) => client.values[client.codes[row] ?? client.missing] ?? null),
        ),
        textColumn(
          'threshold',
          decided.map(({ threshold }) => threshold),
        ),
        textColumn(
          'column',
          decided.map(({ column }) => column),
        ),
        numberColumn(
          'score',
          decided.map(({ score }) => score),
        ),
      ],
    };
  }
}
