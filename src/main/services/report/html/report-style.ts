import { colourProperties, layoutProperties } from '../../../../shared/design-tokens/token-css.ts';
import { COLUMN_STYLE } from './column-style.ts';
import { FIGURE_STYLE } from './figure-style.ts';
import { PAGE_STYLE } from './page-style.ts';
import { PRINT_STYLE } from './print-style.ts';

/** The style sheet of the page: dark only on a screen that asks for it, so that paper stays white. */
export function reportStyle(): string {
  const schemes = `:root{color-scheme:light dark;${layoutProperties()}${colourProperties('light')}}
@media screen and (prefers-color-scheme:dark){:root{${colourProperties('dark')}}}`;
  return [schemes, PAGE_STYLE, FIGURE_STYLE, COLUMN_STYLE, PRINT_STYLE].join('\n').replaceAll(/\n\s*/g, '\n');
}
