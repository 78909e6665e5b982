import { useMemo } from 'react';
import { answerGroups, type AnswerGroup } from '../../../../shared/dashboards/answer-group.ts';
import type { FindingVoice } from '../../../../shared/dashboards/finding-voice.ts';
import type { QualityMeasure } from '../../../../shared/dashboards/quality-measures.ts';
import type { ScoreLimits } from '../../../../shared/dashboards/quality-findings.ts';
import type { Proportion } from '../../../../shared/contract/figures.ts';
import type { ColourToken } from '../../../../shared/design-tokens/colour-tokens.ts';
import { useWords, type Translate } from '../../../i18n/use-words.ts';
import { useChartStyle, type ChartStyle } from '../chart/chart-style.ts';
import { useDashboard } from '../dashboard-context.ts';
import { useFindingVoice } from '../use-finding-voice.ts';
import { qualityWords, type QualityKey } from './quality-words.ts';

/** What the charts of the page are drawn and written with. */
export interface QualityPen {
  readonly t: Translate<QualityKey>;
  readonly style: ChartStyle;
  readonly voice: FindingVoice;
  readonly groupOf: (code: number | null) => AnswerGroup;
  /** The limits of the catalogue. */
  readonly limitsOf: (measure: QualityMeasure) => ScoreLimits;
}

const NO_LIMITS: ScoreLimits = { least: null, most: null };

export function useQualityPen(): QualityPen {
  const t = useWords(qualityWords);
  const style = useChartStyle();
  const voice = useFindingVoice();
  const { model } = useDashboard();
  return useMemo(() => {
    const limits = new Map(model.thresholds.map(({ name, least, most }) => [name, { least, most }]));
    return {
      t,
      style,
      voice,
      groupOf: answerGroups(model.responses),
      limitsOf: (measure) => limits.get(measure.threshold) ?? NO_LIMITS,
    };
  }, [t, style, voice, model]);
}

/** The colour of a group of answers: the same as that of its outcome on every page. */
export const GROUP_COLOURS = {
  accepted: 'outcome-accepted',
  quality: 'outcome-capture',
  pad: 'outcome-attack',
  other: 'other',
} as const satisfies Record<AnswerGroup, ColourToken>;

/** `12.4 %`, finer under 1 %; a dash where there is none. */
export function rateText(rate: number | null, { percent }: FindingVoice): string {
  return rate === null ? '–' : percent(rate, rate > 0 && rate < 0.01 ? 2 : 1);
}

/** `11.8–13.1 %`, or a dash. */
export function intervalText({ low, high }: Proportion, { number, percent }: FindingVoice): string {
  if (low === null || high === null) return '–';
  const digits = high < 0.01 ? 2 : 1;
  return `${number(low * 100, digits)}–${percent(high, digits)}`;
}

/** `≥ 0.41`, `≤ 0.61`, `12–94`; a dash where there is no limit. */
export function limitsText({ least, most }: ScoreLimits, digits: number, { number }: FindingVoice): string {
  if (least !== null && most !== null) return `${number(least, digits)}–${number(most, digits)}`;
  if (least !== null) return `≥ ${number(least, digits)}`;
  return most === null ? '–' : `≤ ${number(most, digits)}`;
}
