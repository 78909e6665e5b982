/** A line of a tooltip: a spot of colour, a label, a value. */
export interface TooltipLine {
  readonly colour?: string;
  readonly label: string;
  readonly value: string;
}

/**
 * What a tooltip shows, for the `formatter` of a chart: `formatter: (item) => tooltip('convenio_2', [{label: 'n', value: '12'}])`.
 * As an element, so that no text of the data is ever read as HTML.
 */
export function tooltip(title: string, lines: readonly TooltipLine[], note: string | null = null): HTMLElement {
  const box = document.createElement('div');
  const head = box.appendChild(document.createElement('div'));
  head.textContent = title;
  head.style.cssText = 'font-weight:650;margin-block-end:2px';
  const list = box.appendChild(document.createElement('div'));
  list.style.cssText = 'display:grid;grid-template-columns:auto 1fr auto;gap:1px 8px;align-items:center';
  for (const { colour, label, value } of lines) {
    const spot = list.appendChild(document.createElement('span'));
    spot.style.cssText = `inline-size:9px;block-size:9px;border-radius:2px;background:${colour ?? 'transparent'}`;
    list.appendChild(document.createElement('span')).textContent = label;
    const figure = list.appendChild(document.createElement('span'));
    figure.textContent = value;
    figure.style.cssText = 'text-align:end;font-variant-numeric:tabular-nums;font-weight:600';
  }
  if (note !== null) {
    const foot = box.appendChild(document.createElement('div'));
    foot.textContent = note;
    foot.style.cssText = 'margin-block-start:3px;opacity:0.75;font-size:11px';
  }
  return box;
}
