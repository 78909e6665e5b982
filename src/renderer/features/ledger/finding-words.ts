import { FindingKind } from '../../../shared/contract/ledger.ts';
import { words } from '../../i18n/words.ts';

/** What a finding says; `column` stands before it. */
export const findingWords = words<FindingKind>(
  'finding-kinds',
  {
    'out-of-range': 'out of its range',
    'unknown-value': 'a value that the model card does not know',
    'unknown-response-code': 'a code that the catalogue does not know',
    'value-missing': 'missing',
    'process-missing': 'no process id; each row stands as a process of its own',
    'zone-assumed': 'no offset; read in the zone that was set',
    'column-absent': 'not in the file; imported as missing',
    'column-dropped': 'not in the model card; dropped, its values are stored nowhere',
  },
  {
    'out-of-range': 'fuera de su rango',
    'unknown-value': 'un valor que la ficha del modelo no conoce',
    'unknown-response-code': 'un código que el catálogo no conoce',
    'value-missing': 'ausente',
    'process-missing': 'sin identificador de proceso; cada fila cuenta como un proceso propio',
    'zone-assumed': 'sin desfase horario; leída en la zona indicada',
    'column-absent': 'no está en el archivo; se importa como ausente',
    'column-dropped': 'no está en la ficha del modelo; descartada, sus valores no se guardan en ningún sitio',
  },
);

/** Kinds that every import of a file of this form has: told last, and together. */
export const ABOUT_THE_FORM: ReadonlySet<string> = new Set<FindingKind>(['column-absent', 'column-dropped']);

export const knownFinding = (kind: string): FindingKind | null => FindingKind.safeParse(kind).data ?? null;
