import type { Command } from 'commander';
import type { StoredReject } from '../../shared/contract/ledger.ts';
import type { CommandLine } from '../command-line.ts';
import { reportResult } from '../output.ts';
import { counted } from '../text-table.ts';

interface RejectsOptions {
  readonly workspace: string;
  readonly json?: true;
}

export function addRejectsCommand(program: Command, line: CommandLine): void {
  program
    .command('rejects')
    .summary('list the rows that were kept out')
    .description('Lists every row that was kept out of a workspace: file, line, column, reason and the row as it stood in the source.')
    .requiredOption('--workspace <dir>', 'workspace folder')
    .option('--json', 'print one JSON object')
    .action(async ({ workspace, json }: RejectsOptions) => {
      const result = await line.app.invoke('workspace.rejects', { workspace });
      line.exit(reportResult(line.streams, result, json === true, rejectsWords));
    });
}

function rejectsWords({ total, rejects }: { readonly total: number; readonly rejects: readonly StoredReject[] }): string {
  if (total === 0) return 'No row was rejected.\n';
  const shown = rejects.map(
    ({ fileName, line, column, reason, rawText, other }) =>
      `${fileName}:${line}  ${reason}${column === null ? '' : `  ${column}`}` +
      `${other === null ? '' : `  (the same key stands in ${other.fileName}, line ${other.line})`}\n` +
      `    ${rawText ?? '(not kept: the file has columns that are not stored, and this row may hold their values anywhere)'}\n`,
  );
  return `${shown.join('')}${counted(total)} rejected row${total === 1 ? '' : 's'}.\n`;
}
