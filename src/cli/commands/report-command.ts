import { Option, type Command } from 'commander';
import { TABLES, type TableName } from '../../shared/contract/ledger.ts';
import { LANGUAGES, type Language } from '../../shared/language.ts';
import type { CommandLine } from '../command-line.ts';
import { jsonOption, outOption, workspaceOption } from '../common-options.ts';
import { reportResult } from '../output.ts';
import { ProgressLine } from '../progress-line.ts';
import { sized } from '../text-table.ts';

interface ReportOptions {
  readonly workspace: string;
  readonly table: TableName;
  readonly out: string;
  readonly language: Language;
  readonly json?: true;
}

export function addReportCommand(program: Command, line: CommandLine): void {
  program
    .command('report')
    .summary('write a report as one HTML file or as a PDF')
    .description(
      'Writes a self-contained HTML report: where the data comes from and its books, the headline figures, the dashboards as pictures, and a profile of every column. ' +
        'As a PDF it is printed on A4 by an installed Chromium, Google Chrome, Microsoft Edge or Brave; VERISCOPE_BROWSER names another of their family.',
    )
    .addOption(workspaceOption())
    .addOption(new Option('--table <table>', 'table to profile').choices(TABLES).default('transform'))
    .addOption(outOption('file to write, ending in .html or .pdf; replaced where it exists'))
    .addOption(new Option('--language <language>', 'language of the report').choices(LANGUAGES).default('en'))
    .addOption(jsonOption())
    .action(async ({ json, ...request }: ReportOptions) => {
      const progress = new ProgressLine(line.streams.notes);
      const result = await line.app.invoke('report.write', request, {
        signal: line.signal,
        onProgress: (step) => progress.show(step),
      });
      progress.end();
      const words = ({ file, bytes, milliseconds }: { file: string; bytes: number; milliseconds: number }): string =>
        `Wrote the report (${sized(bytes)}, ${(milliseconds / 1000).toFixed(2)} s) to ${file}\n`;
      line.exit(reportResult(line.streams, result, json === true, words));
    });
}
