import { expect, test } from 'vitest';
import { movedIds, routeOfView, viewOf } from '../../../src/renderer/features/dashboards/views/present-view.ts';
import { printViewFile, readViewFile } from '../../../src/renderer/features/dashboards/views/view-file.ts';
import { readSelection } from '../../../src/renderer/state/workspace-selection.ts';
import { EVERY_ROW } from '../../../src/shared/contract/row-selection.ts';
import type { SavedView } from '../../../src/shared/contract/saved-view.ts';

const view = (id: number, more: Partial<SavedView> = {}): SavedView => ({
  id,
  name: `view ${id}`,
  page: 'clients',
  scope: 'all',
  selection: EVERY_ROW,
  inReport: false,
  ...more,
});
const SLOW: SavedView['selection'] = {
  filters: [{ kind: 'range', column: 'total_time_ms', from: 3000, to: null }],
  search: 'v2',
};

test('a file of views gives the same views back, without the ids of their workspace', () => {
  const views = [view(3, { selection: SLOW, scope: 'first-attempts', inReport: true }), view(1, { page: 'retries' })];
  expect(readViewFile(printViewFile(views))).toEqual(views.map(({ id: _, ...content }) => content));
});

test.each([
  ['no JSON', 'views: none'],
  ['JSON of something else', '{"rows": []}'],
  ['a newer version', '{"format":"veriscope-views","version":2,"views":[]}'],
  ['a page that is not known', printViewFile([view(1)]).replace('clients', 'hologram')],
  ['no view at all', '{"format":"veriscope-views","version":1,"views":[]}'],
])('a file with %s holds no views', (_, text) => {
  expect(readViewFile(text)).toBeNull();
});

test('the present page is a saved view where page, scope and filters are the same', () => {
  const views = [view(1), view(2, { selection: SLOW }), view(3, { page: 'times', selection: SLOW })];
  expect(viewOf(views, 'times', { scope: 'all', selection: SLOW })?.id).toBe(3);
  expect(viewOf(views, 'clients', { scope: 'all', selection: SLOW })?.id).toBe(2);
  expect(viewOf(views, 'clients', { scope: 'first-attempts', selection: SLOW })).toBeNull();
});

test('the address of a view holds its scope and filters', () => {
  const route = routeOfView(
    '/data/w.veriscope',
    view(2, { page: 'quality', scope: 'without-retries', selection: SLOW }),
  );
  expect(route).toMatchObject({ kind: 'dashboard', workspace: '/data/w.veriscope', page: 'quality' });
  const text = route.kind === 'dashboard' ? (route.view ?? '') : '';
  expect(readSelection(text)).toEqual({ scope: 'without-retries', selection: SLOW });
});

test('a view is moved by one place, and not beyond the ends', () => {
  const views = [view(5), view(6), view(7)];
  expect(movedIds(views, 0, 1)).toEqual([6, 5, 7]);
  expect(movedIds(views, 2, -1)).toEqual([5, 7, 6]);
  expect(movedIds(views, 0, -1)).toEqual([5, 6, 7]);
  expect(movedIds(views, 2, 1)).toEqual([5, 6, 7]);
});
