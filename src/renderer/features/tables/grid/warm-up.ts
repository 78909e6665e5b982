import { createGrid } from 'ag-grid-community';
import type { ModelCard } from '../../../../shared/contract/model-card.ts';
import { cardTable } from '../card-table.ts';
import { gridModules } from '../grid-modules.ts';
import { HEAD_HEIGHT } from '../table-theme.ts';
import { FIRST_VIEW } from '../view/table-view-state.ts';
import { cellClasses } from './cell-class.ts';
import { columnDefinitions } from './column-definitions.ts';
import { GRID_OPTIONS } from './grid-options.ts';
import { HeadPlaces } from './head-places.tsx';
import { PageRow } from './page-row.ts';
import styles from './grid.module.css';

const ROWS = 12;

/**
 * Makes a table out of sight and takes it away again. The first one takes twice as long as any other, as its code and its
 * styles are new to the browser: this is that one. A workspace that is opened then shows its rows the sooner.
 */
export function warmUpGrid(model: ModelCard): void {
  const host = document.createElement('div');
  host.className = styles['warmUp'] ?? '';
  host.inert = true;
  host.ariaHidden = 'true';
  document.body.append(host);
  const table = cardTable(model, 'transform');
  const text = { text: () => '', note: () => null };
  const look = { text, classes: cellClasses(model.responses), language: 'en' as const, places: new HeadPlaces() };
  const grid = createGrid<PageRow>(
    host,
    {
      ...GRID_OPTIONS,
      headerHeight: HEAD_HEIGHT.histogram,
      columnDefs: columnDefinitions(table, look, [], FIRST_VIEW),
      datasource: {
        getRows: (page) => {
          page.successCallback(
            Array.from({ length: ROWS }, (_, id) => new PageRow(id, new Map(), id)),
            ROWS,
          );
          requestIdleCallback(() => {
            grid.destroy();
            host.remove();
          });
        },
      },
    },
    { modules: gridModules },
  );
}
