/**
 * Every error code, with the exit code that the command line gives it:
 * 2 usage, 3 source refused, 4 over the limit of rejects, 5 workspace problem, 6 no browser to print or show with, 130 cancelled, 70 a defect of ours.
 */
export const EXIT_CODE_BY_ERROR = {
  USAGE: 2,
  UNKNOWN_COLUMN: 2,
  QUERY_REFUSED: 2,
  QUERY_FAILED: 2,
  OUTPUT_NOT_WRITABLE: 2,
  SECRETS_UNPROTECTED: 2,
  SOURCE_NOT_FOUND: 3,
  SOURCE_NOT_READABLE: 3,
  SOURCE_EMPTY: 3,
  SOURCE_DAMAGED: 3,
  SOURCE_CHANGED: 3,
  SOURCE_FORMAT_UNKNOWN: 3,
  REQUIRED_COLUMN_MISSING: 3,
  COLUMN_REPEATED: 3,
  BOOKS_NOT_BALANCED: 3,
  TOO_MANY_REJECTS: 4,
  WORKSPACE_NOT_FOUND: 5,
  WORKSPACE_NOT_WRITABLE: 5,
  WORKSPACE_LOCKED: 5,
  WORKSPACE_DAMAGED: 5,
  WORKSPACE_TOO_NEW: 5,
  WORKSPACE_DISK_FULL: 5,
  WORKSPACE_BUSY: 5,
  ROW_NOT_FOUND: 5,
  BROWSER_NOT_FOUND: 6,
  BROWSER_FAILED: 6,
  ENGINE_STOPPED: 70,
  HOST_UNREACHABLE: 70,
  CANCELLED: 130,
  INTERNAL: 70,
} as const;

/** A stable name for one kind of failure; see docs/cli-reference.md for the list with its exit codes. */
export type ErrorCode = keyof typeof EXIT_CODE_BY_ERROR;
