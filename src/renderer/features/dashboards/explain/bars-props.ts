import type { ColumnFilter } from '../../../../shared/contract/row-selection.ts';
import type { DifferenceBar } from './difference-bars.ts';

export interface BarsProps {
  /** For a screen reader. */
  readonly label: string;
  readonly bars: readonly DifferenceBar[];
  readonly onFilter: (filter: ColumnFilter, add: boolean) => void;
  /** Whether a bar is what the page is filtered by. */
  readonly isChosen: (bar: DifferenceBar) => boolean;
}
