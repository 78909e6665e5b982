import type { Block, Section } from '../structure/report-structure.ts';

/** A section of a report. */
export const section = (
  id: string,
  title: string,
  blocks: readonly Block[],
  lead: string | null = null,
  parts: readonly Section[] = [],
): Section => ({ id, title, lead, blocks, parts });
