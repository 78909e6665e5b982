import { FindingKind, RejectReason, type Ledger } from '../../../../shared/contract/ledger.ts';
import type { ProvenanceFinding, ProvenanceRun } from '../../../../shared/contract/provenance.ts';
import { MODEL_CARD_DIGEST } from '../../../engine/book/book-schema.ts';
import type { Block, Fact, LedgerEquation, RunEntry } from '../structure/report-structure.ts';
import type { DescribeContext } from './describe-context.ts';
import { timestampDetail } from './describe-clock.ts';
import { readable } from './readable.ts';

const MOST_OPEN_RUNS = 1;

function equation({ format, words }: DescribeContext, ledger: Ledger): LedgerEquation {
  const { read, loaded, rejected, duplicates } = words.source;
  const part = (label: string, n: number): Fact => ({ label, value: format.count(n) });
  return {
    read: part(read, ledger.read),
    parts: [part(loaded, ledger.loaded), part(rejected, ledger.rejected), part(duplicates, ledger.duplicates)],
  };
}

function findingText({ format, words }: DescribeContext, { kind, column, count }: ProvenanceFinding): string {
  const known = FindingKind.safeParse(kind);
  const rows = words.source.rowCount(format.counted(count));
  const name = column === null ? '' : readable(column);
  return known.success ? words.source.findingKinds[known.data](name, rows) : `${readable(kind)}: ${name} ${rows}`;
}

function reasonText(
  { format, words }: DescribeContext,
  { reason, count }: ProvenanceRun['rejectsByReason'][number],
): string {
  const known = RejectReason.safeParse(reason);
  return words.source.reasonCount(
    known.success ? words.source.reasons[known.data] : readable(reason),
    format.count(count),
  );
}

function runEntry(context: DescribeContext, run: ProvenanceRun): RunEntry {
  const { format, provenance } = context;
  const words = context.words.source;
  const { settings } = run;
  const delimiter = settings.delimiter === '\t' ? words.tab : `"${readable(settings.delimiter)}"`;
  const compression = [
    settings.compression === 'none' ? '' : settings.compression,
    settings.decimalComma ? words.decimalComma : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
  const findings = provenance.findings.filter((finding) => finding.run === run.id);
  return {
    title: words.run(String(run.id), readable(run.fileName)),
    summary: words.runSummary(format.counted(run.ledger.read), format.count(run.ledger.loaded)),
    open: provenance.runs.length <= MOST_OPEN_RUNS,
    facts: [
      { label: words.imported, value: format.moment(new Date(run.importedAt)) },
      { label: words.size, value: format.bytes(run.bytes) },
      { label: words.sha256, value: readable(run.sha256), code: true },
      {
        label: words.format,
        value: words.formatText(settings.format.toUpperCase(), delimiter, readable(settings.encoding), compression),
      },
      { label: words.columns, value: format.count(settings.columns.length) },
      { label: words.zone, value: readable(settings.defaultZone) },
      { label: words.importedBy, value: `Veriscope ${readable(run.productVersion)}` },
    ],
    ledger: equation(context, run.ledger),
    lists: [
      { title: words.rejects, items: run.rejectsByReason.map((reject) => reasonText(context, reject)) },
      { title: words.findings, items: findings.map((finding) => findingText(context, finding)) },
    ].filter(({ items }) => items.length > 0),
  };
}

/** What the time zone of the dates is, from the dates themselves. */
function timeZone({ profile, words, format }: DescribeContext): string {
  const offsets =
    timestampDetail(profile)?.offsets.map(({ offset }) => `UTC${readable(offset).replace('-', '−')}`) ?? [];
  const [only] = offsets;
  if (only === undefined) return words.page.noOffset;
  return offsets.length === 1 ? words.page.oneOffset(only) : words.page.severalOffsets(format.list(offsets));
}

/** The books of all imports together; `null` where there is none. */
export function describeLedger(context: DescribeContext): LedgerEquation | null {
  const { runs } = context.provenance;
  const sum = (part: keyof Ledger): number => runs.reduce((total, { ledger }) => total + ledger[part], 0);
  const total = { read: sum('read'), loaded: sum('loaded'), rejected: sum('rejected'), duplicates: sum('duplicates') };
  return runs.length === 0 ? null : equation(context, total);
}

/** Where the rows come from, and the books of every import. */
export function describeSource(context: DescribeContext): readonly Block[] {
  const { provenance, format, words } = context;
  const { staging, transform, no_retries: noRetries } = provenance.tables;
  return [
    ...(provenance.runs.length === 0
      ? [{ kind: 'notes', notes: [words.source.noRuns] } as const]
      : [{ kind: 'runs', runs: provenance.runs.map((run) => runEntry(context, run)) } as const]),
    {
      kind: 'facts',
      facts: [
        {
          label: words.source.tables,
          value: words.source.tablesText(format.count(staging), format.count(transform), format.count(noRetries)),
        },
        { label: words.page.timeZone, value: timeZone(context) },
        { label: words.source.schema, value: MODEL_CARD_DIGEST, code: true },
      ],
    },
  ];
}
