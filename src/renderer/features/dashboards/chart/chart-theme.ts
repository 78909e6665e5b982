import { COLOUR_TOKENS, type ColourToken } from '../../../../shared/design-tokens/colour-tokens.ts';
import { FONTS } from '../../../../shared/design-tokens/layout-tokens.ts';
import type { ColourScheme } from '../../../../shared/design-tokens/token-css.ts';

// The library writes fonts into attributes of an SVG as they are: double quotes would end them.
const FAMILY = FONTS.text.replaceAll('"', "'");

/** What every chart looks like unless its option says otherwise. */
export function chartTheme(scheme: ColourScheme): Record<string, unknown> {
  const colour = (token: ColourToken): string => COLOUR_TOKENS[token][scheme];
  const text = { color: colour('text-muted'), fontSize: 11, fontFamily: FAMILY };
  const axis = {
    axisLine: { show: true, lineStyle: { color: colour('border') } },
    axisTick: { show: false },
    axisLabel: { ...text, color: colour('text-muted') },
    nameTextStyle: { ...text, color: colour('text-faint') },
    splitLine: { lineStyle: { color: colour('grid') } },
    minorSplitLine: { show: false },
  };
  const values = { ...axis, axisLine: { show: false } };
  const names = { ...axis, splitLine: { ...axis.splitLine, show: false } };
  return {
    color: [colour('accent')],
    backgroundColor: 'transparent',
    textStyle: { fontFamily: FAMILY, fontSize: 11, color: colour('text') },
    grid: { left: 4, right: 12, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    categoryAxis: names,
    valueAxis: values,
    logAxis: values,
    timeAxis: names,
    legend: {
      textStyle: text,
      itemWidth: 10,
      itemHeight: 10,
      itemGap: 12,
      icon: 'roundRect',
      inactiveColor: colour('border'),
      pageIconSize: 9,
      pageIconColor: colour('text-muted'),
      pageIconInactiveColor: colour('border'),
      pageTextStyle: text,
      top: 0,
      left: 0,
    },
    tooltip: {
      backgroundColor: colour('surface'),
      borderColor: colour('border'),
      borderWidth: 1,
      padding: [6, 10],
      confine: true,
      transitionDuration: 0,
      textStyle: { color: colour('text'), fontSize: 12, fontFamily: FAMILY },
      extraCssText: 'box-shadow:0 4px 16px rgb(0 0 0 / 14%);border-radius:6px;max-inline-size:360px;white-space:normal',
      axisPointer: {
        lineStyle: { color: colour('axis') },
        crossStyle: { color: colour('axis') },
        shadowStyle: { color: colour('axis'), opacity: 0.12 },
      },
    },
    visualMap: { textStyle: text },
  };
}
