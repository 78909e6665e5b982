import { assertNever } from '../../../shared/assert-never.ts';
import { AppException } from '../../../shared/result.ts';
import {
  MOST_VIEWS,
  SavedView,
  ViewContent,
  type SavedViews,
  type ViewsChange,
} from '../../../shared/contract/saved-view.ts';
import type { BookDatabase } from './open-book.ts';

interface ViewRow {
  readonly id: number;
  readonly content: string;
  readonly opens: number;
}

/** The views of a workspace in their order. One that this version does not understand is left out, and stays in the book. */
export function readViews(book: BookDatabase): SavedViews {
  const rows = book.prepare('SELECT id, content, opens FROM saved_views ORDER BY position, id').all() as ViewRow[];
  const views = rows.flatMap(({ id, content }): SavedView[] => {
    const parsed = SavedView.safeParse({ ...(JSON.parse(content) as object), id });
    return parsed.success ? [parsed.data] : [];
  });
  const opening = rows.find(({ opens }) => opens === 1)?.id ?? null;
  return { views, opensWith: views.some(({ id }) => id === opening) ? opening : null };
}

/** Changes the views in one transaction. Throws `ROW_NOT_FOUND` where a view that is named is gone. */
export function changeViews(book: BookDatabase, change: ViewsChange): void {
  book.transaction(() => apply(book, change)).immediate();
}

const viewGone = (): AppException =>
  new AppException(
    'ROW_NOT_FOUND',
    'The workspace holds no such view; it may have been removed in another window.',
    'Look at the list of views again.',
  );

function apply(book: BookDatabase, change: ViewsChange): void {
  switch (change.kind) {
    case 'add':
      return add(book, change.views);
    case 'replace': {
      const view = { ...change.view, name: freeName(book, change.view.name, change.id) };
      return touch(book, 'UPDATE saved_views SET content = ? WHERE id = ?', [textOf(view), change.id]);
    }
    case 'remove':
      return touch(book, 'DELETE FROM saved_views WHERE id = ?', [change.id]);
    case 'order':
      for (const [position, id] of change.ids.entries())
        touch(book, 'UPDATE saved_views SET position = ? WHERE id = ?', [position, id]);
      return;
    case 'open-with':
      book.prepare('UPDATE saved_views SET opens = 0').run();
      if (change.id !== null) touch(book, 'UPDATE saved_views SET opens = 1 WHERE id = ?', [change.id]);
      return;
    default:
      assertNever(change);
  }
}

function add(book: BookDatabase, views: readonly ViewContent[]): void {
  const { n, last } = book
    .prepare('SELECT count(*) AS n, coalesce(max(position), -1) AS last FROM saved_views')
    .get() as { n: number; last: number };
  if (n + views.length > MOST_VIEWS) {
    throw new AppException(
      'USAGE',
      `A workspace keeps at most ${MOST_VIEWS} views, and it holds ${n}.`,
      'Remove views that nobody needs any more.',
    );
  }
  const insert = book.prepare('INSERT INTO saved_views (position, content) VALUES (?, ?)');
  for (const [index, view] of views.entries())
    insert.run(last + 1 + index, textOf({ ...view, name: freeName(book, view.name, null) }));
}

/** The name, with a number behind it where another view has it. */
function freeName(book: BookDatabase, name: string, own: number | null): string {
  const taken = new Set(
    readViews(book)
      .views.filter(({ id }) => id !== own)
      .map((view) => view.name),
  );
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` ${number}`;
    const tried = name.slice(0, 80 - suffix.length).trimEnd() + suffix;
    if (!taken.has(tried)) return tried;
  }
}

const textOf = (view: ViewContent): string => JSON.stringify(ViewContent.parse(view));

function touch(book: BookDatabase, sql: string, values: readonly (string | number)[]): void {
  if (book.prepare(sql).run(...values).changes === 0) throw viewGone();
}
