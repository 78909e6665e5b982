import type { MenuCommand } from '../../../shared/contract/menu-commands.ts';
import type { Language } from '../../../shared/language.ts';

/** Every text of the menu and of the host's own dialogs. */
export interface HostWords {
  readonly commands: Readonly<Record<MenuCommand, string>>;
  readonly file: string;
  readonly newWindow: string;
  readonly openRecent: string;
  readonly noRecent: string;
  readonly clearRecent: string;
  readonly close: string;
  readonly quit: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly view: string;
  readonly actualSize: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fullScreen: string;
  readonly reload: string;
  readonly developerTools: string;
  readonly window: string;
  readonly minimize: string;
  readonly help: string;
  readonly about: string;
  readonly services: string;
  readonly hide: string;
  readonly hideOthers: string;
  readonly showAll: string;
  readonly recentWorkspaces: string;
  readonly reloaded: string;
  readonly keepsStopping: string;
  readonly nothingLost: string;
  readonly unresponsive: string;
  readonly mayBeBusy: string;
  readonly loadAgain: string;
  readonly wait: string;
  readonly ok: string;
  /** `calls`: how many are under way. */
  readonly underWay: (calls: number) => string;
  readonly quitUndoes: string;
  readonly keepWorking: string;
  readonly quitAnyway: string;
  readonly closeAnyway: string;
}

const EN: HostWords = {
  commands: {
    'new-workspace': 'New Workspace…',
    'open-workspace': 'Open Workspace…',
    'import-file': 'Import File…',
    'export-view': 'Export View…',
    'write-report': 'Write Report…',
    'open-settings': 'Settings',
    'command-palette': 'Command Palette',
    'find-column': 'Find Column',
    'undo-view': 'Undo Change of View',
    'redo-view': 'Redo Change of View',
    'toggle-theme': 'Switch Light and Dark',
    'show-shortcuts': 'Keyboard Shortcuts',
  },
  file: 'File',
  newWindow: 'New Window',
  openRecent: 'Open Recent',
  noRecent: 'No Recent Workspaces',
  clearRecent: 'Clear List',
  close: 'Close Window',
  quit: 'Quit Veriscope',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  view: 'View',
  actualSize: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  fullScreen: 'Full Screen',
  reload: 'Load Window Again',
  developerTools: 'Developer Tools',
  window: 'Window',
  minimize: 'Minimize',
  help: 'Help',
  about: 'About Veriscope',
  services: 'Services',
  hide: 'Hide Veriscope',
  hideOthers: 'Hide Others',
  showAll: 'Show All',
  recentWorkspaces: 'Recent workspaces',
  reloaded: 'The window stopped unexpectedly and was loaded again.',
  keepsStopping: 'The window keeps stopping.',
  nothingLost: 'Your workspaces are as they were, and work of the engine has gone on.',
  unresponsive: 'The window does not respond.',
  mayBeBusy: 'It may be busy. To load it again loses only what was typed and not yet saved.',
  loadAgain: 'Load Again',
  wait: 'Wait',
  ok: 'OK',
  underWay: (calls) => (calls === 1 ? 'A task is still under way.' : `${calls} tasks are still under way.`),
  quitUndoes: 'Stopping now cancels it: an import is undone as a whole, a file that is being written is not kept.',
  keepWorking: 'Keep Working',
  quitAnyway: 'Quit',
  closeAnyway: 'Close Window',
};

const ES: HostWords = {
  commands: {
    'new-workspace': 'Nuevo espacio de trabajo…',
    'open-workspace': 'Abrir espacio de trabajo…',
    'import-file': 'Importar archivo…',
    'export-view': 'Exportar vista…',
    'write-report': 'Crear informe…',
    'open-settings': 'Ajustes',
    'command-palette': 'Paleta de comandos',
    'find-column': 'Buscar columna',
    'undo-view': 'Deshacer cambio de vista',
    'redo-view': 'Rehacer cambio de vista',
    'toggle-theme': 'Cambiar entre claro y oscuro',
    'show-shortcuts': 'Atajos de teclado',
  },
  file: 'Archivo',
  newWindow: 'Nueva ventana',
  openRecent: 'Abrir reciente',
  noRecent: 'Sin espacios de trabajo recientes',
  clearRecent: 'Vaciar lista',
  close: 'Cerrar ventana',
  quit: 'Salir de Veriscope',
  edit: 'Edición',
  undo: 'Deshacer',
  redo: 'Rehacer',
  cut: 'Cortar',
  copy: 'Copiar',
  paste: 'Pegar',
  selectAll: 'Seleccionar todo',
  view: 'Ver',
  actualSize: 'Tamaño real',
  zoomIn: 'Acercar',
  zoomOut: 'Alejar',
  fullScreen: 'Pantalla completa',
  reload: 'Volver a cargar la ventana',
  developerTools: 'Herramientas de desarrollo',
  window: 'Ventana',
  minimize: 'Minimizar',
  help: 'Ayuda',
  about: 'Acerca de Veriscope',
  services: 'Servicios',
  hide: 'Ocultar Veriscope',
  hideOthers: 'Ocultar otros',
  showAll: 'Mostrar todo',
  recentWorkspaces: 'Espacios de trabajo recientes',
  reloaded: 'La ventana se detuvo de forma inesperada y se ha vuelto a cargar.',
  keepsStopping: 'La ventana se detiene una y otra vez.',
  nothingLost: 'Tus espacios de trabajo siguen como estaban y el trabajo del motor ha continuado.',
  unresponsive: 'La ventana no responde.',
  mayBeBusy: 'Puede estar ocupada. Al volver a cargarla solo se pierde lo escrito y aún no guardado.',
  loadAgain: 'Volver a cargar',
  wait: 'Esperar',
  ok: 'Aceptar',
  underWay: (calls) => (calls === 1 ? 'Hay una tarea en curso.' : `Hay ${calls} tareas en curso.`),
  quitUndoes:
    'Si se detiene ahora, se cancela: una importación se deshace por completo y un archivo a medio escribir no se conserva.',
  keepWorking: 'Seguir trabajando',
  quitAnyway: 'Salir',
  closeAnyway: 'Cerrar ventana',
};

export const HOST_WORDS: Readonly<Record<Language, HostWords>> = { en: EN, es: ES };
