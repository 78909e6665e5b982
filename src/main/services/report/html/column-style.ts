/** The profile of every column. */
export const COLUMN_STYLE = `
.part{padding-top:34px}
.part>h3{padding-bottom:10px;border-bottom:1px solid var(--vs-border)}
.column{display:grid;grid-template-columns:236px 220px minmax(0,1fr);grid-template-rows:auto 1fr;gap:6px 26px;padding:20px 0 16px;border-bottom:1px solid var(--vs-grid);font:var(--vs-type-small);break-inside:avoid}
.column h4 code{font-size:13px;font-weight:600}
.about{grid-row:1/span 2}
.meaning{color:var(--vs-text-muted);margin-top:3px}
.tags{display:flex;flex-wrap:wrap;gap:4px;margin-top:7px}
.tags span{font:var(--vs-type-tiny);padding:0 7px;border-radius:9px;background:var(--vs-sunken);color:var(--vs-text-muted)}
.wide{grid-column:2/-1;min-width:0}
.tiny{display:block;width:100%;height:44px;border-bottom:1px solid var(--vs-axis)}
.tiny path{fill:var(--vs-accent)}
.edges{display:flex;justify-content:space-between;gap:8px;font:var(--vs-type-tiny);color:var(--vs-text-muted);margin-top:3px}
.outside{color:var(--vs-text-faint);text-align:center}
.percentiles{display:grid;grid-template-columns:repeat(7,minmax(0,1fr));gap:8px}
.percentiles dt{font:var(--vs-type-tiny);color:var(--vs-text-faint)}
.percentiles dd{font-weight:500;overflow-wrap:anywhere}
.moments{display:flex;flex-wrap:wrap;gap:0 14px;color:var(--vs-text-muted);margin-top:9px}
.counts{grid-column:2/-1;align-self:start;display:flex;flex-wrap:wrap;align-items:center;gap:0 14px;font:var(--vs-type-tiny);color:var(--vs-text-muted);margin-top:2px}
.presence{flex:none;width:60px;height:4px;border-radius:2px;background:var(--vs-border);overflow:hidden}
.presence i{display:block;height:4px;background:var(--vs-axis)}
.values li{display:grid;grid-template-columns:minmax(0,240px) minmax(60px,1fr) 128px;gap:14px;align-items:center;line-height:1.65}
.value{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.bar{height:8px}
.bar i{display:block;height:8px;border-radius:2px;background:var(--vs-accent);min-width:1px}
.amount{text-align:right;color:var(--vs-text-muted)}
.rest{color:var(--vs-text-muted);margin-top:3px}
.wide .moments{margin-top:3px}
@media screen and (max-width:1000px){.column{grid-template-columns:1fr}.wide,.counts{grid-column:auto}}`;
