import { RejectReason } from '../../../shared/contract/ledger.ts';
import { words } from '../../i18n/words.ts';
import type { Translate } from '../../i18n/use-words.ts';

/** Why a row was kept out, in a few words. */
export const reasonWords = words<RejectReason>(
  'reject-reasons',
  {
    'not-a-number': 'Not a number',
    'not-a-whole-number': 'Not a whole number',
    'not-a-date': 'Not a date',
    'key-missing': 'Key missing',
    'too-few-columns': 'Too few columns',
    'too-many-columns': 'Too many columns',
    'quote-not-closed': 'Quote not closed',
    'text-after-quote': 'Text after a closing quote',
    'nul-character': 'NUL character',
    'not-readable': 'Not readable',
    conflict: 'Conflict',
  },
  {
    'not-a-number': 'No es un número',
    'not-a-whole-number': 'No es un número entero',
    'not-a-date': 'No es una fecha',
    'key-missing': 'Falta la clave',
    'too-few-columns': 'Faltan columnas',
    'too-many-columns': 'Sobran columnas',
    'quote-not-closed': 'Comilla sin cerrar',
    'text-after-quote': 'Texto tras la comilla de cierre',
    'nul-character': 'Carácter NUL',
    'not-readable': 'Ilegible',
    conflict: 'Conflicto',
  },
);

/** What a reason means and how such a row is mended. */
export const reasonAdvice = words<RejectReason>(
  'reject-advice',
  {
    'not-a-number':
      'The column holds numbers. Write digits and, where there are decimals, the decimal mark of the file.',
    'not-a-whole-number': 'The column holds whole numbers. Write it without decimals.',
    'not-a-date': 'Write year, month, day and time, for example 2025-01-31 14:05:09.',
    'key-missing':
      'Token and date tell transactions apart; without them a row cannot be loaded. Fill in the empty one.',
    'too-few-columns': 'The row has fewer cells than the header has names. It has to be mended in the file.',
    'too-many-columns': 'The row has more cells than the header has names. It has to be mended in the file.',
    'quote-not-closed': 'A quoted text is opened and never closed. It has to be mended in the file.',
    'text-after-quote': 'Something follows a closing quote before the next delimiter. It has to be mended in the file.',
    'nul-character': 'The row holds a character that no text has. It has to be mended in the file.',
    'not-readable': 'The row cannot be read as it stands.',
    conflict: 'Another row has the same token and date and says something else. Only one of them can be right.',
  },
  {
    'not-a-number':
      'La columna contiene números. Escribe cifras y, si hay decimales, el separador decimal del archivo.',
    'not-a-whole-number': 'La columna contiene números enteros. Escríbelo sin decimales.',
    'not-a-date': 'Escribe año, mes, día y hora, por ejemplo 2025-01-31 14:05:09.',
    'key-missing':
      'El token y la fecha distinguen una transacción de otra; sin ellos una fila no se puede cargar. Rellena el que falta.',
    'too-few-columns': 'La fila tiene menos celdas que nombres la cabecera. Hay que corregirla en el archivo.',
    'too-many-columns': 'La fila tiene más celdas que nombres la cabecera. Hay que corregirla en el archivo.',
    'quote-not-closed': 'Un texto entre comillas se abre y no se cierra. Hay que corregirlo en el archivo.',
    'text-after-quote':
      'Hay algo entre una comilla de cierre y el siguiente delimitador. Hay que corregirlo en el archivo.',
    'nul-character': 'La fila contiene un carácter que ningún texto tiene. Hay que corregirla en el archivo.',
    'not-readable': 'La fila no se puede leer tal como está.',
    conflict: 'Otra fila tiene el mismo token y la misma fecha y dice otra cosa. Solo una de las dos puede ser cierta.',
  },
);

/** A reason in words; one that another version of the product wrote stands as it is. */
export function reasonText(reason: string, t: Translate<RejectReason>): string {
  const known = RejectReason.safeParse(reason);
  return known.success ? t(known.data) : reason;
}
