import { useMemo, type ReactNode } from 'react';
import { countIn, rowsOf, textIn } from '../../../../shared/dashboards/block-row.ts';
import { facetFilter } from '../../../../shared/dashboards/facet-filter.ts';
import { QUALITY_QUERIES } from '../../../../shared/dashboards/quality-queries.ts';
import { ChartCard } from '../chart/chart-card.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { rateText, useQualityPen } from './quality-pen.ts';
import styles from './quality.module.css';

const QUERIES = { classes: QUALITY_QUERIES.classPairs, aspects: QUALITY_QUERIES.aspectPairs };
/** Larger first, as people name them. */
const ORDER = [
  '8K',
  '4K',
  'ULTRAHD',
  'FULLHD',
  'HD',
  'XGA',
  'SD',
  'QVGA',
  'LOWERSCALES',
  'PORTRAIT',
  'SQUARE',
  'LANDSCAPE',
];
const HEIGHT = 240;

interface Pair {
  readonly near: string | null;
  readonly far: string | null;
  readonly n: number;
}

/** Transactions by the class of the near and of the far image: off the diagonal they differ. */
export function PairsCard(): ReactNode {
  const { t } = useQualityPen();
  const { answers, ...state } = useAnswers(QUERIES);
  const data = useMemo(() => {
    const { classes, aspects } = answers;
    if (classes === undefined || aspects === undefined) return null;
    const of = (block: typeof classes, near: string, far: string): readonly Pair[] =>
      rowsOf(block).map((row) => ({ near: textIn(row, near), far: textIn(row, far), n: countIn(row, 'n') }));
    return { classes: of(classes, 'near_class', 'far_class'), aspects: of(aspects, 'near_aspect', 'far_aspect') };
  }, [answers]);
  const name = (value: string | null): string => value ?? t('missing');
  return (
    <ChartCard
      title={t('pairs')}
      unit={t('pairsCellUnit')}
      n={data?.classes.reduce((sum, { n }) => sum + n, 0) ?? null}
      height={HEIGHT}
      queries={Object.values(QUERIES)}
      answers={state}
      drill={null}
      table={
        data === null
          ? null
          : {
              columns: [
                { name: 'near', label: t('nearImage') },
                { name: 'far', label: t('farImage') },
                { name: 'n', label: t('transactions'), align: 'right' },
              ],
              rows: [...data.classes, ...data.aspects].map(({ near, far, n }) => [name(near), name(far), n]),
            }
      }
    >
      {data !== null && (
        <div className={styles['pairs']}>
          <Matrix pairs={data.classes} caption={t('classPairs')} facets={['near_class', 'far_class']} />
          <Matrix pairs={data.aspects} caption={t('aspectPairs')} facets={['near_aspect', 'far_aspect']} />
        </div>
      )}
    </ChartCard>
  );
}

function Matrix({
  pairs,
  caption,
  facets: [nearFacet, farFacet],
}: {
  readonly pairs: readonly Pair[];
  readonly caption: string;
  readonly facets: readonly ['near_class' | 'near_aspect', 'far_class' | 'far_aspect'];
}): ReactNode {
  const { t, voice } = useQualityPen();
  const name = (value: string | null): string => value ?? t('missing');
  const values = classesOf(pairs);
  const all = pairs.reduce((sum, { n }) => sum + n, 0);
  const { showRows } = useDashboard();
  return (
    <table className={styles['matrix']}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('nearFar')}</th>
          {values.map((value) => (
            <th key={value} scope="col">
              {name(value)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {values.map((near) => (
          <tr key={near}>
            <th scope="row">{name(near)}</th>
            {values.map((far) => {
              const n = pairs.find((pair) => pair.near === near && pair.far === far)?.n ?? 0;
              return (
                <td key={far} data-differs={near !== far && n > 0} data-empty={n === 0}>
                  {n === 0 ? (
                    '·'
                  ) : (
                    <button
                      type="button"
                      title={rateText(n / all, voice)}
                      aria-label={`${t('nearImage')} ${name(near)}, ${t('farImage')} ${name(far)}: ${voice.number(n)}`}
                      onClick={() => showRows([facetFilter(nearFacet, near), facetFilter(farFacet, far)])}
                    >
                      {voice.number(n)}
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function classesOf(pairs: readonly Pair[]): readonly (string | null)[] {
  const found = [...new Set(pairs.flatMap(({ near, far }) => [near, far]))];
  const place = (value: string | null): number => (value === null ? ORDER.length : ORDER.indexOf(value));
  return found.toSorted((left, right) => place(left) - place(right));
}
