import { useMemo } from 'react';
import { clientName } from '../../../../shared/dashboards/clients-findings.ts';
import type { FindingVoice } from '../../../../shared/dashboards/finding-voice.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { useChartStyle, type ChartStyle } from '../chart/chart-style.ts';
import { useFindingVoice } from '../use-finding-voice.ts';
import { retriesWords, type RetriesTranslate } from './retries-words.ts';

/** What the charts of the page are drawn and written with. */
export interface RetriesPen {
  readonly t: RetriesTranslate;
  readonly voice: FindingVoice;
  readonly style: ChartStyle;
  /** What a client is called. */
  readonly name: (client: string | null) => string;
}

export function useRetriesPen(): RetriesPen {
  const t = useWords(retriesWords);
  const voice = useFindingVoice();
  const style = useChartStyle();
  return useMemo(() => ({ t, voice, style, name: (client) => clientName(client, voice.language) }), [t, voice, style]);
}
