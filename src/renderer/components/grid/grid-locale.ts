import type { Language } from '../../../shared/language.ts';

/** What the grid itself says, where it differs from its own English. */
const SPANISH: Readonly<Record<string, string>> = {
  loadingOoo: 'Cargando…',
  noRowsToShow: 'No hay filas',
  loadingError: 'Error',
  ariaSortableColumn: 'Pulsa Intro para ordenar',
  ariaMenuColumn: 'Pulsa Alt y flecha abajo para abrir el menú de la columna',
  ariaFilterColumn: 'Pulsa Ctrl e Intro para abrir el filtro',
  ariaRowSelect: 'Pulsa la barra espaciadora para seleccionar esta fila',
  ariaRowDeselect: 'Pulsa la barra espaciadora para quitar la selección de esta fila',
  ariaRowToggleSelection: 'Pulsa la barra espaciadora para cambiar la selección',
  ariaColumnGroup: 'Grupo de columnas',
  ariaUnchecked: 'sin marcar',
  ariaChecked: 'marcado',
  ariaIndeterminate: 'indeterminado',
};

/** Texts of the grid component in a language; its own where nothing is given. */
export function gridLocale(language: Language): Record<string, string> {
  return language === 'es' ? { ...SPANISH } : {};
}
