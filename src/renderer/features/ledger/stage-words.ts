import type { ImportProgress } from '../../../shared/contract/import-progress.ts';
import { words } from '../../i18n/words.ts';

type Stage = ImportProgress['stage'];

/** What an import does in each of its stages. */
export const stageWords = words<Stage>(
  'import-stages',
  {
    survey: 'Look through the file',
    read: 'Read and store the rows',
    check: 'Check keys and unreadable cells',
    transform: 'Number the attempts',
    store: 'Add the rows that were in doubt',
    commit: 'Close the books',
  },
  {
    survey: 'Recorrer el archivo',
    read: 'Leer y guardar las filas',
    check: 'Comprobar claves y celdas ilegibles',
    transform: 'Numerar los intentos',
    store: 'Añadir las filas que estaban en duda',
    commit: 'Cerrar los libros',
  },
);
