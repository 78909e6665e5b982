import { useMemo } from 'react';
import { useFormat, type Format } from '../../../i18n/use-format.ts';
import { useLanguage, useWords, type Translate } from '../../../i18n/use-words.ts';
import { useChartStyle, type ChartStyle } from '../chart/chart-style.ts';
import type { FindingVoice } from '../../../../shared/dashboards/finding-voice.ts';
import { timesWords } from './times-words.ts';

type TimesKey = typeof timesWords extends {
  readonly texts: { readonly en: Readonly<Record<infer Key extends string, string>> };
}
  ? Key
  : never;

/** What the charts of the page are drawn and written with. */
export interface TimesPen {
  readonly style: ChartStyle;
  readonly format: Format;
  readonly t: Translate<TimesKey>;
  readonly voice: FindingVoice;
}

export function useTimesPen(): TimesPen {
  const t = useWords(timesWords);
  const style = useChartStyle();
  const format = useFormat();
  const language = useLanguage();
  return useMemo(() => ({ t, style, format, voice: { ...format, language } }), [t, style, format, language]);
}
