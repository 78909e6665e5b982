import { Option, type Command } from 'commander';
import { QueryRequest } from '../../shared/contract/calls.ts';
import { ok } from '../../shared/result.ts';
import { nonEmpty, wholeNumber } from '../argument-parsers.ts';
import type { CommandLine } from '../command-line.ts';
import { jsonOption, workspaceOption } from '../common-options.ts';
import { reportError, reportResult } from '../output.ts';
import { queryCsv, queryTable, queryText } from '../query-text.ts';
import { counted } from '../text-table.ts';

interface QueryOptions {
  readonly workspace: string;
  readonly format: 'table' | 'csv' | 'json';
  readonly limit: number;
  readonly json?: true;
}

const LIMIT = QueryRequest.shape.limit;

export function addQueryCommand(program: Command, line: CommandLine): void {
  program
    .command('query')
    .summary('run a read-only SQL query')
    .description(
      'Runs one SQL query (DuckDB dialect) over the tables staging, transform and no_retries. ' +
        'Nothing can be changed, and no other file and no network can be reached.',
    )
    .argument('<sql>', 'the query', nonEmpty('a query'))
    .addOption(workspaceOption())
    .addOption(
      new Option('--format <format>', 'format of the answer').choices(['table', 'csv', 'json']).default('table'),
    )
    .addOption(
      new Option('--limit <n>', 'cut the answer after so many rows')
        .argParser(wholeNumber(1, LIMIT.unwrap().maxValue))
        .default(LIMIT.parse(undefined)),
    )
    .addOption(jsonOption())
    .action(async (sql: string, { workspace, format, limit, json }: QueryOptions) => {
      const asJson = json === true || format === 'json';
      const result = await line.app.invoke('query.run', { workspace, sql, limit }, { signal: line.signal });
      const { out, notes } = line.streams;
      if (!result.ok) return line.exit(reportError(line.streams, result.error, asJson));
      const answer = queryTable(result.value);
      if (asJson) reportResult(line.streams, ok(answer), true, () => '');
      else if (format === 'csv') for (const portion of queryCsv(answer)) out.write(portion);
      else out.write(queryText(answer, out.isTTY ? out.columns : null));
      if (answer.truncated)
        notes.write(`Only the first ${counted(answer.rows.length)} rows are shown; --limit shows more.\n`);
      line.exit(0);
    });
}
