import { words } from '../../i18n/words.ts';

/** What the engine says of a file that cannot be imported as it stands, word for word, and its hints (`do…`). */
export const obstacleWords = words(
  'import-obstacles',
  {
    empty: '{{file}} is empty.',
    noHeader: '{{file}} holds no header.',
    doChooseExport: 'Choose the CSV file that was exported, with its header in the first line.',
    foreign: '{{file}} is {{format}}, not a CSV file.',
    doSaveSheet: 'Save its sheet as CSV (in the spreadsheet program: Save as, CSV UTF-8) and choose that file.',
    doUnpack: 'Unpack it, or pack the CSV file with gzip instead, and choose the result.',
    doUnpackZip: 'Unpack it and choose the CSV file inside.',
    doExportTable: 'Export its table as CSV and choose that file. A Veriscope workspace is opened by its folder.',
    doChoose: 'Choose the CSV file that was exported.',
    doCopyParquet: "Write it as CSV first, for example in DuckDB: COPY (FROM 'file.parquet') TO 'file.csv'.",
    noText: '{{file}} is not a text file.',
    doGiveCsv: 'Give a CSV file, plain or gzip; of a workbook, export its sheet as CSV.',
    otherEncoding: '{{file}} is not a text in {{encoding}}.',
    doOtherEncoding: 'Choose another encoding, or let it be guessed.',
    endlessHeader: 'The header of {{file}} does not end within its first {{size}} kB.',
    doMendHeader: 'Check that its lines end with a line feed and that the quotes of its first line close.',
    damaged: 'The gzip file {{file}} is damaged or cut short.',
    doCopyAgain: 'Copy or download it again, or unpack what can be saved of it and import that.',
    broken: '{{file}} could not be read to its end ({{code}}).',
    doCheckDisk: 'Check the disk and that you may read the file.',
    noZone: '"{{zone}}" is no time zone.',
    doGiveZone: 'Give UTC, an offset such as -05:00, or a name such as America/Bogota.',
    noDelimiter: '"{{delimiter}}" cannot separate the cells of a CSV.',
    doGiveDelimiter:
      'Give one character that stands in no name and in no number, such as a comma, a semicolon, a tab or a bar.',
    noSuchColumn: 'The model card has no column "{{column}}".',
    doMapNear: 'Map to a staging column, for example {{column}}.',
    doMap: 'Map to a staging column; the data dictionary lists them.',
    mappedTwice: 'Two columns of the source are mapped to "{{column}}".',
    doMapOne: 'Map only one of them to it, and leave the other out.',
    twice: 'The column "{{column}}" stands twice in the header.',
    doRename: 'Remove or rename one of the two columns and import again.',
    lacksOneOfNone:
      'The source lacks the required column {{columns}}. None of the {{count}} names in its first line is a column of the model card.',
    lacksOfNone:
      'The source lacks the required columns {{columns}}. None of the {{count}} names in its first line is a column of the model card.',
    doCheckExport:
      'Check that this is the anonymised CSV of face-verification transactions, with its header in the first line.',
    lacksOne: 'The source lacks the required column {{columns}}. Found: {{names}}.',
    lacks: 'The source lacks the required columns {{columns}}. Found: {{names}}.',
    doMapOther:
      'Check that this is the anonymised CSV of face-verification transactions, with its header in the first line; a column that only has another name can be mapped by hand.',
  },
  {
    empty: '{{file}} está vacío.',
    noHeader: '{{file}} no tiene cabecera.',
    doChooseExport: 'Elige el CSV exportado, con la cabecera en la primera línea.',
    foreign: '{{file}} es {{format}}, no un archivo CSV.',
    doSaveSheet:
      'Guarda su hoja como CSV (en el programa de hojas de cálculo: Guardar como, CSV UTF-8) y elige ese archivo.',
    doUnpack: 'Descomprímelo, o comprime el CSV con gzip, y elige el resultado.',
    doUnpackZip: 'Descomprímelo y elige el CSV que contiene.',
    doExportTable:
      'Exporta su tabla como CSV y elige ese archivo. Un espacio de trabajo de Veriscope se abre por su carpeta.',
    doChoose: 'Elige el archivo CSV que se exportó.',
    doCopyParquet: "Escríbelo antes como CSV, por ejemplo en DuckDB: COPY (FROM 'file.parquet') TO 'file.csv'.",
    noText: '{{file}} no es un archivo de texto.',
    doGiveCsv:
      'Elige un archivo CSV, tal cual o comprimido con gzip; de un libro de cálculo, exporta la hoja como CSV.',
    otherEncoding: '{{file}} no es un texto en {{encoding}}.',
    doOtherEncoding: 'Elige otra codificación, o deja que se deduzca.',
    endlessHeader: 'La cabecera de {{file}} no acaba en sus primeros {{size}} kB.',
    doMendHeader: 'Comprueba que sus líneas acaban en salto de línea y que las comillas de la primera se cierran.',
    damaged: 'El archivo gzip {{file}} está dañado o incompleto.',
    doCopyAgain: 'Cópialo o descárgalo otra vez, o descomprime lo que se pueda salvar e importa eso.',
    broken: '{{file}} no se ha podido leer hasta el final ({{code}}).',
    doCheckDisk: 'Comprueba el disco y que tengas permiso para leer el archivo.',
    noZone: '«{{zone}}» no es una zona horaria.',
    doGiveZone: 'Indica UTC, un desfase como -05:00 o un nombre como America/Bogota.',
    noDelimiter: '«{{delimiter}}» no puede separar las celdas de un CSV.',
    doGiveDelimiter:
      'Indica un carácter que no esté en ningún nombre ni en ningún número, como una coma, un punto y coma, un tabulador o una barra.',
    noSuchColumn: 'La ficha del modelo no tiene ninguna columna «{{column}}».',
    doMapNear: 'Asígnala a una columna de staging, por ejemplo {{column}}.',
    doMap: 'Asígnala a una columna de staging; el diccionario de datos las enumera.',
    mappedTwice: 'Dos columnas del archivo están asignadas a «{{column}}».',
    doMapOne: 'Asigna solo una de ellas y excluye la otra.',
    twice: 'La columna «{{column}}» está dos veces en la cabecera.',
    doRename: 'Quita o renombra una de las dos e importa de nuevo.',
    lacksOneOfNone:
      'Al archivo le falta la columna obligatoria {{columns}}. Ninguno de los {{count}} nombres de su primera línea es una columna de la ficha del modelo.',
    lacksOfNone:
      'Al archivo le faltan las columnas obligatorias {{columns}}. Ninguno de los {{count}} nombres de su primera línea es una columna de la ficha del modelo.',
    doCheckExport:
      'Comprueba que es el CSV anonimizado de transacciones de verificación facial, con la cabecera en la primera línea.',
    lacksOne: 'Al archivo le falta la columna obligatoria {{columns}}. Contiene: {{names}}.',
    lacks: 'Al archivo le faltan las columnas obligatorias {{columns}}. Contiene: {{names}}.',
    doMapOther:
      'Comprueba que es el CSV anonimizado de transacciones de verificación facial, con la cabecera en la primera línea; una columna que solo tiene otro nombre se puede asignar a mano.',
  },
);
export type ObstacleKey = keyof (typeof obstacleWords)['texts']['en'];

/** Spanish for what the engine's sentences name, beside names of files and columns. */
export const OBSTACLE_PARTS_ES: readonly (readonly [english: RegExp, spanish: string])[] = [
  [/^an Excel workbook$/, 'un libro de Excel'],
  [/^an OpenDocument spreadsheet$/, 'una hoja de cálculo OpenDocument'],
  [/^a Parquet file$/, 'un archivo Parquet'],
  [/^an SQLite database$/, 'una base de datos SQLite'],
  [/^a DuckDB database$/, 'una base de datos DuckDB'],
  [/^a PDF document$/, 'un documento PDF'],
  [/^a ZIP archive$/, 'un archivo ZIP'],
  [/^a tar archive$/, 'un archivo tar'],
  [/^a 7-Zip archive$/, 'un archivo 7-Zip'],
  [/^packed by (\S+)$/, 'un archivo comprimido con $1'],
  [/ \(is it "([^"]*)"\?\)/g, ' (¿es «$1»?)'],
  [/ and (\d+) more$/, ' y $1 más'],
];
