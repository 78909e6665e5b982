import type { Command } from 'commander';
import type { WorkspaceInfo } from '../../shared/contract/calls.ts';
import { FindingKind } from '../../shared/contract/ledger.ts';
import { printable } from '../../shared/text/text-table.ts';
import type { CommandLine } from '../command-line.ts';
import { jsonOption, workspaceOption } from '../common-options.ts';
import { findingWords } from '../finding-words.ts';
import { reportResult } from '../output.ts';
import { counted, sized, textTable } from '../text-table.ts';

interface InfoOptions {
  readonly workspace: string;
  readonly check?: true;
  readonly json?: true;
}

export function addInfoCommand(program: Command, line: CommandLine): void {
  program
    .command('info')
    .summary('show what a workspace holds')
    .description('Shows the tables, the imports with their books, and the findings of a workspace.')
    .addOption(workspaceOption())
    .option('--check', 'check every page of the database, and the books against the tables')
    .addOption(jsonOption())
    .action(async ({ workspace, check, json }: InfoOptions) => {
      const result = await line.app.invoke('workspace.info', { workspace, check: check === true });
      line.exit(reportResult(line.streams, result, json === true, infoWords));
    });
}

function infoWords({ name, folder, bytes, tables, ledger, runs, findings }: WorkspaceInfo): string {
  const books = `read ${counted(ledger.read)} = loaded ${counted(ledger.loaded)} + rejected ${counted(ledger.rejected)} + duplicates ${counted(ledger.duplicates)}`;
  const table = textTable(
    ['run', 'imported at', 'file', 'SHA-256', 'read', 'loaded', 'rejected', 'duplicates'],
    runs.map((run) => [
      String(run.id),
      run.importedAt.slice(0, 19).replace('T', ' '),
      printable(run.fileName),
      run.sha256.slice(0, 12),
      ...[run.ledger.read, run.ledger.loaded, run.ledger.rejected, run.ledger.duplicates].map(counted),
    ]),
    [true, false, false, false, true, true, true, true],
  );
  const lines = findings.map(
    (finding) => `  run ${finding.run}: ${findingWords({ ...finding, kind: FindingKind.parse(finding.kind) })}\n`,
  );
  return [
    `${name} (${folder}, ${sized(bytes)})\n`,
    `staging ${counted(tables.staging)} · transform ${counted(tables.transform)} · no_retries ${counted(tables.no_retries)}\n`,
    `${books}\n`,
    runs.length === 0 ? '\nNothing was imported yet.\n' : `\n${table}`,
    lines.length === 0 ? '' : `\nFindings\n${lines.join('')}`,
  ].join('');
}
