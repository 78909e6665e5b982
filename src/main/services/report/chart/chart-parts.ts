import type { EChartsCoreOption } from 'echarts/core';
import { colourOf, type ColourToken } from '../../../../shared/design-tokens/colour-tokens.ts';
import { shortened } from '../describe/readable.ts';

/** A chart as the drawing library takes it, and the size that it needs. */
export interface Drawing {
  readonly height: number;
  readonly option: EChartsCoreOption;
}

export const FONT_SIZE = 13;
const SMALL_FONT_SIZE = 12;
const CHARACTER_WIDTH = 7.1;
const MOST_LABEL_CHARACTERS = 30;

/** Pixels that the longest of the texts takes, generously: no font is at hand to measure with. */
export function textWidth(texts: readonly string[]): number {
  return Math.ceil(Math.max(0, ...texts.map((text) => Array.from(text).length)) * CHARACTER_WIDTH);
}

/** A label that leaves room for the chart. The whole text stands in the chart's table. */
export const rowLabel = (label: string): string => shortened(label, MOST_LABEL_CHARACTERS);

const label = (colour: ColourToken, size: number): { readonly color: string; readonly fontSize: number } => ({
  color: colourOf(colour),
  fontSize: size,
});

/** What every chart has: no motion, no background, room on each side. */
export function frame(grid: {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}): EChartsCoreOption {
  return { animation: false, backgroundColor: 'transparent', textStyle: label('text', FONT_SIZE), grid };
}

/** A value axis with faint lines and no border of its own. */
export function valueAxis(text: (value: number) => string, more: object = {}): object {
  return {
    type: 'value',
    axisLine: { show: false },
    axisTick: { show: false },
    splitNumber: 5,
    splitLine: { lineStyle: { color: colourOf('grid') } },
    axisLabel: { ...label('text-muted', SMALL_FONT_SIZE), formatter: text, hideOverlap: true },
    ...more,
  };
}

/** The rows of a horizontal chart, first one on top. */
export function rowAxis(labels: readonly string[], more: object = {}): object {
  return {
    type: 'category',
    inverse: true,
    data: labels.map(rowLabel),
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: { ...label('text', FONT_SIZE), interval: 0, margin: 12 },
    ...more,
  };
}

/** A second row axis on the right that carries the value of each row in words. */
export function textAxis(texts: readonly string[]): object {
  return rowAxis([], {
    data: texts,
    position: 'right',
    axisLabel: { ...label('text-muted', SMALL_FONT_SIZE), interval: 0, margin: 12 },
  });
}

/** Categories along the bottom; as many labels as fit. */
export function columnAxis(labels: readonly string[], width: number, more: object = {}): object {
  const every = Math.max(1, Math.ceil((labels.length * (textWidth(labels) + 12)) / width));
  return {
    type: 'category',
    data: labels,
    axisLine: { lineStyle: { color: colourOf('axis') } },
    axisTick: { show: false },
    axisLabel: { ...label('text-muted', SMALL_FONT_SIZE), interval: (index: number) => index % every === 0 },
    ...more,
  };
}
