import { Option, type Command } from 'commander';
import type { CallRequest } from '../../shared/contract/calls.ts';
import { REJECT_REASONS, type RejectReason, type Run, type StoredReject } from '../../shared/contract/ledger.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { printable } from '../../shared/text/text-table.ts';
import { nonEmpty, wholeNumber } from '../argument-parsers.ts';
import type { CommandLine } from '../command-line.ts';
import { jsonOption, workspaceOption } from '../common-options.ts';
import { reportError, reportResult } from '../output.ts';
import { ProgressLine } from '../progress-line.ts';
import { counted, sized } from '../text-table.ts';

interface RejectsOptions {
  readonly workspace: string;
  readonly run?: number;
  readonly reason?: RejectReason;
  readonly column?: string;
  readonly out?: string;
  readonly csv?: true;
  readonly json?: true;
}

interface Rejects {
  readonly total: number;
  readonly rejects: readonly StoredReject[];
}

export function addRejectsCommand(program: Command, line: CommandLine): void {
  program
    .command('rejects')
    .summary('list the rows that were kept out')
    .description(
      'Lists every row that was kept out of a workspace: file, line, column, reason and the row as it stood in the source. ' +
        'With --csv the rows of one import come as a CSV file with its header, to be mended and imported again; ' +
        'with --out those of any import are written to a file with their places and reasons.',
    )
    .addOption(workspaceOption())
    .addOption(new Option('--run <n>', 'only the rows of this import').argParser(wholeNumber(1)))
    .addOption(new Option('--reason <reason>', 'only the rows kept out for this reason').choices(REJECT_REASONS))
    .addOption(new Option('--column <name>', 'only the rows with this column at fault').argParser(nonEmpty('a column')))
    .addOption(
      new Option('--out <file>', 'write the rows to this CSV file; replaced where it exists')
        .argParser(nonEmpty('a file name'))
        .conflicts('csv'),
    )
    .addOption(new Option('--csv', 'print the rows as CSV under their header').conflicts('json'))
    .addOption(jsonOption())
    .action(async (options: RejectsOptions) => {
      const { workspace, out, csv, json } = options;
      const { run = null, reason = null, column = null } = options;
      const asked = { workspace, run, reason, column };
      if (out !== undefined) return writeRejects(line, { ...asked, out }, json === true);
      const answer = await line.app.invoke('workspace.rejects', asked, { signal: line.signal });
      if (csv !== true) return line.exit(reportResult(line.streams, answer, json === true, rejectsWords));
      const info = await line.app.invoke('workspace.info', { workspace });
      if (!info.ok) return line.exit(reportError(line.streams, info.error, false));
      const text = answer.ok ? rejectsCsv(answer.value.rejects, info.value.runs) : answer;
      if (text.ok && answer.ok) line.streams.notes.write(leftOutWords(answer.value.rejects));
      line.exit(reportResult(line.streams, text, false, (value) => value.csv));
    });
}

async function writeRejects(line: CommandLine, request: CallRequest<'rejects.export'>, json: boolean): Promise<void> {
  const progress = new ProgressLine(line.streams.notes);
  const result = await line.app.invoke('rejects.export', request, {
    signal: line.signal,
    onProgress: (step) => progress.show(step),
  });
  progress.end();
  line.exit(
    reportResult(
      line.streams,
      result,
      json,
      ({ file, rows, bytes }) =>
        `Wrote ${counted(rows)} rejected row${rows === 1 ? '' : 's'} (${sized(bytes)}) to ${printable(file)}\n`,
    ),
  );
}

const NOT_KEPT = '(not kept: the file has columns that are not stored, and this row may hold their values anywhere)';

function rejectsWords({ total, rejects }: Rejects): string {
  if (total === 0) return 'No row was rejected.\n';
  const shown = rejects.map(
    ({ fileName, line, column, reason, rawText, other }) =>
      `${printable(fileName)}:${line}  ${reason}${column === null ? '' : `  ${column}`}` +
      `${other === null ? '' : `  (the same key stands in ${printable(other.fileName)}, line ${other.line})`}\n` +
      `    ${rawText === null ? NOT_KEPT : printable(rawText)}\n`,
  );
  return `${shown.join('')}${counted(total)} rejected row${total === 1 ? '' : 's'}.\n`;
}

/** The rejects of one import as the CSV file that they came from, without the good rows. */
function rejectsCsv(rejects: readonly StoredReject[], runs: readonly Run[]): Result<{ readonly csv: string }> {
  const concerned = runs.filter(({ id }) => rejects.some((reject) => reject.run === id));
  const [run, ...more] = concerned;
  if (run === undefined) return ok({ csv: '' });
  if (more.length > 0) {
    const named = concerned.map(({ id, fileName }) => `${id} (${printable(fileName)})`).join(', ');
    return err(
      'USAGE',
      `Rows of ${concerned.length} imports were rejected, and each may have other columns.`,
      `Choose one with --run: ${named}.`,
    );
  }
  const { columns, delimiter } = run.settings;
  const rows = rejects.flatMap(({ rawText }) => (rawText === null ? [] : [rawText]));
  return ok({ csv: [columns.join(delimiter), ...rows, ''].join('\n') });
}

function leftOutWords(rejects: readonly StoredReject[]): string {
  if (rejects.length === 0) return 'No row was rejected.\n';
  const leftOut = rejects.filter(({ rawText }) => rawText === null).length;
  return leftOut === 0
    ? ''
    : `${counted(leftOut)} of ${counted(rejects.length)} rows are left out: ${NOT_KEPT.slice(1, -1)}.\n`;
}
