import { Option, type Command } from 'commander';
import type { QueryAnswer } from '../../shared/contract/calls.ts';
import type { CommandLine } from '../command-line.ts';
import { reportError } from '../output.ts';
import { counted, textTable } from '../text-table.ts';

interface QueryOptions {
  readonly workspace: string;
  readonly format: 'table' | 'csv' | 'json';
}

export function addQueryCommand(program: Command, line: CommandLine): void {
  program
    .command('query')
    .summary('run a read-only SQL query')
    .description(
      'Runs one SQL query (DuckDB dialect) over the tables staging, transform and no_retries. Nothing can be changed, and no other file and no network can be reached.',
    )
    .argument('<sql>', 'the query')
    .requiredOption('--workspace <dir>', 'workspace folder')
    .addOption(new Option('--format <format>', 'format of the answer').choices(['table', 'csv', 'json']).default('table'))
    .action(async (sql: string, { workspace, format }: QueryOptions) => {
      const result = await line.app.invoke('query.run', { workspace, sql }, { signal: line.signal });
      if (!result.ok) return line.exit(reportError(line.streams, result.error, format === 'json'));
      line.streams.out.write(inFormat(result.value, format));
      if (result.value.truncated) line.streams.notes.write(`Only the first ${counted(result.value.rows.length)} rows are shown.\n`);
      line.exit(0);
    });
}

type Cell = QueryAnswer['rows'][number][number];

function inFormat(answer: QueryAnswer, format: QueryOptions['format']): string {
  if (format === 'json') return `${JSON.stringify({ ok: true, ...answer })}\n`;
  const names = answer.columns.map(({ name }) => name);
  if (format === 'csv') return [names, ...answer.rows].map((row) => row.map(csvCell).join(',')).join('\n') + '\n';
  const numeric = answer.columns.map(({ type }) => /INT|DOUBLE|FLOAT|DECIMAL/.test(type));
  return textTable(
    names,
    answer.rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
    numeric,
  );
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
