import { colourProperties, layoutProperties } from '../../shared/design-tokens/token-css.ts';

/** Puts the design tokens into the page as custom properties, for both schemes. */
export function installTokens(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    [
      `:root{${layoutProperties()}}`,
      `:root,[data-mantine-color-scheme=light]{color-scheme:light;${colourProperties('light')}}`,
      `[data-mantine-color-scheme=dark]{color-scheme:dark;${colourProperties('dark')}}`,
    ].join('\n'),
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
