import type { Facet } from '../../../shared/contract/aggregate.ts';
import type { BlockColumn } from '../../../shared/contract/row-block.ts';
import { numberColumn, textColumn, truthColumn } from '../../../shared/row-block-cells.ts';
import { facetSql } from '../../../etl/dashboards/facet-sql.ts';
import type { CodedColumn } from '../../engine/columns/coded-column.ts';

/** The column of a facet in an answer: its value for each of the codes. */
export function facetColumn(
  facet: Facet,
  { values, missing }: CodedColumn,
  codes: readonly number[],
  name: string = facet,
): BlockColumn {
  const { kind } = facetSql(facet);
  const value = (code: number): number | string | null => (code === missing ? null : (values[code] ?? null));
  if (kind === 'text')
    return textColumn(
      name,
      codes.map((code) => {
        const text = value(code);
        return text === null ? null : String(text);
      }),
    );
  const numbers = codes.map((code) => {
    const number = value(code);
    return number === null ? null : Number(number);
  });
  return kind === 'truth' ? truthColumn(name, numbers) : numberColumn(name, numbers);
}
