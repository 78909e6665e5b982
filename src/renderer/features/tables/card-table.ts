import type { CardColumn, ModelCard } from '../../../shared/contract/model-card.ts';
import type { TableName } from '../../../shared/contract/ledger.ts';
import type { Language, LocalizedText } from '../../../shared/language.ts';

/** A run of columns under one heading of the grid. */
export interface ColumnSection {
  /** Never the name of a column. */
  readonly id: string;
  readonly label: LocalizedText;
  readonly columns: readonly CardColumn[];
}

/** One table of the model card, made ready for a grid. */
export interface CardTable {
  readonly name: TableName;
  /** Columns with rows in the book, by section. */
  readonly sections: readonly ColumnSection[];
  /** The same columns, in the order in which the sections show them. */
  readonly columns: readonly CardColumn[];
  /** What can be filtered: also the columns that the lens adds. */
  readonly filterable: readonly CardColumn[];
  readonly byName: ReadonlyMap<string, CardColumn>;
}

/** Headings from left to right: when and what came of it, who, then what was measured. */
const SECTION_ORDER: readonly CardColumn['group'][] = ['date', 'answer', 'identity', 'time', 'image', 'quality', 'pad'];
/** Stands before everything else of its group. */
const FOREMOST = new Set(['total_time_ms', 'total_time_ms_all_mircroservices', 'total_time_ms_other_mircroservices']);

/** The table of that name; its time columns with a timing of their own are headed by their microservice. */
export function cardTable(card: ModelCard, name: TableName): CardTable {
  const all = card.tables.find((table) => table.name === name)?.columns ?? [];
  const stored = all.filter((column) => !column.isExtra);
  const sections = new Map<string, ColumnSection>();
  const services = new Map(card.microservices.map((service) => [service.name, service.label]));
  for (const group of SECTION_ORDER) {
    const ofGroup = stored.filter((column) => column.group === group);
    for (const column of foremostFirst(ofGroup)) {
      const own = column.timing === null || column.microservice === null ? null : column.microservice;
      const id = own === null ? `section:${group}` : `section:${group}:${own}`;
      const label = (own === null ? undefined : services.get(own)) ?? card.groups[group] ?? { en: group, es: group };
      sections.set(id, { id, label, columns: [...(sections.get(id)?.columns ?? []), column] });
    }
  }
  const inOrder = [...sections.values()];
  return {
    name,
    sections: inOrder,
    columns: inOrder.flatMap(({ columns }) => columns),
    filterable: [...inOrder.flatMap(({ columns }) => columns), ...all.filter((column) => column.isExtra)],
    byName: new Map(all.map((column) => [column.name, column])),
  };
}

function foremostFirst(columns: readonly CardColumn[]): readonly CardColumn[] {
  return [
    ...columns.filter(({ name }) => FOREMOST.has(name)).toReversed(),
    ...columns.filter(({ name }) => !FOREMOST.has(name)),
  ];
}

/** What a column is, in a sentence: meaning and unit. */
export function columnSentence({ meaning, unit, kind }: CardColumn, language: Language): string {
  return unit === null || unit === 'code' || kind === 'timestamp'
    ? meaning[language]
    : `${meaning[language]} (${unit})`;
}
