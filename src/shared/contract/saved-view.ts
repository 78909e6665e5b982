import { z } from 'zod';
import { Scope } from './aggregate.ts';
import { DASHBOARD_PAGES } from '../dashboards/declared-query.ts';
import { RowSelection } from './row-selection.ts';

/** A view as it is handed over in a file: a page of the dashboards with its scope and its filters, under a name. */
export const ViewContent = z.object({
  name: z.string().trim().min(1).max(80),
  page: z.enum(DASHBOARD_PAGES),
  scope: Scope,
  selection: RowSelection,
  /** The report has a chapter with the figures of this view. */
  inReport: z.boolean().default(false),
});
export type ViewContent = z.infer<typeof ViewContent>;

/** A view that the book of a workspace keeps. */
export const SavedView = ViewContent.extend({ id: z.int().positive() });
export type SavedView = z.infer<typeof SavedView>;

export const ViewsRequest = z.object({ workspace: z.string().min(1) });
/** In the order that a person gave them. */
export const SavedViews = z.object({
  views: z.array(SavedView),
  /** Id of the one that the dashboards open with; null: none. */
  opensWith: z.int().positive().nullable(),
});
export type SavedViews = z.infer<typeof SavedViews>;

/** What may be done to the views of a workspace; the book changes as a whole or not at all. */
export const ViewsChange = z.discriminatedUnion('kind', [
  /** Adds views after those that are there. One whose name is taken gets a number behind it. */
  z.object({ kind: z.literal('add'), views: z.array(ViewContent).min(1).max(200) }),
  /** Puts another content in the place of the one with this id. */
  z.object({ kind: z.literal('replace'), id: z.int().positive(), view: ViewContent }),
  z.object({ kind: z.literal('remove'), id: z.int().positive() }),
  /** All ids in their new order. */
  z.object({ kind: z.literal('order'), ids: z.array(z.int().positive()) }),
  z.object({ kind: z.literal('open-with'), id: z.int().positive().nullable() }),
]);
export type ViewsChange = z.infer<typeof ViewsChange>;
export const ViewsChangeRequest = ViewsRequest.extend({ change: ViewsChange });

/** The most views that a workspace keeps. */
export const MOST_VIEWS = 500;

/** A file of views, to be handed to another workspace. */
export const ViewFile = z.object({
  format: z.literal('veriscope-views'),
  version: z.literal(1),
  views: z.array(ViewContent).min(1).max(200),
});
export type ViewFile = z.infer<typeof ViewFile>;
