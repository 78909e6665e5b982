import type { ColumnProfile } from '../../../../shared/contract/profile.ts';
import { COLUMN_GROUPS, type ColumnGroup } from '../../../../etl/model/column.ts';
import type { ReportInput } from '../report-input.ts';
import type { Fact, Report, Section } from '../structure/report-structure.ts';
import { chartSections } from './chart-sections.ts';
import { describeAlerts } from './describe-alerts.ts';
import { describeCards } from './describe-cards.ts';
import { describeColumn } from './describe-columns.ts';
import { describeContext, type DescribeContext } from './describe-context.ts';
import { describeLedger, describeSource } from './describe-source.ts';
import { describeViews } from './describe-views.ts';
import { readable } from './readable.ts';
import { section } from './section.ts';

function profileSection(context: DescribeContext): Section {
  const { profile, format, words } = context;
  const groups = Map.groupBy(profile.columns, ({ group }) => group);
  const part = (group: ColumnGroup, columns: readonly ColumnProfile[]): Section =>
    section(`columns-${group}`, COLUMN_GROUPS[group][context.language], [
      { kind: 'columns', columns: columns.map((column) => describeColumn(context, column)) },
    ]);
  const parts = (Object.keys(COLUMN_GROUPS) as ColumnGroup[]).flatMap((group) => {
    const columns = groups.get(group);
    return columns === undefined ? [] : [part(group, columns)];
  });
  return section(
    'profile',
    words.page.sections.profile,
    [],
    words.page.leads.profile(format.counted(profile.rows)),
    parts,
  );
}

function facts({ figures, profile, format, words, productVersion, generatedAt }: DescribeContext): readonly Fact[] {
  const { scope } = figures;
  const page = words.page;
  const period =
    scope.firstDate === null || scope.lastDate === null
      ? page.noOffset
      : page.periodText(format.timestamp(readable(scope.firstDate)), format.timestamp(readable(scope.lastDate)));
  return [
    { label: page.period, value: period },
    { label: page.table, value: page.tables[scope.table] },
    ...(profile.table === scope.table ? [] : [{ label: page.profileTable, value: page.tables[profile.table] }]),
    { label: page.filter, value: readable(format.text(scope.filterWords)) },
    { label: page.generated, value: format.moment(generatedAt) },
    { label: page.product, value: `Veriscope ${readable(productVersion)}` },
  ];
}

/** What the report says, from first to last. */
export function describeReport(input: ReportInput): Report {
  const context = describeContext(input);
  const { figures, profile, format, words } = context;
  const { sections, leads } = words.page;
  const charts = chartSections(context);
  const alerts = describeAlerts(context);
  const findings = charts.flatMap((group) => group.charts.map(({ title, id }) => ({ text: title, target: id })));
  const filtered = figures.scope.filters.length > 0 ? [leads.filtered] : [];
  return {
    language: context.language,
    eyebrow: words.page.eyebrow,
    title: readable(context.provenance.workspace),
    subtitle: words.page.subtitle(
      format.counted(figures.scope.transactions),
      format.counted(figures.scope.processes),
      format.counted(figures.scope.clients),
    ),
    ledger: describeLedger(context),
    facts: facts(context),
    sections: [
      section(
        'figures',
        sections.figures,
        [
          { kind: 'cards', cards: describeCards(context) },
          { kind: 'findings', findings },
          { kind: 'notes', notes: [...filtered, words.page.padNote, words.page.pseudonymNote] },
        ],
        leads.figures,
      ),
      section('source', sections.source, describeSource(context)),
      ...charts.map((group) => group.section),
      ...describeViews(context),
      section(
        'alerts',
        sections.alerts,
        [alerts.length === 0 ? { kind: 'notes', notes: [words.profile.noAlerts] } : { kind: 'alerts', alerts }],
        leads.alerts(format.count(profile.columns.length)),
      ),
      profileSection(context),
    ],
    footer: [
      words.page.percentileNote,
      words.page.footer(readable(context.productVersion), format.moment(context.generatedAt)),
    ],
    labels: { contents: words.page.contents, skipToContent: words.page.skipToContent, dataTable: words.page.dataTable },
  };
}
