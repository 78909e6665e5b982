import { words } from '../i18n/words.ts';

export const stateWords = words(
  'state',
  { section: 'View', undo: 'Undo the last change of the view', redo: 'Redo the change of the view' },
  { section: 'Vista', undo: 'Deshacer el último cambio de la vista', redo: 'Rehacer el cambio de la vista' },
);
