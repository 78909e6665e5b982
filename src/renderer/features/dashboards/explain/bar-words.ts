import type { DifferenceBar } from './difference-bars.ts';
import type { ExplainVoice } from './explain-voice.ts';

/** A bar with all its numbers: `convenio_2: 41.2 % of the part (127), 12 % elsewhere (1,720)`. */
export function barWords(
  { label, part, rest, partShare, restShare }: DifferenceBar,
  { t, format }: ExplainVoice,
): string {
  return t('shares', {
    label,
    part: format.percent(partShare),
    rest: format.percent(restShare),
    nPart: format.number(part),
    nRest: format.number(rest),
  });
}
