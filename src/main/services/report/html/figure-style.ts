/** Charts, their legends and their tables. */
export const FIGURE_STYLE = `
.charts{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:28px;margin-top:26px}
.chart{min-width:0;padding:24px 28px 16px;border:1px solid var(--vs-border);border-radius:var(--vs-radius-large);background:var(--vs-surface)}
.chart.full{grid-column:1/-1}
.chart figcaption p{font:var(--vs-type-small);color:var(--vs-text-muted);margin-top:5px;max-width:88ch}
.chart svg{display:block;width:100%;height:auto;margin-top:16px;overflow:visible}
.chart svg text{font-family:var(--vs-font-text);font-variant-numeric:tabular-nums}
.legend{display:flex;flex-wrap:wrap;gap:5px 18px;margin-top:14px;font:var(--vs-type-small);color:var(--vs-text-muted)}
.legend li{display:flex;align-items:center;gap:7px;min-width:0}
.legend bdi{overflow-wrap:anywhere}
.mark{flex:none;width:11px;height:11px;border-radius:2px;background:var(--mark)}
.mark.pale{opacity:.4}
.mark.dot{border-radius:50%}
.mark.ring{border-radius:50%;background:none;border:2.5px solid var(--mark)}
.mark.tick{width:3px;height:14px;border-radius:0}
.chart details{margin-top:14px;border-top:1px solid var(--vs-grid);padding-top:10px}
.chart summary{font:var(--vs-type-small);color:var(--vs-accent);cursor:pointer;width:max-content;max-width:100%}
.scroll{overflow-x:auto;margin-top:10px;max-height:620px;overflow-y:auto}
table{border-collapse:collapse;font:var(--vs-type-small);width:100%}
th,td{padding:5px 14px 5px 0;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--vs-grid)}
th{font-weight:400}
thead th{position:sticky;top:0;background:var(--vs-surface);color:var(--vs-text-muted);vertical-align:bottom}
.num{text-align:right;padding-right:0;padding-left:14px;white-space:nowrap}
thead .num{white-space:normal}
.dense{font:var(--vs-type-tiny)}
.dense .num{padding-left:6px}
@media screen and (max-width:1000px){.charts{grid-template-columns:1fr}.chart{padding:18px 16px 12px}}`;
