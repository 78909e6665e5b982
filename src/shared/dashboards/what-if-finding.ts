import type { WhatIfAnswer } from '../contract/aggregate.ts';
import { millisecondsText, said, type FindingVoice } from './finding-voice.ts';

/** What a change of microservices would do to the total time. */
export function whatIfFinding(
  changed: readonly { readonly name: string; readonly factor: number }[],
  { before, after }: WhatIfAnswer,
  voice: FindingVoice,
): string | null {
  if (changed.length === 0 || before.mean === null || after.mean === null) return null;
  if (before.p95 === null || after.p95 === null) return null;
  const list = changed.map(({ name, factor }) => {
    const by = voice.percent(Math.abs(factor - 1), 0);
    return factor < 1
      ? said(voice, `${name} took ${by} less`, `${name} tardara un ${by} menos`)
      : said(voice, `${name} took ${by} more`, `${name} tardara un ${by} más`);
  });
  const mean = moved(before.mean, after.mean, voice);
  const p95 = moved(before.p95, after.p95, voice);
  const and = said(voice, ' and ', ' y ');
  const condition = list.length > 2 ? `${list.slice(0, -1).join(', ')}${and}${list.at(-1) ?? ''}` : list.join(and);
  return said(
    voice,
    `If ${condition}, the mean ${mean} and p95 ${p95}`,
    `Si ${condition}, la media ${mean} y el p95 ${p95}`,
  );
}

function moved(before: number, after: number, voice: FindingVoice): string {
  const difference = after - before;
  const by = millisecondsText(voice, Math.abs(difference));
  if (Math.abs(difference) < 0.05) return said(voice, 'would stay', 'se mantendría');
  const share = before === 0 ? '' : ` (${voice.percent(Math.abs(difference) / before)})`;
  return difference < 0
    ? said(voice, `would fall by ${by}${share}`, `bajaría ${by}${share}`)
    : said(voice, `would rise by ${by}${share}`, `subiría ${by}${share}`);
}
