import type { SQLNamespace } from '@codemirror/lang-sql';
import type { ModelCard } from '../../../shared/contract/model-card.ts';
import type { Language } from '../../../shared/language.ts';
import { quotedName } from './quoted-name.ts';

/** The table of the transactions that the filters of the window leave. */
export const SELECTED = 'selected';

/** What the editor completes: every table with its columns and what they mean. */
export function completionSchema(card: ModelCard | undefined, language: Language): SQLNamespace {
  const tables = (card?.tables ?? []).flatMap(({ name, columns }) => [
    { name, columns },
    ...(name === 'transform' ? [{ name: SELECTED, columns }] : []),
  ]);
  return Object.fromEntries(
    tables.map(({ name, columns }) => [
      name,
      columns.map((column) => ({
        label: column.name,
        apply: quotedName(column.name),
        detail: column.unit ?? column.kind,
        info: column.meaning[language],
        type: 'property',
      })),
    ]),
  );
}
