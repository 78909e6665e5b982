import { Option, type Command } from 'commander';
import type { Run, StoredReject } from '../../shared/contract/ledger.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { printable } from '../../shared/text/text-table.ts';
import { wholeNumber } from '../argument-parsers.ts';
import type { CommandLine } from '../command-line.ts';
import { jsonOption, workspaceOption } from '../common-options.ts';
import { reportError, reportResult } from '../output.ts';
import { counted } from '../text-table.ts';

interface RejectsOptions {
  readonly workspace: string;
  readonly run?: number;
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
        'With --csv the rows of one import come as a CSV file with its header, to be mended and imported again.',
    )
    .addOption(workspaceOption())
    .addOption(new Option('--run <n>', 'only the rows of this import').argParser(wholeNumber(1)))
    .addOption(new Option('--csv', 'print the rows as CSV under their header').conflicts('json'))
    .addOption(jsonOption())
    .action(async ({ workspace, run, csv, json }: RejectsOptions) => {
      const answer = await line.app.invoke('workspace.rejects', { workspace });
      const asked = answer.ok && run !== undefined ? ok(ofRun(answer.value, run)) : answer;
      if (csv !== true) return line.exit(reportResult(line.streams, asked, json === true, rejectsWords));
      const info = await line.app.invoke('workspace.info', { workspace });
      if (!info.ok) return line.exit(reportError(line.streams, info.error, false));
      const text = asked.ok ? rejectsCsv(asked.value.rejects, info.value.runs) : asked;
      if (text.ok && asked.ok) line.streams.notes.write(leftOutWords(asked.value.rejects));
      line.exit(reportResult(line.streams, text, false, (value) => value.csv));
    });
}

function ofRun({ rejects }: Rejects, run: number): Rejects {
  const some = rejects.filter((reject) => reject.run === run);
  return { total: some.length, rejects: some };
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
