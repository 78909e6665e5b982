import { Option, type Command } from 'commander';
import type { ImportOutcome } from '../../shared/contract/import.ts';
import type { Finding } from '../../shared/contract/ledger.ts';
import { TEXT_ENCODING_CHOICES, type ReadingChoice } from '../../shared/contract/preview.ts';
import { nearestName } from '../../shared/nearest-name.ts';
import { err, type Err } from '../../shared/result.ts';
import { printable } from '../../shared/text/text-table.ts';
import { columnNames, delimiter, nonEmpty, wholeNumber } from '../argument-parsers.ts';
import type { CommandLine } from '../command-line.ts';
import { jsonOption, workspaceOption } from '../common-options.ts';
import { reportError, reportResult } from '../output.ts';
import { ProgressLine } from '../progress-line.ts';
import { counted } from '../text-table.ts';
import { findingWords } from '../finding-words.ts';

interface ImportOptions {
  readonly workspace: string;
  readonly maxRejects?: number;
  readonly defaultZone: string;
  readonly delimiter?: string;
  readonly encoding?: NonNullable<ReadingChoice['encoding']>;
  readonly decimalComma?: boolean;
  readonly column?: ReadingChoice['columnNames'];
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
    .addOption(
      new Option(
        '--delimiter <character>',
        'what separates the cells, instead of the guess: a character, or one of comma, semicolon, tab, bar',
      ).argParser(delimiter),
    )
    .addOption(
      new Option('--encoding <encoding>', 'encoding of the file, instead of the guess').choices(TEXT_ENCODING_CHOICES),
    )
    .option('--decimal-comma', 'numbers are written with a decimal comma, as is assumed where semicolons separate')
    .option('--no-decimal-comma', 'numbers are written with a decimal point')
    .addOption(
      new Option(
        '--column <source=staging>',
        'a column of the file that has another name; SOURCE= leaves it out; may be given several times',
      ).argParser(columnNames),
    )
    .addOption(jsonOption())
    .action(async (file: string, options: ImportOptions) => {
      const { workspace, maxRejects, defaultZone, json } = options;
      const reading = {
        delimiter: options.delimiter ?? null,
        encoding: options.encoding ?? null,
        decimalComma: options.decimalComma ?? null,
        columnNames: options.column ?? {},
      };
      const unknown = await unknownSource(line, file, reading);
      if (unknown !== null) return line.exit(reportError(line.streams, unknown.error, json === true));
      const progress = new ProgressLine(line.streams.notes);
      const result = await line.app.invoke(
        'import.csv',
        { file, workspace, defaultZone, maxRejects: maxRejects ?? null, reading },
        { signal: line.signal, onProgress: (step) => progress.show(step) },
      );
      progress.end();
      line.exit(reportResult(line.streams, result, json === true, outcomeWords));
    });
}

/** A name that was mapped and that the file does not have: mistyped, as nobody types what is not meant. */
async function unknownSource(
  line: CommandLine,
  file: string,
  reading: Omit<ReadingChoice, 'defaultZone'>,
): Promise<Err | null> {
  const mapped = Object.keys(reading.columnNames);
  if (mapped.length === 0) return null;
  const preview = await line.app.invoke('import.preview', { file, reading }, { signal: line.signal });
  // What stands in the way of the file itself is the import's to tell.
  if (!preview.ok || preview.value.columns.length === 0) return null;
  const names = preview.value.columns.map(({ sourceName }) => sourceName);
  const missing = mapped.find((name) => !names.some((known) => known.toLowerCase() === name.trim().toLowerCase()));
  if (missing === undefined) return null;
  const near = nearestName(missing, names);
  return err(
    'UNKNOWN_COLUMN',
    `The file has no column "${printable(missing)}".`,
    near === null ? 'Give a name of its header.' : `Did you mean ${printable(near)}?`,
  );
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
