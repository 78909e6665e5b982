import { useMemo } from 'react';
import type { FindingVoice } from '../../../../shared/dashboards/finding-voice.ts';
import { clientName } from '../../../../shared/dashboards/clients-findings.ts';
import { clientColours } from '../../../../shared/design-tokens/stable-colours.ts';
import type { ColourToken } from '../../../../shared/design-tokens/colour-tokens.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { useChartStyle, type ChartStyle } from '../chart/chart-style.ts';
import { useFindingVoice } from '../use-finding-voice.ts';
import { clientsWords, type ClientsTranslate } from './clients-words.ts';

/** What the charts of the page are drawn and written with. */
export interface ClientsPen {
  readonly t: ClientsTranslate;
  readonly voice: FindingVoice;
  readonly style: ChartStyle;
  /** What a client is called. */
  readonly name: (client: string | null) => string;
}

export function useClientsPen(): ClientsPen {
  const t = useWords(clientsWords);
  const voice = useFindingVoice();
  const style = useChartStyle();
  return useMemo(() => ({ t, voice, style, name: (client) => clientName(client, voice.language) }), [t, voice, style]);
}

/** The colour of every client, the same on every page and in the report; grey for transactions without one. */
export function coloursOf(clients: readonly (string | null)[]): (client: string | null) => ColourToken {
  const colours = clientColours(clients.filter((client) => client !== null));
  return (client) => (client === null ? 'other' : (colours.get(client) ?? 'other'));
}

/** `41.2 %`, or a dash. */
export function rateText(rate: number | null, { percent }: FindingVoice): string {
  return rate === null ? '–' : percent(rate);
}

/** `40.1–42.3 %`, or a dash. */
export function intervalText(
  { low, high }: { readonly low: number | null; readonly high: number | null },
  { percent, number }: FindingVoice,
): string {
  return low === null || high === null ? '–' : `${number(low * 100, 1)}–${percent(high)}`;
}

const POINTS = { signDisplay: 'exceptZero', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

/** A difference of shares in percentage points, with its sign: `+25.1`. */
export function pointsText(difference: number, { language }: FindingVoice): string {
  return new Intl.NumberFormat(language, POINTS).format(difference * 100);
}
