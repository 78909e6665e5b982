import type { EXIT_CODE_BY_ERROR, ErrorCode } from '../../src/shared/error-codes.ts';

/** What each error code means, and what to do, in one sentence. */
export const ERROR_SENTENCES = {
  USAGE:
    'The command line is wrong: an unknown option, a missing argument, a value that does not fit; the message names it.',
  UNKNOWN_COLUMN: 'A filter names a column that the table does not have; the message tells the nearest name.',
  QUERY_REFUSED:
    'The statement is not a single query, or wants what a query may not have: another file, the network, an extension, a change.',
  QUERY_FAILED: 'The query is wrong or needs too much memory; the message is that of the database.',
  OUTPUT_NOT_WRITABLE: 'The file to write cannot be written: its folder is missing, closed to you, or full.',
  SECRETS_UNPROTECTED: 'The computer keeps no key to protect a password with, or not the one it was protected with.',
  SOURCE_NOT_FOUND: 'There is no file of that name.',
  SOURCE_NOT_READABLE: 'The source is no file, is closed to you, or broke off while it was read.',
  SOURCE_EMPTY: 'The source holds nothing, or no header.',
  SOURCE_DAMAGED: 'The gzip file is damaged or cut short.',
  SOURCE_CHANGED: 'The source changed while it was imported; nothing was kept of it.',
  SOURCE_FORMAT_UNKNOWN: 'The source is in no format that can be imported.',
  REQUIRED_COLUMN_MISSING:
    'The header lacks a required column; the message names it and the most similar name it found.',
  COLUMN_REPEATED: 'Two columns of the source bear the same name of the model card.',
  BOOKS_NOT_BALANCED: 'The rows that were read are not all accounted for: a defect of ours, and nothing was loaded.',
  TOO_MANY_REJECTS: 'More rows would be rejected than `--max-rejects` allows; the workspace is as it was before.',
  WORKSPACE_NOT_FOUND: 'The folder holds no workspace, or, when importing, holds other things than a workspace.',
  WORKSPACE_NOT_WRITABLE: 'The workspace cannot be opened or written: check the folder and your rights.',
  WORKSPACE_LOCKED: 'Another process is using the workspace: wait until it has finished.',
  WORKSPACE_DAMAGED: 'The database is damaged, or is not one of Veriscope; restore a copy or import the sources anew.',
  WORKSPACE_TOO_NEW: 'A newer Veriscope wrote the workspace: open it with that version.',
  WORKSPACE_DISK_FULL: 'The disk is full; the workspace is as it was before.',
  WORKSPACE_BUSY:
    'An import or another change of this workspace is under way in the same application: wait for it or cancel it.',
  ROW_NOT_FOUND: 'The workspace holds no such row; it may have been imported anew meanwhile.',
  BROWSER_NOT_FOUND:
    'No Chromium, Chrome or Edge was found to make the PDF or to show the window; the message says what to install.',
  BROWSER_FAILED: 'The browser that makes the PDF stopped or did not answer.',
  ENGINE_STOPPED: 'The engine process stopped unexpectedly and is started again; nothing of the workspace is lost.',
  HOST_UNREACHABLE: 'The window has lost its host: the application was closed, or the connection broke off.',
  CANCELLED: 'You cancelled the work; nothing was changed.',
  INTERNAL: 'A defect of ours; run the command with `VERISCOPE_DEBUG=1` to see the details, which may quote data.',
} as const satisfies Record<ErrorCode, string>;

type ExitCode = 0 | 1 | (typeof EXIT_CODE_BY_ERROR)[ErrorCode];

/** What each exit code of the command line means. */
export const EXIT_CODE_SENTENCES = {
  0: 'Done. Importing a file that the workspace already holds is no error.',
  1: 'Veriscope could not start: Node.js 24 is missing or the build failed.',
  2: 'The command line, the query or the place of the output is wrong.',
  3: 'The source was refused; the workspace is as it was before.',
  4: 'More rows would be rejected than `--max-rejects` allows; the workspace is as it was before.',
  5: 'The workspace is missing, locked, damaged, too new or cannot be written.',
  6: 'No browser was found to make the PDF or to show the window, or it failed.',
  70: 'A defect of ours.',
  130: 'Cancelled (Ctrl-C); the workspace is as it was before.',
} as const satisfies Record<ExitCode, string>;
