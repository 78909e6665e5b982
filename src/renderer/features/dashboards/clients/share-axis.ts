import type { FindingVoice } from '../../../../shared/dashboards/finding-voice.ts';

/** An axis of shares that holds all of `shares`, in whole tenths: dots need no zero, and near ones are told apart. */
export function shareAxis(
  shares: readonly (number | null)[],
  { percent }: FindingVoice,
): Record<string, unknown> & { readonly max: number } {
  const present = shares.filter((share) => share !== null);
  const low = Math.max(0, Math.floor(Math.min(1, ...present) * 10) / 10);
  const high = Math.min(1, Math.ceil(Math.max(0, ...present) * 10) / 10);
  const [min, max] = low < high ? [low, high] : [0, 1];
  return {
    type: 'value',
    min,
    max,
    interval: max - min > 0.5 ? 0.2 : 0.1,
    axisLabel: { formatter: (share: number) => percent(share, 0), hideOverlap: true },
  };
}
