import type { RowBlock } from '../../../../shared/contract/row-block.ts';
import { numberIn, rowsOf, textIn } from '../../../../shared/dashboards/block-row.ts';
import {
  OTHER_TIME,
  serviceTimeColumn,
  TOTAL_TIME,
  type ServiceCard,
} from '../../../../shared/dashboards/times-queries.ts';

/** One transaction with where its time went. */
export interface SlowTransaction {
  readonly id: number;
  readonly total: number;
  readonly client: string | null;
  readonly date: string | null;
  readonly answer: string | null;
  /** Microservices that ran, in pipeline order, and what is left where it is more than nothing; milliseconds. */
  readonly parts: readonly { readonly name: string | null; readonly time: number }[];
}

/** The columns that {@link slowTransactions} reads. */
export function slowColumns(services: readonly ServiceCard[]): string[] {
  return [
    'convenio',
    'date',
    'summary_desc',
    TOTAL_TIME,
    ...services.map(({ name }) => serviceTimeColumn(name)),
    OTHER_TIME,
  ];
}

export function slowTransactions(services: readonly ServiceCard[], block: RowBlock): readonly SlowTransaction[] {
  return rowsOf(block).flatMap((row): readonly SlowTransaction[] => {
    const [id, total] = [numberIn(row, 'id'), numberIn(row, TOTAL_TIME)];
    if (id === null || total === null) return [];
    const parts = [
      ...services.map(({ name }) => ({ name, time: numberIn(row, serviceTimeColumn(name)) ?? 0 })),
      { name: null, time: numberIn(row, OTHER_TIME) ?? 0 },
    ].filter(({ time }) => time > 0);
    return [
      {
        id,
        total,
        client: textIn(row, 'convenio'),
        date: textIn(row, 'date'),
        answer: textIn(row, 'summary_desc'),
        parts,
      },
    ];
  });
}

/** The longest part of a transaction's time; null where none is known. */
export function longestPart({ parts }: SlowTransaction): SlowTransaction['parts'][number] | null {
  return parts.toSorted((a, b) => b.time - a.time)[0] ?? null;
}
