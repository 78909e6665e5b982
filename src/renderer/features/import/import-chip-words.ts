import { words } from '../../i18n/words.ts';

export const importChipWords = words(
  'import-chip',
  {
    chipRunning: 'Importing {{file}}: {{percent}}. Show it',
    chipFinished: '{{file}}: imported',
    chipFailed: '{{file}}: not imported',
    chipUnknown: '{{file}}: not known yet whether it was imported',
    chipCancelled: '{{file}}: cancelled',
    chipShow: '{{text}}. Show it',
    chipDismiss: 'Do not show this any more',
    notifyDone: '{{file}} is imported',
    notifyDoneText_one: '{{n}} row loaded.',
    notifyDoneText_other: '{{n}} rows loaded.',
  },
  {
    chipRunning: 'Importando {{file}}: {{percent}}. Mostrar',
    chipFinished: '{{file}}: importado',
    chipFailed: '{{file}}: no importado',
    chipUnknown: '{{file}}: aún no se sabe si se importó',
    chipCancelled: '{{file}}: cancelado',
    chipShow: '{{text}}. Mostrar',
    chipDismiss: 'No mostrar más',
    notifyDone: '{{file}} se ha importado',
    notifyDoneText_one: '{{n}} fila cargada.',
    notifyDoneText_other: '{{n}} filas cargadas.',
  },
);
