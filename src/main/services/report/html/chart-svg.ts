import { drawChart } from '../chart/draw-chart.ts';
import type { NumberFormat } from '../describe/number-format.ts';
import type { Chart } from '../structure/report-structure.ts';
import { escapeHtml } from './escape-html.ts';

/** Widths in CSS pixels for which the charts are laid out; the page scales them to its own. */
export const CHART_WIDTHS = { full: 880, half: 430 } as const;

/**
 * The chart as an inline `<svg>`. The library's own style sheet, hover classes, fonts and data marks are taken away: the page
 * styles all charts alike. Texts are escaped by then, so no pattern below can meet one inside a text.
 */
export function chartSvg({ id, title, description, picture, width }: Chart, format: NumberFormat): string {
  return drawChart(picture, CHART_WIDTHS[width], format)
    .replaceAll(/<style\b.*?<\/style>/gs, '')
    .replaceAll(/ (?:class|ecmeta_\w+|pointer-events|xml:space)="[^"]*"/g, '')
    .replaceAll(/style="font-size:([\d.]+)px;(?:font-family:[^;"]*;)?"/g, 'font-size="$1"')
    .replaceAll(/<rect width="[\d.]+" height="[\d.]+" x="0" y="0" fill="none"><\/rect>/g, '')
    .replaceAll(/\bzr\d+-/g, `${id}-`)
    .replace(
      /^<svg [^>]*?viewBox="([^"]*)">/,
      (_, box: string) => `<svg viewBox="${box}" role="img" aria-label="${escapeHtml(`${title}. ${description}`)}">`,
    )
    .replaceAll(/><\/(?:path|rect|circle)>/g, '/>')
    .replaceAll(/\n+/g, '');
}
