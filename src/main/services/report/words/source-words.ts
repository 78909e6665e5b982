import type { FindingKind, RejectReason } from '../../../../shared/contract/ledger.ts';
import type { Language } from '../../../../shared/language.ts';
import { some, type Counted } from './counted.ts';

const en = {
  read: 'rows read',
  loaded: 'loaded',
  rejected: 'rejected',
  duplicates: 'duplicates',
  run: (id: string, file: string) => `Import ${id}: ${file}`,
  runSummary: (read: Counted, loaded: string) => `${some(read, 'row', 'rows')} read, ${loaded} loaded`,
  imported: 'Imported',
  size: 'Size',
  sha256: 'SHA-256 of the file',
  format: 'Format',
  formatText: (format: string, delimiter: string, encoding: string, compression: string) =>
    [format, `delimiter ${delimiter}`, encoding, compression].filter((part) => part !== '').join(', '),
  decimalComma: 'decimal comma',
  tab: 'tab',
  zone: 'Zone of dates without offset',
  importedBy: 'Imported by',
  columns: 'Columns in the file',
  tables: 'Tables',
  tablesText: (staging: string, transform: string, noRetries: string) =>
    `staging ${staging} · transform ${transform} · no_retries ${noRetries}`,
  schema: 'Model card (SHA-256)',
  rejects: 'Rejected rows by reason',
  findings: 'Noticed in rows that were loaded',
  noRuns: 'The workspace holds no import.',
  reasons: {
    'not-a-number': 'not a number',
    'not-a-whole-number': 'not a whole number',
    'not-a-date': 'not a date',
    'key-missing': 'a key value is missing',
    'too-few-columns': 'too few columns',
    'too-many-columns': 'too many columns',
    'quote-not-closed': 'a quote is not closed',
    'text-after-quote': 'text after a closing quote',
    'nul-character': 'a NUL character',
    'not-readable': 'not readable in the encoding of the file',
    conflict: 'the same key with other contents',
  } as Record<RejectReason, string>,
  reasonCount: (reason: string, count: string) => `${reason}: ${count}`,
  rowCount: (rows: Counted) => some(rows, 'row', 'rows'),
  findingKinds: {
    'out-of-range': (column, rows) => `${column}: out of its range in ${rows}`,
    'unknown-value': (column, rows) => `${column}: a value that the model card does not know in ${rows}`,
    'unknown-response-code': (column, rows) => `${column}: a code that the catalogue does not know in ${rows}`,
    'value-missing': (column, rows) => `${column}: missing in ${rows}`,
    'process-missing': (column, rows) => `${column}: no process id in ${rows}; each stands as a process of its own`,
    'zone-assumed': (column, rows) => `${column}: no offset in ${rows}; read in the default zone`,
    'column-absent': (column) => `${column}: the source lacks this optional column; imported as missing`,
    'column-dropped': (column) =>
      `${column}: feeds no column of the model card; dropped, its values are stored nowhere`,
  } as Record<FindingKind, (column: string, rows: string) => string>,
};

const es: typeof en = {
  read: 'filas leídas',
  loaded: 'cargadas',
  rejected: 'rechazadas',
  duplicates: 'duplicadas',
  run: (id, file) => `Importación ${id}: ${file}`,
  runSummary: (read, loaded) => `${some(read, 'fila leída', 'filas leídas')}, ${loaded} cargadas`,
  imported: 'Importado',
  size: 'Tamaño',
  sha256: 'SHA-256 del archivo',
  format: 'Formato',
  formatText: (format, delimiter, encoding, compression) =>
    [format, `separador ${delimiter}`, encoding, compression].filter((part) => part !== '').join(', '),
  decimalComma: 'coma decimal',
  tab: 'tabulador',
  zone: 'Zona de las fechas sin diferencia',
  importedBy: 'Importado por',
  columns: 'Columnas del archivo',
  tables: 'Tablas',
  tablesText: (staging, transform, noRetries) =>
    `staging ${staging} · transform ${transform} · no_retries ${noRetries}`,
  schema: 'Ficha del modelo (SHA-256)',
  rejects: 'Filas rechazadas por motivo',
  findings: 'Observado en filas que se cargaron',
  noRuns: 'El espacio de trabajo no tiene ninguna importación.',
  reasons: {
    'not-a-number': 'no es un número',
    'not-a-whole-number': 'no es un número entero',
    'not-a-date': 'no es una fecha',
    'key-missing': 'falta un valor de la clave',
    'too-few-columns': 'faltan columnas',
    'too-many-columns': 'sobran columnas',
    'quote-not-closed': 'una comilla sin cerrar',
    'text-after-quote': 'texto después de una comilla de cierre',
    'nul-character': 'un carácter NUL',
    'not-readable': 'no se puede leer en la codificación del archivo',
    conflict: 'la misma clave con otro contenido',
  },
  reasonCount: (reason, count) => `${reason}: ${count}`,
  rowCount: (rows) => some(rows, 'fila', 'filas'),
  findingKinds: {
    'out-of-range': (column, rows) => `${column}: fuera de su rango en ${rows}`,
    'unknown-value': (column, rows) => `${column}: un valor que la ficha del modelo no conoce en ${rows}`,
    'unknown-response-code': (column, rows) => `${column}: un código que el catálogo no conoce en ${rows}`,
    'value-missing': (column, rows) => `${column}: falta en ${rows}`,
    'process-missing': (column, rows) =>
      `${column}: sin id de proceso en ${rows}; cada una cuenta como un proceso propio`,
    'zone-assumed': (column, rows) => `${column}: sin diferencia con UTC en ${rows}; se leyó en la zona por defecto`,
    'column-absent': (column) => `${column}: el origen no trae esta columna opcional; se importó como faltante`,
    'column-dropped': (column) =>
      `${column}: no alimenta ninguna columna de la ficha del modelo; se descartó y sus valores no se guardan`,
  },
};

export const SOURCE_WORDS = { en, es } satisfies Record<Language, typeof en>;
export type SourceWords = typeof en;
