import type { MissingReason, ProfileAlert } from '../../../../shared/contract/profile.ts';
import type { AlertEntry } from '../structure/report-structure.ts';
import type { DescribeContext } from './describe-context.ts';
import { readable } from './readable.ts';

const SHOWN_VALUES = 6;

function reasonText(
  { format, words }: DescribeContext,
  { column, values, rows }: MissingReason,
  missing: number,
): string {
  const shown = values.slice(0, SHOWN_VALUES).map((value) => words.profile.quoted(readable(value)));
  const others = values.length - shown.length;
  const list = format.either(others === 0 ? shown : [...shown, words.profile.others(format.counted(others))]);
  return rows === missing
    ? words.profile.reasonAll(column, list)
    : words.profile.reasonSome(column, list, format.count(rows));
}

function describeFinding(context: DescribeContext, alert: ProfileAlert): AlertEntry['findings'][number] {
  const { format, words } = context;
  const { value, kind, share, columns, reason } = alert;
  const [rows, part] = [format.counted(alert.rows), format.percent(share)];
  const shown =
    typeof value === 'number'
      ? kind === 'constant'
        ? format.plain(value)
        : format.measured(value)
      : readable(value ?? '');
  return {
    rows: kind === 'gaps' ? words.profile.alertDays(rows, part) : words.profile.alertRows(rows, part),
    share,
    detail: value === null ? null : (words.profile.alertValues[kind]?.(shown) ?? null),
    reason: reason === null ? null : reasonText(context, reason, alert.rows),
    columns,
  };
}

/** The alerts of the profile, all of one kind together, in the order of the most important of each. */
export function describeAlerts(context: DescribeContext): readonly AlertEntry[] {
  const { alerts, explanations } = context.words.profile;
  return [...Map.groupBy(context.profile.alerts, ({ kind }) => kind)].map(([kind, group]) => ({
    title: alerts[kind],
    explanation:
      kind === 'zeros' && context.profile.table === 'staging'
        ? context.words.profile.zerosInStaging
        : explanations[kind],
    findings: group.map((alert) => describeFinding(context, alert)),
  }));
}
