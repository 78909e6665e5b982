import type { EventPayload } from '../../shared/contract/events.ts';
import type { ErrorCode } from '../../shared/error-codes.ts';
import type { Language } from '../../shared/language.ts';
import type { AppError } from '../../shared/result.ts';

/** What the window says about a failure. */
export interface ErrorText {
  readonly title: string;
  /** The engine's own sentence, in English, where the title is not it; else null. */
  readonly detail: string | null;
  readonly hint: string;
}

interface Sentence {
  readonly title: string;
  readonly hint: string;
}

/** Sentences that say it better to someone at a window than the engine's, which speak to the command line as well. */
const ENGLISH: Partial<Readonly<Record<ErrorCode, Sentence>>> = {
  WORKSPACE_NOT_FOUND: {
    title: 'There is no workspace here.',
    hint: 'The folder was moved, renamed or deleted, or it never was a workspace. Open it where it is now, or import a CSV file into a new workspace.',
  },
  INTERNAL: {
    title: 'Something failed that should not.',
    hint: 'Your workspaces are as they were. Try again; if it happens again, report it with what you did.',
  },
  BOOKS_NOT_BALANCED: {
    title: 'The books of this import do not balance; nothing was loaded.',
    hint: 'This is a defect of Veriscope: please report it with the shape of the file, not with the file.',
  },
};

const SPANISH: Readonly<Record<ErrorCode, Sentence>> = {
  USAGE: {
    title: 'La petición no es válida.',
    hint: 'Vuelve a cargar la ventana. Si ocurre de nuevo, es un defecto: comunícalo con lo que hiciste.',
  },
  UNKNOWN_COLUMN: {
    title: 'No hay ninguna columna con ese nombre.',
    hint: 'Escribe el nombre exactamente como aparece en la tabla; el detalle propone el más parecido.',
  },
  QUERY_REFUSED: {
    title: 'Esa instrucción no se admite aquí.',
    hint: 'El espacio de trabajo es de solo lectura para las consultas: usa SELECT, e importa o exporta para cambiar o copiar datos.',
  },
  QUERY_FAILED: {
    title: 'La consulta ha fallado.',
    hint: 'Corrige la instrucción. Las tablas son staging, transform y no_retries; DESCRIBE transform enumera las columnas.',
  },
  OUTPUT_NOT_WRITABLE: {
    title: 'No se puede escribir en ese lugar.',
    hint: 'Comprueba la carpeta, el espacio libre y que tengas permiso de escritura, o elige otro lugar.',
  },
  SECRETS_UNPROTECTED: {
    title: 'Este equipo no ofrece un lugar protegido para contraseñas.',
    hint: 'Escríbela cada vez, o configura un llavero del sistema y vuelve a iniciar Veriscope.',
  },
  SOURCE_NOT_FOUND: {
    title: 'El archivo no existe.',
    hint: 'Comprueba que no se haya movido, renombrado o borrado, y elígelo de nuevo.',
  },
  SOURCE_NOT_READABLE: {
    title: 'El archivo o la carpeta no se puede leer.',
    hint: 'Comprueba el disco y que tengas permiso de lectura, o elige otro.',
  },
  SOURCE_EMPTY: {
    title: 'El archivo está vacío o no tiene cabecera.',
    hint: 'Elige el CSV exportado, con la cabecera en la primera línea.',
  },
  SOURCE_DAMAGED: {
    title: 'El archivo comprimido está dañado o incompleto.',
    hint: 'Cópialo o descárgalo otra vez, o descomprime lo que se pueda salvar e importa eso.',
  },
  SOURCE_CHANGED: {
    title: 'El archivo cambió mientras se importaba; el espacio de trabajo queda como estaba.',
    hint: 'Espera a que termine el programa que lo escribe e impórtalo de nuevo.',
  },
  SOURCE_FORMAT_UNKNOWN: {
    title: 'El formato del archivo no se reconoce.',
    hint: 'Elige un archivo CSV, tal cual o comprimido con gzip; de un libro de cálculo, exporta la hoja como CSV.',
  },
  REQUIRED_COLUMN_MISSING: {
    title: 'Al archivo le faltan columnas imprescindibles.',
    hint: 'Comprueba que es el CSV anonimizado de transacciones, con la cabecera en la primera línea; una columna que solo tiene otro nombre se puede asignar a mano.',
  },
  COLUMN_REPEATED: {
    title: 'Una columna aparece dos veces.',
    hint: 'Quita o renombra una de las dos, o asigna solo una, e importa de nuevo.',
  },
  BOOKS_NOT_BALANCED: {
    title: 'Las cuentas de esta importación no cuadran; no se ha cargado nada.',
    hint: 'Es un defecto de Veriscope: comunícalo con la forma del archivo, no con el archivo.',
  },
  TOO_MANY_REJECTS: {
    title: 'Se rechazarían más filas de las permitidas; el espacio de trabajo queda como estaba.',
    hint: 'Sube el límite, o importa sin él y mira los rechazos.',
  },
  WORKSPACE_NOT_FOUND: {
    title: 'Aquí no hay ningún espacio de trabajo.',
    hint: 'La carpeta se movió, se renombró o se borró, o nunca fue un espacio de trabajo. Ábrela donde esté ahora, o importa un CSV en un espacio nuevo.',
  },
  WORKSPACE_NOT_WRITABLE: {
    title: 'No se puede escribir en la carpeta del espacio de trabajo.',
    hint: 'Copia la carpeta a un lugar donde puedas escribir y abre la copia.',
  },
  WORKSPACE_LOCKED: {
    title: 'Otro proceso tiene abierto el espacio de trabajo.',
    hint: 'Cierra el otro programa, o espera a que termine, e inténtalo de nuevo.',
  },
  WORKSPACE_DAMAGED: {
    title: 'La base de datos del espacio de trabajo está dañada.',
    hint: 'Restaura la carpeta de una copia, o importa los archivos de origen en un espacio nuevo.',
  },
  WORKSPACE_TOO_NEW: {
    title: 'Este espacio de trabajo lo escribió una versión más nueva de Veriscope.',
    hint: 'Ábrelo con la versión más nueva, o importa sus archivos de origen en un espacio nuevo.',
  },
  WORKSPACE_DISK_FULL: {
    title: 'El disco está lleno; el espacio de trabajo queda como estaba.',
    hint: 'Libera espacio e inténtalo de nuevo.',
  },
  WORKSPACE_BUSY: {
    title: 'El espacio de trabajo está ocupado con otra tarea.',
    hint: 'Espera a que termine, o cancélala, e inténtalo de nuevo.',
  },
  ROW_NOT_FOUND: {
    title: 'Esa fila ya no existe.',
    hint: 'Puede que se haya corregido mientras tanto: vuelve a leer la lista.',
  },
  BROWSER_NOT_FOUND: {
    title: 'No se encuentra ningún navegador Chromium, Chrome o Edge.',
    hint: 'Instala uno de ellos, o guarda el informe como HTML e imprímelo desde tu navegador.',
  },
  BROWSER_FAILED: {
    title: 'El navegador no ha podido hacer el trabajo.',
    hint: 'Inténtalo de nuevo, o guarda el informe como HTML e imprímelo desde tu navegador.',
  },
  ENGINE_STOPPED: {
    title: 'El motor se detuvo inesperadamente y se está iniciando otra vez.',
    hint: 'No se ha perdido nada de tus espacios de trabajo; inténtalo en un momento.',
  },
  HOST_UNREACHABLE: {
    title: 'Esta ventana ha perdido la conexión con Veriscope.',
    hint: 'Si cerraste la aplicación, iníciala de nuevo; tus espacios de trabajo están como estaban.',
  },
  CANCELLED: { title: 'Cancelado.', hint: 'No se ha cambiado nada.' },
  INTERNAL: {
    title: 'Ha fallado algo que no debería fallar.',
    hint: 'Tus espacios de trabajo están como estaban. Inténtalo de nuevo; si se repite, comunícalo con lo que hiciste.',
  },
};

/** What is true of a call that an engine left open once it runs again, or was given up. */
const ENGINE_SINCE: Readonly<Record<Language, Readonly<Record<'ready' | 'failed', Sentence>>>> = {
  en: {
    ready: {
      title: 'The engine stopped unexpectedly before it had answered.',
      hint: 'It runs again, and nothing of your workspaces is lost: try again.',
    },
    failed: {
      title: 'The engine stopped and was given up.',
      hint: 'Nothing of your workspaces is lost. Start the engine with the button above, then try again.',
    },
  },
  es: {
    ready: {
      title: 'El motor se detuvo inesperadamente antes de responder.',
      hint: 'Ya funciona de nuevo y no se ha perdido nada de tus espacios de trabajo: inténtalo otra vez.',
    },
    failed: {
      title: 'El motor se detuvo y se ha dado por perdido.',
      hint: 'No se ha perdido nada de tus espacios de trabajo. Inicia el motor con el botón de arriba e inténtalo de nuevo.',
    },
  },
};

/**
 * A failure in the window's language. What the engine says in English stays to be seen: it names files and columns.
 * `engine` is its state by now, null where that is not known.
 */
export function errorText(
  error: AppError,
  language: Language,
  engine: EventPayload<'engine.state'>['state'] | null = null,
): ErrorText {
  if (error.code === 'ENGINE_STOPPED' && engine !== null && engine !== 'restarting')
    return { ...ENGINE_SINCE[language][engine], detail: null };
  const sentence = (language === 'es' ? SPANISH : ENGLISH)[error.code];
  if (sentence === undefined) return { title: error.message, detail: null, hint: error.hint };
  return { ...sentence, detail: error.message === sentence.title ? null : error.message };
}
