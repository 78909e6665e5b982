import { Option, type Command } from 'commander';
import type { ImportOutcome } from '../../shared/contract/import.ts';
import type { Finding } from '../../shared/contract/ledger.ts';
import { printable } from '../../shared/text/text-table.ts';
import { nonEmpty, wholeNumber } from '../argument-parsers.ts';
import type { CommandLine } from '../command-line.ts';
import { jsonOption, workspaceOption } from '../common-options.ts';
import { reportResult } from '../output.ts';
import { ProgressLine } from '../progress-line.ts';
import { counted } from '../text-table.ts';
import { findingWords } from '../finding-words.ts';

interface ImportOptions {
  readonly workspace: string;
  readonly maxRejects?: number;
  readonly defaultZone: string;
  readonly json?: true;
}

export function addImportCommand(program: Command, line: CommandLine): void {
  program
    .command('import')
    .summary('import a CSV file into a workspace')
    .description(
      'Imports an anonymised CSV of face-verification transactions, plain or gzip, into a workspace, which is made where there is none. ' +
        'Every row is loaded, rejected with its line and reason, or known as a duplicate. Ctrl-C cancels; the workspace is then as before.',
    )
    .argument('<file>', 'CSV file', nonEmpty('a file name'))
    .addOption(workspaceOption('workspace folder, by habit NAME.veriscope'))
    .addOption(new Option('--max-rejects <n>', 'refuse the import if more rows are rejected').argParser(wholeNumber(0)))
    .option(
      '--default-zone <zone>',
      'zone of dates without offset: UTC, ±HH:MM or a name such as America/Bogota',
      'UTC',
    )
    .addOption(jsonOption())
    .action(async (file: string, { workspace, maxRejects, defaultZone, json }: ImportOptions) => {
      const progress = new ProgressLine(line.streams.notes);
      const result = await line.app.invoke(
        'import.csv',
        { file, workspace, defaultZone, maxRejects: maxRejects ?? null },
        { signal: line.signal, onProgress: (step) => progress.show(step) },
      );
      progress.end();
      line.exit(reportResult(line.streams, result, json === true, outcomeWords));
    });
}

function outcomeWords(outcome: ImportOutcome): string {
  const { ledger, tables } = outcome;
  const head =
    outcome.outcome === 'already'
      ? `${printable(outcome.fileName)} was imported before, as run ${outcome.run}: nothing changed.\n`
      : `Imported ${printable(outcome.fileName)} in ${(outcome.milliseconds.total / 1000).toFixed(2)} s (run ${outcome.run}, SHA-256 ${outcome.sha256}).\n`;
  const books = `  read ${counted(ledger.read)} = loaded ${counted(ledger.loaded)} + rejected ${counted(ledger.rejected)} + duplicates ${counted(ledger.duplicates)}\n`;
  const rejects = outcome.rejectsByReason
    .map(({ reason, count }) => `    rejected, ${reason}: ${counted(count)}\n`)
    .join('');
  const rows = `  staging ${counted(tables.staging)} · transform ${counted(tables.transform)} · no_retries ${counted(tables.no_retries)}\n`;
  return head + books + rejects + rows + findingLines(outcome.findings);
}

function findingLines(findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  return `  Findings:\n${findings.map((finding) => `    ${findingWords(finding)}\n`).join('')}`;
}
