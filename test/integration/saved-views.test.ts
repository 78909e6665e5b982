import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/main/app.ts';
import { openBook } from '../../src/main/engine/book/open-book.ts';
import { workspacePaths } from '../../src/main/engine/workspace.ts';
import { tryWriterLock } from '../../src/main/engine/writing/writer-lock.ts';
import { EVERY_ROW, type RowSelection } from '../../src/shared/contract/row-selection.ts';
import type { SavedViews, ViewContent, ViewsChange } from '../../src/shared/contract/saved-view.ts';
import { valueOrThrow } from '../../src/shared/result.ts';
import { importFixture, importFile } from '../helpers/import-fixture.ts';
import { csvText, transactions } from '../helpers/transaction-csv.ts';

const app = createApp('0.0.0-test');
const ONE_CLIENT: RowSelection = {
  filters: [{ kind: 'values', column: 'convenio', values: ['client_1'], exclude: false }],
  search: '',
};
const view = (name: string, more: Partial<ViewContent> = {}): ViewContent => ({
  name,
  page: 'clients',
  scope: 'all',
  selection: EVERY_ROW,
  inReport: false,
  ...more,
});

async function workspaceWithRows(): Promise<{ workspace: string; folder: string }> {
  const { workspace, folder, write } = importFixture();
  await importFile(workspace, write(csvText(transactions(60))));
  return { workspace, folder };
}

const change = async (workspace: string, what: ViewsChange): Promise<SavedViews> =>
  valueOrThrow(await app.invoke('views.change', { workspace, change: what }));
const names = ({ views }: SavedViews): readonly string[] => views.map(({ name }) => name);

describe('the views of a workspace', () => {
  it('are kept in the order in which they were added, and in the one that is given to them', async () => {
    const { workspace } = await workspaceWithRows();
    const added = await change(workspace, { kind: 'add', views: [view('a'), view('b'), view('c')] });
    expect(names(added)).toEqual(['a', 'b', 'c']);
    const ids = added.views.map(({ id }) => id).toReversed();
    expect(names(await change(workspace, { kind: 'order', ids }))).toEqual(['c', 'b', 'a']);
    expect(names(valueOrThrow(await app.invoke('views.read', { workspace })))).toEqual(['c', 'b', 'a']);
  });

  it('come back with page, scope and filters as they were saved', async () => {
    const { workspace } = await workspaceWithRows();
    const saved = view('One client', { page: 'times', scope: 'first-attempts', selection: ONE_CLIENT, inReport: true });
    const { views } = await change(workspace, { kind: 'add', views: [saved] });
    expect(views).toEqual([{ ...saved, id: 1 }]);
  });

  it('have names of their own: one that is taken gets a number', async () => {
    const { workspace } = await workspaceWithRows();
    expect(names(await change(workspace, { kind: 'add', views: [view('a'), view('a'), view('a')] }))).toEqual([
      'a',
      'a 2',
      'a 3',
    ]);
    const renamed = await change(workspace, { kind: 'replace', id: 2, view: view('a') });
    expect(names(renamed)).toEqual(['a', 'a 2', 'a 3']);
  });

  it('open the dashboards with at most one of them, and with none once that is removed', async () => {
    const { workspace } = await workspaceWithRows();
    await change(workspace, { kind: 'add', views: [view('a'), view('b')] });
    expect((await change(workspace, { kind: 'open-with', id: 1 })).opensWith).toBe(1);
    expect((await change(workspace, { kind: 'open-with', id: 2 })).opensWith).toBe(2);
    expect(await change(workspace, { kind: 'remove', id: 2 })).toMatchObject({ opensWith: null, views: [{ id: 1 }] });
  });

  it('are changed wholly or not at all, and one that is gone is told', async () => {
    const { workspace } = await workspaceWithRows();
    await change(workspace, { kind: 'add', views: [view('a'), view('b')] });
    const refused = await app.invoke('views.change', { workspace, change: { kind: 'order', ids: [2, 1, 7] } });
    expect(refused).toMatchObject({ ok: false, error: { code: 'ROW_NOT_FOUND' } });
    expect(names(valueOrThrow(await app.invoke('views.read', { workspace })))).toEqual(['a', 'b']);
    const again = await app.invoke('views.change', { workspace, change: { kind: 'remove', id: 9 } });
    expect(again).toMatchObject({ ok: false, error: { code: 'ROW_NOT_FOUND' } });
  });

  it('outlive imports, and are not changed while one runs', async () => {
    const { workspace, folder } = await workspaceWithRows();
    await change(workspace, { kind: 'add', views: [view('a')] });
    const lock = tryWriterLock(workspacePaths(workspace), 'import');
    const refused = await app.invoke('views.change', { workspace, change: { kind: 'remove', id: 1 } });
    expect(refused).toMatchObject({ ok: false, error: { code: 'WORKSPACE_BUSY' } });
    if (lock.kind === 'held') lock.release();
    const file = join(folder, 'more.csv');
    writeFileSync(file, csvText(transactions(20, 100)));
    await importFile(workspace, file);
    expect(names(valueOrThrow(await app.invoke('views.read', { workspace })))).toEqual(['a']);
  });

  it('that this version does not understand are left out of the list and stay in the book', async () => {
    const { workspace } = await workspaceWithRows();
    await change(workspace, { kind: 'add', views: [view('a'), view('b')] });
    const book = openBook(workspacePaths(workspace).book, 'write');
    book.prepare(`UPDATE saved_views SET content = '{"name":"later","page":"hologram"}' WHERE id = 1`).run();
    book.close();
    expect(names(valueOrThrow(await app.invoke('views.read', { workspace })))).toEqual(['b']);
    await change(workspace, { kind: 'add', views: [view('c')] });
    const after = openBook(workspacePaths(workspace).book, 'read');
    expect(after.prepare('SELECT count(*) FROM saved_views').pluck().get()).toBe(3);
    after.close();
  });
});

describe('a view that is marked for the report', () => {
  it('has a chapter there with its filters and the figures under them', async () => {
    const { workspace, folder } = await workspaceWithRows();
    await change(workspace, {
      kind: 'add',
      views: [
        view('First client <b>', { selection: ONE_CLIENT, inReport: true, scope: 'without-retries' }),
        view('Not this one', { page: 'retries' }),
      ],
    });
    const out = join(folder, 'report.html');
    valueOrThrow(await app.invoke('report.write', { workspace, out }));
    const figures = valueOrThrow(
      await app.invoke('figures.compute', { workspace, table: 'no_retries', where: [], selection: ONE_CLIENT }),
    );
    expect(figures.scope.transactions).toBeGreaterThan(0);
    const html = readFileSync(out, 'utf8');
    const chapter = /<section[^>]*id="view-1"[^]*?<\/section>/.exec(html)?.[0] ?? '';
    expect(chapter).toContain('First client &lt;b&gt;');
    expect(chapter).toContain('convenio is client_1');
    expect(chapter).toContain(`>${figures.scope.transactions}<`);
    expect(html).not.toContain('Not this one');
  });
});

describe('figures under filters of the tables', () => {
  it('count the same transactions as the condition written out, and say so in words', async () => {
    const { workspace } = await workspaceWithRows();
    const asked = { workspace, table: 'transform' as const };
    const selected = valueOrThrow(
      await app.invoke('figures.compute', { ...asked, where: [], selection: ONE_CLIENT, firstAttempts: true }),
    );
    const written = valueOrThrow(
      await app.invoke('figures.compute', {
        ...asked,
        where: [
          { column: 'convenio', value: 'client_1' },
          { column: 'x_attempt_number', value: '1' },
        ],
      }),
    );
    expect({ ...selected, scope: null }).toEqual({ ...written, scope: null });
    expect(selected.scope.filterWords).toEqual({
      en: 'first attempts only and convenio is client_1',
      es: 'solo primeros intentos y convenio es client_1',
    });
  });
});
