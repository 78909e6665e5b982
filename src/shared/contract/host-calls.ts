import { z } from 'zod';
import { Settings } from './settings.ts';

const PlainProgress = z.object({ stage: z.string() });
const Nothing = z.object({});
const path = z.string().min(1);

export const HostDescription = z.object({
  kind: z.enum(['electron', 'web']),
  platform: z.string(),
  productVersion: z.string(),
  /** Whether the host opens the system's own file dialogs; else the window shows its own. */
  nativeDialogs: z.boolean(),
  homeFolder: z.string(),
  /** Where new workspaces, samples and reports go unless told otherwise. */
  documentsFolder: z.string(),
  pathSeparator: z.string(),
  /** Where the application keeps what is its own: settings, recent workspaces, the state of views. */
  dataFolder: z.string().optional(),
  /** The engine's state at this moment. */
  engine: z.enum(['ready', 'restarting', 'failed']),
  /** Process id of the engine, where it is a process of its own; it changes when the engine is started again. */
  enginePid: z.int().positive().optional(),
  /** Whether there is a desktop with programs that open files and folders; yes where left out. */
  canOpenFiles: z.boolean().optional(),
});
export type HostDescription = z.infer<typeof HostDescription>;

export const FileFilter = z.object({ name: z.string(), extensions: z.array(z.string()) });
export type FileFilter = z.infer<typeof FileFilter>;
export const PickRequest = z.object({
  purpose: z.enum(['open-file', 'open-folder', 'save-file']),
  title: z.string(),
  /** A path to begin with. */
  suggested: z.string().nullable().default(null),
  filters: z.array(FileFilter).default([]),
});

export const FolderEntry = z.object({
  name: z.string(),
  path: z.string(),
  kind: z.enum(['folder', 'workspace', 'file']),
  bytes: z.int().nonnegative().nullable(),
  /** ISO 8601 in UTC. */
  modifiedAt: z.string().nullable(),
});
export type FolderEntry = z.infer<typeof FolderEntry>;
export const FolderListing = z.object({
  folder: z.string(),
  parent: z.string().nullable(),
  entries: z.array(FolderEntry),
  /** Places to jump to: home, documents, downloads, drives. */
  places: z.array(z.object({ name: z.string(), path: z.string() })),
  writable: z.boolean(),
});
export type FolderListing = z.infer<typeof FolderListing>;

export const RecentWorkspace = z.object({
  folder: z.string(),
  name: z.string(),
  /** ISO 8601 in UTC. */
  openedAt: z.string(),
  /** Null where it is gone or cannot be read. */
  bytes: z.int().nonnegative().nullable(),
  exists: z.boolean(),
});
export type RecentWorkspace = z.infer<typeof RecentWorkspace>;

const call = <Request extends z.ZodType, Answer extends z.ZodType>(request: Request, answer: Answer) =>
  ({ request, answer, progress: PlainProgress, runs: 'host' }) as const;

/** What the host itself answers: dialogs, windows, settings. Not there for the command line. */
export const HOST_CALLS = {
  'host.describe': call(Nothing, HostDescription),
  'host.pick': call(PickRequest, z.object({ path: z.string().nullable() })),
  'host.listFolder': call(
    z.object({ folder: z.string().nullable(), showHidden: z.boolean().default(false) }),
    FolderListing,
  ),
  'host.makeFolder': call(z.object({ folder: path }), z.object({ folder: z.string() })),
  /** Finds the file that was dropped on a window whose browser does not tell its path. */
  'host.locate': call(
    z.object({
      name: z.string().min(1),
      bytes: z.int().nonnegative(),
      /** Milliseconds since 1970. */
      modified: z.number(),
      /** SHA-256 of the first 65,536 bytes, hexadecimal. */
      headSha256: z.string(),
    }),
    z.object({ paths: z.array(z.string()) }),
  ),
  /** Opens a report or an export (HTML, PDF, CSV, JSON, Parquet) with the system's program for it. */
  'host.openFile': call(z.object({ path }), z.object({ opened: z.boolean() })),
  'host.showInFolder': call(z.object({ path }), z.object({ opened: z.boolean() })),
  /** Starts the engine again after it was given up; one that runs, and may hang, is ended first. */
  'host.restartEngine': call(Nothing, Nothing),
  /** Opens a further window on a route (a hash). `url`: the host cannot, the window may open this address itself. */
  'host.newWindow': call(z.object({ route: z.string().max(100_000) }), z.object({ url: z.string().optional() })),
  'settings.read': call(Nothing, Settings),
  'settings.write': call(Settings.partial(), Settings),
  'recent.list': call(Nothing, z.object({ workspaces: z.array(RecentWorkspace) })),
  'recent.add': call(z.object({ folder: path }), Nothing),
  'recent.forget': call(z.object({ folder: path }), Nothing),
  /** What a window keeps between sessions under a key: the state of a view, a history, a mapping. JSON. */
  'state.read': call(z.object({ key: z.string().min(1).max(500) }), z.object({ json: z.string().nullable() })),
  'state.write': call(
    z.object({ key: z.string().min(1).max(500), json: z.string().max(1_000_000).nullable() }),
    Nothing,
  ),
} as const;
