import type { ModelCard } from '../../contract/model-card.ts';
import type { RowBlock } from '../../contract/row-block.ts';
import type { ColumnFilter } from '../../contract/row-selection.ts';
import type { FindingVoice } from '../finding-voice.ts';
import type { FigureTable } from './figure-table.ts';

/** A page that was answered. */
export interface PageSubject {
  /** By the name of the declared question. */
  readonly answers: Readonly<Record<string, RowBlock>>;
  readonly model: Pick<ModelCard, 'microservices' | 'responses' | 'thresholds'>;
  /** Those that the answers are under. */
  readonly filters: readonly ColumnFilter[];
  readonly voice: FindingVoice;
}

/** What a page says: its findings as sentences, then its numbers. */
export interface PageFigures {
  readonly findings: readonly string[];
  readonly tables: readonly FigureTable[];
}

/** The sentences of those that say anything, each once. */
export function findingsOf(...sentences: readonly (string | null)[]): readonly string[] {
  return [...new Set(sentences.filter((sentence) => sentence !== null))];
}

/** The answer to a question; an empty one where it was not asked. */
export function answerTo({ answers }: PageSubject, question: string): RowBlock {
  return answers[question] ?? { rows: 0, columns: [] };
}
