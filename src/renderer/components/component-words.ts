import { words } from '../i18n/words.ts';

export const componentWords = words(
  'components',
  {
    retry: 'Try again',
    cancel: 'Cancel',
    close: 'Close',
    loading: 'Loading',
    notShown: 'No file manager could be opened. It lies here:',
  },
  {
    retry: 'Intentar de nuevo',
    cancel: 'Cancelar',
    close: 'Cerrar',
    loading: 'Cargando',
    notShown: 'No se ha podido abrir ningún gestor de archivos. Está aquí:',
  },
);
