import { ATTEMPT_CAP } from '../../../etl/dashboards/facet-sql.ts';

/** Classes of the number of attempts in a process; `to` is `null` in the open one. */
export const ATTEMPT_CLASSES: readonly { readonly from: number; readonly to: number | null }[] = [
  { from: 1, to: 1 },
  { from: 2, to: 2 },
  { from: 3, to: 3 },
  { from: 4, to: 4 },
  { from: 5, to: ATTEMPT_CAP - 1 },
  { from: ATTEMPT_CAP, to: null },
];
