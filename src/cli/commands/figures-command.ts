import { InvalidArgumentError, Option, type Command } from 'commander';
import type { RowCondition } from '../../shared/contract/figures.ts';
import { LANGUAGES, type Language } from '../../shared/language.ts';
import { figuresText } from '../../shared/text/figures-text.ts';
import type { CommandLine } from '../command-line.ts';
import { jsonOption, workspaceOption } from '../common-options.ts';
import { reportResult } from '../output.ts';

interface FiguresOptions {
  readonly workspace: string;
  readonly table: 'transform' | 'no_retries';
  readonly where: readonly RowCondition[];
  readonly language: Language;
  readonly json?: true;
}

function condition(text: string, before: readonly RowCondition[]): readonly RowCondition[] {
  const equals = text.indexOf('=');
  if (equals < 1) throw new InvalidArgumentError('Give column=value; column= selects the missing ones.');
  return [...before, { column: text.slice(0, equals), value: text.slice(equals + 1) }];
}

export function addFiguresCommand(program: Command, line: CommandLine): void {
  program
    .command('figures')
    .summary('print the figures of a workspace')
    .description(
      'Prints every figure of the dashboards: transactions by client and day, responses, acceptance with Wilson intervals, ' +
        'processes and attempts, time per microservice, resolution and aspect ratio.',
    )
    .addOption(workspaceOption())
    .addOption(
      new Option('--table <table>', 'all transactions, or the last attempt of each process')
        .choices(['transform', 'no_retries'])
        .default('transform'),
    )
    .addOption(
      new Option(
        '--where <column=value...>',
        'only these transactions; the same column again is an alternative, another column a further condition',
      )
        .argParser(condition)
        .default([], 'all'),
    )
    .addOption(new Option('--language <language>', 'language of the words').choices(LANGUAGES).default('en'))
    .addOption(jsonOption())
    .action(async ({ workspace, table, where, language, json }: FiguresOptions) => {
      const result = await line.app.invoke(
        'figures.compute',
        { workspace, table, where: [...where] },
        { signal: line.signal },
      );
      line.exit(reportResult(line.streams, result, json === true, (figures) => figuresText(figures, language)));
    });
}
