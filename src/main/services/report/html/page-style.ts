/** Page, headings, table of contents, header, cards, ledger and alerts. */
export const PAGE_STYLE = `
*,*::before,*::after{box-sizing:border-box}
html{scroll-padding-top:24px;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--vs-canvas);color:var(--vs-text);font:var(--vs-type-body);font-variant-numeric:tabular-nums;
  display:grid;grid-template-columns:minmax(200px,236px) minmax(0,940px);column-gap:56px;justify-content:center;padding:0 32px}
h1,h2,h3,h4,p,dl,dd,ol,ul,figure{margin:0;padding:0}
ol,ul{list-style:none}
a{color:var(--vs-accent);text-decoration-thickness:1px;text-underline-offset:3px}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--vs-accent);outline-offset:2px;border-radius:var(--vs-radius-small)}
code{font-family:var(--vs-font-mono);font-size:.88em;overflow-wrap:anywhere}
.skip{position:absolute;left:-9999px}
.skip:focus{left:16px;top:8px;background:var(--vs-surface);padding:8px 12px;z-index:1}

nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:60px 0 32px;font:var(--vs-type-small)}
nav p{font:var(--vs-type-tiny);letter-spacing:.06em;text-transform:uppercase;color:var(--vs-text-faint);margin-bottom:10px}
nav a{display:block;padding:4px 0;color:var(--vs-text-muted);text-decoration:none}
nav a:hover{color:var(--vs-accent)}
nav ol ol{border-left:1px solid var(--vs-border);margin:2px 0 6px;padding-left:12px}

main{padding:56px 0 96px;min-width:0}
header{padding-bottom:40px;border-bottom:1px solid var(--vs-border)}
.eyebrow{font:var(--vs-type-small);color:var(--vs-text-muted);margin-bottom:6px}
h1{font:var(--vs-type-title);font-weight:650;letter-spacing:-.022em;overflow-wrap:anywhere}
.subtitle{font:var(--vs-type-lead);color:var(--vs-text-muted);margin-top:10px}
header .ledger{margin:26px 0 0}
header .facts{margin-top:26px}
main>section{padding-top:64px}
h2{font:var(--vs-type-section);font-weight:640;letter-spacing:-.014em}
.lead{max-width:70ch;color:var(--vs-text-muted);margin-top:8px}
h3{font:var(--vs-type-heading);font-weight:620;letter-spacing:-.006em;text-wrap:pretty}
h4{font:var(--vs-type-small);font-weight:620}
.note{max-width:78ch;font:var(--vs-type-small);color:var(--vs-text-muted);margin-top:14px}
footer{margin-top:80px;padding-top:20px;border-top:1px solid var(--vs-border);font:var(--vs-type-small);color:var(--vs-text-muted)}
footer p+p{margin-top:4px}

.facts{display:grid;gap:9px;margin-top:20px;font:var(--vs-type-small)}
.facts>div{display:grid;grid-template-columns:190px minmax(0,1fr);gap:16px}
.facts dt{color:var(--vs-text-muted)}

.cards{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:0;margin-top:26px;border-top:1px solid var(--vs-border)}
.card{padding:18px 20px 20px 0;border-bottom:1px solid var(--vs-border)}
.card+.card:not(:nth-child(4n+1)){padding-left:20px;border-left:1px solid var(--vs-border)}
.card dt{font:var(--vs-type-small);color:var(--vs-text-muted)}
.card b{display:block;font:var(--vs-type-figure);font-weight:600;letter-spacing:-.02em;margin:4px 0 6px}
.card .n,.card .bounds{display:block;font:var(--vs-type-tiny);color:var(--vs-text-muted)}
.interval{display:block;position:relative;height:4px;border-radius:2px;background:var(--vs-border);margin:2px 0 6px}
.interval i{position:absolute;top:0;bottom:0;min-width:4px;border-radius:2px;background:var(--vs-accent)}
.findings{margin-top:28px;display:grid;gap:2px}
.findings a{display:block;padding:6px 0 6px 16px;border-left:2px solid var(--vs-border);color:var(--vs-text);text-decoration:none}
.findings a:hover{border-color:var(--vs-accent);color:var(--vs-accent)}

.ledger{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 12px;margin-top:18px;font:var(--vs-type-small);color:var(--vs-text-muted)}
.ledger b{font:var(--vs-type-lead);font-weight:600;color:var(--vs-text)}
.ledger .sign{color:var(--vs-text-faint)}
.run{margin-top:20px;border:1px solid var(--vs-border);border-radius:var(--vs-radius-large);background:var(--vs-surface);padding:0 22px}
.run+.run{margin-top:10px}
.run>summary{padding:15px 0;cursor:pointer}
.run>summary span{color:var(--vs-text-muted);font:var(--vs-type-small);margin-left:8px}
.run[open]{padding-bottom:22px}
.run .ledger{margin-top:4px}
.run h3{font:var(--vs-type-small);font-weight:620;margin-top:18px}
.run ul{font:var(--vs-type-small);color:var(--vs-text-muted);margin-top:4px}

.alerts{margin-top:22px;border-top:1px solid var(--vs-border)}
.alert{display:grid;grid-template-columns:236px minmax(0,1fr);gap:26px;padding:18px 0;border-bottom:1px solid var(--vs-border);font:var(--vs-type-small)}
.alert h3{font:var(--vs-type-body);font-weight:620}
.alert h3+p,.names bdi{color:var(--vs-text-muted)}
.alert li{display:grid;grid-template-columns:170px minmax(0,1fr);gap:22px;padding:2px 0 5px}
.extent{display:block;height:4px;border-radius:2px;background:var(--vs-border);margin-top:3px}
.extent i{display:block;height:4px;border-radius:2px;background:var(--vs-accent);min-width:3px}
.names a{display:inline-block;text-decoration:none;margin-right:10px}
.reason{display:block;margin-top:2px;color:var(--vs-text-muted)}
.names a:hover{text-decoration:underline}

@media screen and (max-width:1000px){
  body{display:block;padding:0 20px}
  nav{position:static;max-height:none;padding:28px 0 0}
  .cards{grid-template-columns:repeat(2,minmax(0,1fr))}
  .card+.card:nth-child(2n){padding-left:20px;border-left:1px solid var(--vs-border)}
  .card+.card:nth-child(2n+1){padding-left:0;border-left:0}
  .facts>div,.alert,.alert li{grid-template-columns:1fr;gap:2px}
}`;
