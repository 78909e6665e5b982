import type { ColumnDifference } from '../../../../shared/contract/aggregate.ts';
import type { CardColumn } from '../../../../shared/contract/model-card.ts';
import { effectSize } from '../../../../shared/statistics/effect-strength.ts';
import type { ChartTable } from '../chart/chart-table.ts';
import { differenceSentence } from './difference-sentence.ts';
import type { ExplainVoice } from './explain-voice.ts';

/** A ranking as a table, for a file: every number as it was computed. */
export function explanationTable(
  differences: readonly ColumnDifference[],
  columns: ReadonlyMap<string, CardColumn>,
  voice: ExplainVoice,
): ChartTable {
  const { t, language } = voice;
  return {
    columns: (
      [
        'csvRank',
        'csvColumn',
        'csvMeaning',
        'csvOf',
        'csvFinding',
        'csvSize',
        'csvStrength',
        'csvMeasure',
        'csvEffect',
        'csvP',
        'csvNPart',
        'csvNRest',
        'csvMedianPart',
        'csvMedianRest',
        'csvMeanPart',
        'csvMeanRest',
        'csvRelated',
      ] as const
    ).map((key) => ({ name: key, label: t(key) })),
    rows: differences.flatMap((one, at) => {
      const column = columns.get(one.column);
      if (column === undefined) return [];
      const { centre } = one;
      return [
        [
          at + 1,
          one.column,
          column.meaning[language],
          t(one.of === 'missing' ? 'csvMissing' : 'csvValue'),
          differenceSentence(one, column, voice),
          t(effectSize(one.strength)),
          one.strength,
          t(one.effect.kind),
          one.effect.value,
          one.p,
          one.nPart,
          one.nRest,
          centre?.medianPart ?? null,
          centre?.medianRest ?? null,
          centre?.meanPart ?? null,
          centre?.meanRest ?? null,
          t(one.isRelated ? 'yes' : 'no'),
        ],
      ];
    }),
  };
}
