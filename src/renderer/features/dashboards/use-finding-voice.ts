import { useMemo } from 'react';
import type { FindingVoice } from '../../../shared/dashboards/finding-voice.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLanguage } from '../../i18n/use-words.ts';

/** How findings are told in this window. */
export function useFindingVoice(): FindingVoice {
  const { number, share } = useFormat();
  const language = useLanguage();
  return useMemo(() => ({ number, percent: share, language }), [number, share, language]);
}
