import type { GridMemory } from '../../engine/grid/grid-memory.ts';
import type { ServiceContext } from '../../engine/service-context.ts';

/** What the services of a grid are given beside their request. */
export interface GridContext extends ServiceContext {
  readonly grid: GridMemory;
}
