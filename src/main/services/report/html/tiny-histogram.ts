import type { Histogram } from '../../../../shared/contract/profile.ts';
import { cssNumber, escapeHtml } from './escape-html.ts';

const WIDTH = 220;
const HEIGHT = 44;
/** Whole numbers closer together than this stand at their place, so that a missing hour leaves a gap. */
const MOST_PLACES = 48;

function heights(histogram: Histogram): readonly number[] {
  if (histogram.kind === 'bins') return histogram.counts;
  const [first, last] = [histogram.bars[0]?.value ?? 0, histogram.bars.at(-1)?.value ?? 0];
  const whole = histogram.bars.every(({ value }) => Number.isInteger(value));
  if (!whole || last - first >= MOST_PLACES) return histogram.bars.map(({ count }) => count);
  const counts = new Map(histogram.bars.map(({ value, count }) => [value, count]));
  return Array.from({ length: last - first + 1 }, (_, index) => counts.get(first + index) ?? 0);
}

/** A histogram of a few hundred bytes: one path. */
export function tinyHistogram(histogram: Histogram, description: string): string {
  const counts = heights(histogram);
  const most = Math.max(1, ...counts);
  const step = WIDTH / Math.max(1, counts.length);
  const [width, inset] = [Math.min(step * 0.86, 26), (step - Math.min(step * 0.86, 26)) / 2];
  const bars = counts.map((count, index) => {
    if (count === 0) return '';
    const height = Math.max(1, (count / most) * HEIGHT);
    return `M${cssNumber(index * step + inset)} ${HEIGHT}v-${cssNumber(height)}h${cssNumber(width)}v${cssNumber(height)}z`;
  });
  return `<svg class="tiny" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(description)}"><path d="${bars.join('')}"/></svg>`;
}
