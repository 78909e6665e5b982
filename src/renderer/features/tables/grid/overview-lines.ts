import type { CardColumn } from '../../../../shared/contract/model-card.ts';
import type { Format } from '../../../i18n/use-format.ts';
import type { CellText, TableTranslate } from './cell-text.ts';
import type { HeadOverview } from './overview-store.ts';

const DIGITS = 4;
const NAMED = 5;

/** How the values of a column are spread, in exact numbers and words. */
export function overviewLines(
  { shape, rows, missing }: HeadOverview,
  card: CardColumn,
  { t, format, text }: { readonly t: TableTranslate; readonly format: Format; readonly text: CellText },
): readonly string[] {
  const share = (count: number): string => `${format.number(count)} (${format.percent(rows === 0 ? 0 : count / rows)})`;
  const last = missing === 0 ? [t('noneMissing')] : [`${t('missing')}: ${share(missing)}`];
  const highest = (counts: readonly number[]): number => Math.max(0, ...counts);
  switch (shape.kind) {
    case 'bins':
      return [
        t('spreadNumbers', {
          from: format.number(shape.from, DIGITS),
          to: format.number(shape.to, DIGITS),
          unit: card.unit === null || card.unit === '0..1' || card.unit === 'code' ? '' : ` ${card.unit}`,
        }),
        t('spreadHighest', { rows: format.number(highest(shape.counts)), bins: shape.counts.length }),
        ...last,
      ];
    case 'time':
      return [
        t('spreadTime', {
          from: new Date(shape.from).toISOString().slice(0, 16).replace('T', ' '),
          to: new Date(shape.to).toISOString().slice(0, 16).replace('T', ' '),
        }),
        t('spreadHighest', { rows: format.number(highest(shape.counts)), bins: shape.counts.length }),
        ...last,
      ];
    case 'values': {
      const named = shape.top.slice(0, NAMED);
      const others = shape.otherCount + shape.top.slice(NAMED).reduce((sum, { count }) => sum + count, 0);
      return [
        t('spreadValues', { count: shape.distinct, distinct: format.number(shape.distinct) }),
        ...named.map(({ value, count }) => `${text.text(card, asTruth(card, value))}: ${share(count)}`),
        ...(others > 0 ? [`${t('otherValues')}: ${share(others)}`] : []),
        ...last,
      ];
    }
    case 'empty':
      return [t('spreadEmpty'), ...last];
  }
}

/** A list of values holds truths as text. */
function asTruth(card: CardColumn, value: string): string | boolean {
  return card.kind === 'boolean' ? value.toLowerCase() === 'true' : value;
}
