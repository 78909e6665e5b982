import type { ColumnDifference } from '../../../../shared/contract/aggregate.ts';
import type { CardColumn } from '../../../../shared/contract/model-card.ts';
import { differenceBars, type DifferenceBar } from './difference-bars.ts';
import { numberWord, type ExplainVoice } from './explain-voice.ts';

/** What differs, and which way, in words. */
export function differenceSentence(difference: ColumnDifference, column: CardColumn, voice: ExplainVoice): string {
  const { shape, nPart, nRest, centre } = difference;
  const share = (count: number, n: number): string => voice.format.percent(n === 0 ? 0 : count / n);
  if (shape.kind === 'missing') {
    const isMore = shape.part * nRest > shape.rest * nPart;
    return voice.t(isMore ? 'missingMore' : 'missingLess', {
      part: share(shape.part, nPart),
      rest: share(shape.rest, nRest),
    });
  }
  if (centre !== null && difference.effect.kind !== 'cramers-v')
    return numberSentence(centre, difference.effect.value, column, voice);
  const { bars } = differenceBars(difference, column, voice);
  const lead = ({ partShare, restShare }: DifferenceBar): number => partShare - restShare;
  const isTruth = column.kind === 'boolean';
  const named = bars.filter(({ filter }) => filter !== null);
  const told = isTruth
    ? named.find(({ filter }) => filter?.kind === 'values' && filter.values.includes('true'))
    : named.toSorted((left, right) => weight(lead(right)) - weight(lead(left)))[0];
  if (told === undefined) return '';
  const isMore = lead(told) > 0;
  const shares = { part: voice.format.percent(told.partShare), rest: voice.format.percent(told.restShare) };
  if (isTruth) return voice.t(isMore ? 'holdsMore' : 'holdsLess', shares);
  return voice.t(isMore ? 'moreOften' : 'lessOften', { ...shares, value: told.label });
}

/** By how much a value sets the part apart. Of two that do so alike, what the part has more of says more. */
const weight = (lead: number): number => (lead > 0 ? 1.01 * lead : -lead);

/** By the medians; by the means where those are alike; by the delta where both say otherwise. */
function numberSentence(
  { medianPart, medianRest, meanPart, meanRest }: NonNullable<ColumnDifference['centre']>,
  delta: number,
  column: CardColumn,
  voice: ExplainVoice,
): string {
  const told = (part: number, rest: number) => ({
    part: numberWord(part, column, voice),
    rest: numberWord(rest, column, voice),
  });
  const medians = told(medianPart, medianRest);
  const means = told(meanPart, meanRest);
  const isHigher = delta > 0;
  const agrees = (part: number, rest: number): boolean => (isHigher ? part > rest : part < rest);
  if (column.kind === 'timestamp') return voice.t(isHigher ? 'later' : 'earlier', medians);
  if (agrees(medianPart, medianRest) && medians.part !== medians.rest)
    return voice.t(isHigher ? 'higherMedian' : 'lowerMedian', medians);
  if (agrees(meanPart, meanRest) && means.part !== means.rest)
    return voice.t(isHigher ? 'higherMean' : 'lowerMean', means);
  return voice.t(isHigher ? 'higher' : 'lower', medians);
}

const LEAST_P = 0.001;

/** An adjusted p value: `p < 0.001`, `p = 0.024`. */
export function pWord(p: number, { t, format }: ExplainVoice): string {
  return p < LEAST_P ? t('pBelow', { least: format.number(LEAST_P, 3) }) : t('pIs', { p: format.number(p, 3) });
}

/** The measure of a difference with its value: `Cliff's delta −0.29`. */
export function effectWord({ effect }: ColumnDifference, { t, format }: ExplainVoice): string {
  const sign = effect.kind !== 'cramers-v' && effect.value > 0 ? '+' : '';
  return `${t(effect.kind)} ${sign}${format.number(effect.value, 2).replace('-', '−')}`;
}
