import type { SQLNamespace } from '@codemirror/lang-sql';
import type { ModelCard } from '../../../shared/contract/model-card.ts';
import type { Language } from '../../../shared/language.ts';
import { quotedName } from './quoted-name.ts';

/** What the editor completes: every table with its columns and what they mean. */
export function completionSchema(card: ModelCard | undefined, language: Language): SQLNamespace {
  return Object.fromEntries(
    (card?.tables ?? []).map(({ name, columns }) => [
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
