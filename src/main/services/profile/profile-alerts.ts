import type { AlertKind, ColumnProfile, MissingReason, ProfileAlert } from '../../../shared/contract/profile.ts';
import { OTHER_MICROSERVICES_TOTAL } from '../../../etl/model/transform-columns.ts';

/** Shares from which a finding is worth a reader's time. */
export const ALERT_THRESHOLDS = {
  /** Of rows. */
  missing: 0.1,
  /** Of rows. */
  zeros: 0.1,
  /** Of the values present. */
  imbalance: 0.9,
  /** Absolute skewness, and values that it takes to trust it. */
  skewness: 3,
  skewnessValues: 30,
  /** Different values up to which a text is a category. */
  categories: 50,
} as const;

/** What a finding on all rows would weigh: data that cannot be right before data that is absent before data that is merely odd. */
const WEIGHTS: Readonly<Record<AlertKind, number>> = {
  'all-missing': 100,
  infinite: 90,
  'negative-time': 80,
  'highly-missing': 50,
  'out-of-order': 40,
  gaps: 40,
  zeros: 30,
  imbalance: 6,
  skewed: 5,
  constant: 2,
  'unique-key': 1,
};

type Finding = Omit<ProfileAlert, 'columns' | 'reason'> & { readonly column: string };

function numberFindings(column: ColumnProfile): readonly Finding[] {
  const { detail, name, n } = column;
  if (detail.kind !== 'number') return [];
  const found: Finding[] = [];
  const add = (kind: AlertKind, rows: number, value: number | null): void => {
    found.push({ kind, column: name, rows, share: rows / n, value });
  };
  const mayBeNegative = column.kind !== 'duration' || name === OTHER_MICROSERVICES_TOTAL;
  if (detail.infinite > 0) add('infinite', detail.infinite, null);
  if (detail.negatives > 0 && !mayBeNegative) add('negative-time', detail.negatives, detail.spread?.min ?? null);
  if (column.distinct > 1 && detail.zeros / n >= ALERT_THRESHOLDS.zeros) add('zeros', detail.zeros, null);
  const skewness = detail.spread?.skewness ?? 0;
  if (Math.abs(skewness) >= ALERT_THRESHOLDS.skewness && detail.finite >= ALERT_THRESHOLDS.skewnessValues) {
    add('skewed', detail.spread?.farOut ?? 0, skewness);
  }
  return found;
}

function categoryFindings(column: ColumnProfile): readonly Finding[] {
  const { detail, name, n } = column;
  if (detail.kind !== 'category') return [];
  const top = detail.top[0];
  const imbalanced = column.distinct > 1 && column.distinct <= ALERT_THRESHOLDS.categories;
  if (!imbalanced || top === undefined || top.share < ALERT_THRESHOLDS.imbalance) return [];
  return [{ kind: 'imbalance', column: name, rows: top.count, share: top.count / n, value: top.value }];
}

function timestampFindings({ detail, name, n }: ColumnProfile): readonly Finding[] {
  if (detail.kind !== 'timestamp') return [];
  const without = detail.days.span - detail.days.withData;
  return [
    ...(detail.outOfOrder > 0
      ? [
          {
            kind: 'out-of-order' as const,
            column: name,
            rows: detail.outOfOrder,
            share: detail.outOfOrder / n,
            value: null,
          },
        ]
      : []),
    ...(without > 0
      ? [{ kind: 'gaps' as const, column: name, rows: without, share: without / detail.days.span, value: null }]
      : []),
  ];
}

function constantValue({ detail }: ColumnProfile): string | number | null {
  if (detail.kind === 'category') return detail.top[0]?.value ?? null;
  return detail.kind === 'number' ? (detail.spread?.min ?? null) : detail.first;
}

function presenceFindings(column: ColumnProfile): readonly Finding[] {
  const { name, n, missing, distinct } = column;
  const present = n - missing.n;
  if (present === 0) return [{ kind: 'all-missing', column: name, rows: n, share: 1, value: null }];
  const found: Finding[] = [];
  if (missing.share >= ALERT_THRESHOLDS.missing) {
    found.push({ kind: 'highly-missing', column: name, rows: missing.n, share: missing.share, value: null });
  }
  if (present < 2) return found;
  const rows = { column: name, rows: present, share: present / n };
  if (distinct === 1) found.push({ kind: 'constant', ...rows, value: constantValue(column) });
  if (distinct === n && column.detail.kind !== 'number') found.push({ kind: 'unique-key', ...rows, value: null });
  return found;
}

/** Columns with the same finding on as many rows become one alert: the log leaves whole groups of columns empty together. */
function together(findings: readonly Finding[], reasons: ReadonlyMap<string, MissingReason>): readonly ProfileAlert[] {
  const reasonOf = ({ kind, column }: Finding): MissingReason | null =>
    kind === 'highly-missing' ? (reasons.get(column) ?? null) : null;
  const alike = Map.groupBy(findings, (finding) =>
    JSON.stringify([finding.kind, finding.rows, finding.value, reasonOf(finding)]),
  );
  return [...alike.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (first === undefined) return [];
    const { column, ...alert } = first;
    return [{ ...alert, columns: [column, ...others.map((other) => other.column)] as const, reason: reasonOf(first) }];
  });
}

/** What a reader should know first, ranked by what kind of finding it is times the share of rows that it is about. */
export function profileAlerts(
  columns: readonly ColumnProfile[],
  reasons: ReadonlyMap<string, MissingReason> = new Map(),
): readonly ProfileAlert[] {
  const findings = columns
    .filter(({ n }) => n > 0)
    .flatMap((column) => [
      ...presenceFindings(column),
      ...numberFindings(column),
      ...categoryFindings(column),
      ...timestampFindings(column),
    ]);
  const weight = (alert: ProfileAlert): number => WEIGHTS[alert.kind] * alert.share;
  return together(findings, reasons).toSorted((left, right) => weight(right) - weight(left));
}
