/** Paper: A4, one column, smaller type, nothing that opens or sticks, no entry torn apart that fits a page. */
export const PRINT_STYLE = `
@page{size:A4;margin:15mm 15mm 16mm}
@media print{
  :root{--vs-type-body:9pt/1.5 var(--vs-font-text);--vs-type-small:7.8pt/1.45 var(--vs-font-text);--vs-type-tiny:6.8pt/1.4 var(--vs-font-text);
    --vs-type-lead:10.5pt/1.45 var(--vs-font-text);--vs-type-heading:10.5pt/1.3 var(--vs-font-text);--vs-type-section:15pt/1.25 var(--vs-font-text);
    --vs-type-title:25pt/1.15 var(--vs-font-text);--vs-type-figure:15.5pt/1.2 var(--vs-font-text)}
  *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
  body{display:block;padding:0;background:none}
  nav,.skip,.chart details{display:none}
  main{padding:0}
  main>section{padding-top:0;margin-top:24pt}
  header{padding-bottom:16pt}
  header .ledger,header .facts{margin-top:12pt}
  .facts{gap:4pt}
  .facts>div{grid-template-columns:110pt minmax(0,1fr)}
  .cards,.chart,.column,.alert p,.alert li,.findings li{break-inside:avoid}
  .lead,.facts>div{break-inside:avoid}
  h2,h3,h4,.lead{break-after:avoid}
  a,.names a{color:inherit;text-decoration:none}
  .card{padding:9pt 10pt 10pt 0}
  .card+.card:not(:nth-child(4n+1)){padding-left:10pt}
  .findings{margin-top:14pt}
  .findings a{padding:2.5pt 0 2.5pt 10pt}
  .run{break-inside:avoid;background:none;padding:0 12pt}
  .charts{gap:12pt;margin-top:12pt}
  .chart{background:none;padding:12pt 14pt 10pt}
  .alert{grid-template-columns:118pt minmax(0,1fr);gap:14pt;padding:9pt 0}
  .alert li{grid-template-columns:88pt minmax(0,1fr);gap:12pt}
  .column{grid-template-columns:128pt 116pt minmax(0,1fr);gap:3pt 13pt;padding:9pt 0 7pt}
  .column h4 code{font-size:7.4pt}
  .tiny{height:26pt}
  .percentiles{gap:3pt}
  .percentiles dd{font-size:7pt;overflow-wrap:normal}
  .moments{margin-top:4pt}
  .values li{grid-template-columns:minmax(0,130pt) minmax(40pt,1fr) 74pt;gap:8pt;line-height:1.5}
  footer{margin-top:24pt}
}`;
