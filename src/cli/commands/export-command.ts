import { Option, type Command } from 'commander';
import { TABLES, type TableName } from '../../shared/contract/ledger.ts';
import type { CommandLine } from '../command-line.ts';
import { jsonOption, outOption, workspaceOption } from '../common-options.ts';
import { reportResult } from '../output.ts';
import { counted, sized } from '../text-table.ts';

interface ExportOptions {
  readonly workspace: string;
  readonly table: TableName;
  readonly out: string;
  readonly json?: true;
}

export function addExportCommand(program: Command, line: CommandLine): void {
  program
    .command('export')
    .summary('write a table to a file')
    .description(
      'Writes a table as CSV, Parquet or JSON, by the ending of the file. The CSV of transform and no_retries has the header, order and formats of the published files.',
    )
    .addOption(workspaceOption())
    .addOption(new Option('--table <table>', 'table to write').choices(TABLES).makeOptionMandatory())
    .addOption(outOption('file to write, ending in .csv, .parquet or .json; replaced where it exists'))
    .addOption(jsonOption())
    .action(async ({ json, ...request }: ExportOptions) => {
      const result = await line.app.invoke('table.export', request, { signal: line.signal });
      const words = ({
        file,
        rows,
        bytes,
        sha256,
      }: {
        file: string;
        rows: number;
        bytes: number;
        sha256: string;
      }): string => `Wrote ${counted(rows)} rows of ${request.table} (${sized(bytes)}, SHA-256 ${sha256}) to ${file}\n`;
      line.exit(reportResult(line.streams, result, json === true, words));
    });
}
