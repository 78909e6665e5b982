import { InvalidArgumentError, Option, type Command } from 'commander';
import { SCOPES, type Scope } from '../../shared/contract/aggregate.ts';
import type { RowCondition } from '../../shared/contract/figures.ts';
import { DASHBOARD_PAGES, type DashboardPageName } from '../../shared/dashboards/declared-query.ts';
import { LANGUAGES, type Language } from '../../shared/language.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { figuresText } from '../../shared/text/figures-text.ts';
import { pageText } from '../../shared/text/page-text.ts';
import { nonEmpty } from '../argument-parsers.ts';
import type { CommandLine } from '../command-line.ts';
import { jsonOption, workspaceOption } from '../common-options.ts';
import { reportError, reportResult } from '../output.ts';
import { savedView, selectionOf, type PageRequest } from '../page-request.ts';
import { pageRecord, readPage } from './figures-page.ts';

interface FiguresOptions {
  readonly workspace: string;
  readonly table: 'transform' | 'no_retries';
  readonly where: readonly RowCondition[];
  readonly page?: DashboardPageName;
  readonly scope?: Scope;
  readonly view?: string;
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
        'processes and attempts, time per microservice, resolution and aspect ratio. ' +
        'With --page it prints what one page of the dashboards shows instead, its findings first.',
    )
    .addOption(workspaceOption())
    .addOption(
      new Option('--table <table>', 'all transactions, or the last attempt of each process')
        .choices(['transform', 'no_retries'])
        .default('transform')
        .conflicts(['page', 'view']),
    )
    .addOption(
      new Option('--page <page>', 'findings and figures of this page of the dashboards').choices(DASHBOARD_PAGES),
    )
    .addOption(
      new Option('--scope <scope>', 'with --page: which attempts of a process count (default: all)').choices(SCOPES),
    )
    .addOption(
      new Option('--view <name>', 'page, scope and filters of the saved view of this name')
        .argParser(nonEmpty('the name of a saved view'))
        .conflicts(['page', 'scope', 'where']),
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
    .action(async (options: FiguresOptions) => {
      const { workspace, table, where, language, json } = options;
      const request = await pageRequest(line, options);
      if (!request.ok) return line.exit(reportError(line.streams, request.error, json === true));
      if (request.value !== null) return line.exit(await printPage(line, options, request.value));
      const result = await line.app.invoke(
        'figures.compute',
        { workspace, table, where: [...where] },
        { signal: line.signal },
      );
      line.exit(reportResult(line.streams, result, json === true, (figures) => figuresText(figures, language)));
    });
}

/** The page that is asked for; null where all figures are. */
async function pageRequest(
  line: CommandLine,
  { workspace, page, scope, view, where }: FiguresOptions,
): Promise<Result<PageRequest | null>> {
  if (view !== undefined) return savedView(line, workspace, view);
  if (page !== undefined) return ok({ page, scope: scope ?? 'all', selection: selectionOf(where) });
  if (scope === undefined) return ok(null);
  return err(
    'USAGE',
    '--scope is about a page of the dashboards, and no page is given.',
    'Add --page; without a page, --table no_retries counts the last attempts only.',
  );
}

async function printPage(
  line: CommandLine,
  { workspace, language, json }: FiguresOptions,
  request: PageRequest,
): Promise<number> {
  const read = await readPage(line, workspace, request, language);
  if (!read.ok || json !== true)
    return reportResult(line.streams, read, json === true, (page) => pageText(page, language));
  return reportResult(line.streams, ok(pageRecord(read.value)), true, () => '');
}
