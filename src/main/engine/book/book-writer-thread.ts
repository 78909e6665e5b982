import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { assertNever } from '../../../shared/assert-never.ts';
import { AppException } from '../../../shared/result.ts';
import { BlockInsert } from './block-insert.ts';
import { insertFindings, insertRejects, insertRun, setBookState } from './book-rows.ts';
import { notBalanced } from './not-balanced.ts';
import { insertLineStretches } from './line-map.ts';
import type { FromBookWriter, ToBookWriter } from './book-writer-protocol.ts';
import { openBook, type BookDatabase } from './open-book.ts';
import { translateSqliteError } from './sqlite-error.ts';

const port = parentPort;
if (port === null) throw new Error('the book writer runs in a thread of its own');
const { path, isNew } = workerData as { path: string; isNew: boolean };
const answer = (message: FromBookWriter): void => port.postMessage(message);

const IDS_PER_STATEMENT = 10_000;
const GIVEN_IDS = '(SELECT value FROM json_each(?))';

function fail(error: unknown): void {
  const translated = translateSqliteError(error, path);
  answer({
    kind: 'failed',
    error: translated instanceof AppException ? translated.error : null,
    text: error instanceof Error ? error.message : String(error),
  });
}

/** Changes the journal mode unless another process holds the file open: then its mode serves as well. */
function setJournal(book: BookDatabase, mode: 'DELETE' | 'WAL'): void {
  try {
    book.pragma(`journal_mode = ${mode}`);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
}

function begin() {
  const book = openBook(path, 'write', false);
  // An import that makes the workspace writes each page once: with a rollback journal a new page needs no copy, with a
  // write-ahead log all of them are written twice, but readers go on.
  setJournal(book, isNew ? 'DELETE' : 'WAL');
  book.exec('BEGIN IMMEDIATE');
  const insert = new BlockInsert(book);

  /** Runs a statement with one placeholder, for a table of ids, over all of them; returns how many rows it changed. */
  const forIds = (sql: string, ids: Float64Array): number => {
    const statement = book.prepare(sql);
    let changes = 0;
    for (let from = 0; from < ids.length; from += IDS_PER_STATEMENT) {
      changes += statement.run(JSON.stringify([...ids.subarray(from, from + IDS_PER_STATEMENT)])).changes;
    }
    return changes;
  };
  let rows = 0;
  const noRetries = { added: 0, removed: 0 };

  const handle = (message: ToBookWriter): void => {
    switch (message.kind) {
      case 'block':
        insert.write(message.block);
        rows += message.block.rows;
        return answer({ kind: 'stored', rows: message.block.rows });
      case 'remove':
        rows -= forIds(`DELETE FROM staging WHERE id IN ${GIVEN_IDS}`, message.ids);
        forIds(`DELETE FROM transform WHERE id IN ${GIVEN_IDS}`, message.ids);
        return;
      case 'final-attempts':
        noRetries.removed += forIds(`DELETE FROM no_retries WHERE id IN ${GIVEN_IDS}`, message.remove);
        noRetries.added += forIds(
          `INSERT INTO no_retries SELECT * FROM transform WHERE id IN ${GIVEN_IDS}`,
          message.add,
        );
        return;
      case 'finish': {
        const { run: record, rejects, findings, lines } = message.import;
        // The lens and the book read the source each on its own: both must have come to the same rows.
        if (rows !== record.ledger.loaded) throw notBalanced();
        const run = insertRun(book, record);
        insertRejects(book, run, rejects);
        insertFindings(book, run, findings);
        insertLineStretches(book, run, lines);
        setBookState(book, record.stamp, noRetries);
        book.exec('COMMIT');
        setJournal(book, 'WAL');
        book.close();
        answer({ kind: 'committed', run });
        return port?.close();
      }
      case 'cancel':
        book.exec('ROLLBACK');
        book.close();
        answer({ kind: 'cancelled' });
        return port?.close();
      default:
        return assertNever(message);
    }
  };
  return { handle, abandon: () => book.close() };
}

try {
  const writer = begin();
  port.on('message', (message: ToBookWriter) => {
    try {
      writer.handle(message);
    } catch (error) {
      fail(error);
      // Closing a connection rolls back what it had not committed.
      writer.abandon();
      port.close();
    }
  });
} catch (error) {
  fail(error);
  port.close();
}
