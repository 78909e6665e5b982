import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/shared/language.ts';
import { TRANSFORM_COLUMNS } from '../../src/etl/model/transform-columns.ts';
import { renderReport } from '../../src/main/services/report/render-report.ts';
import type { ReportInput } from '../../src/main/services/report/report-input.ts';
import type { StagingRow } from '../helpers/lens-fixture.ts';
import { canonicalSample, reportInput } from '../helpers/report-fixture.ts';
import { parsePage, type ParsedPage } from '../helpers/report-html.ts';

const CHARTS = [
  'chart-volume',
  'chart-responses',
  'chart-clock',
  'chart-clients',
  'chart-attempts',
  'chart-by-attempt',
  'chart-mean-time',
  'chart-percentiles',
  'chart-resolution',
  'chart-aspect',
];

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(2)</script>',
  '</title></svg></details>',
  ']]><svg onload=alert(1)>',
  'javascript:alert(1)',
  '{b}{c}{value|x}',
  '&lt;b&gt;&amp;',
  'right\u202Eto\u2066left',
  'nul\u0000 line\nfeed',
  'https://example.com/?a=1&b=2',
];

function ids(page: ParsedPage): readonly string[] {
  return page.tags.flatMap(({ attributes }) => attributes['id'] ?? []);
}

/** Nothing that a browser would fetch, run or follow out of the page. */
function expectSealed(html: string): ParsedPage {
  const page = parsePage(html);
  const names = new Set(page.tags.map(({ name }) => name));
  for (const forbidden of [
    'script',
    'img',
    'iframe',
    'object',
    'embed',
    'form',
    'base',
    'foreignObject',
    'image',
    'use',
    'animate',
  ]) {
    expect(names).not.toContain(forbidden);
  }
  for (const { name, attributes } of page.tags) {
    for (const [attribute, value] of Object.entries(attributes)) {
      expect(attribute).not.toMatch(/^(on|src|action|srcset|xlink)/);
      if (attribute === 'href') expect(value).toMatch(name === 'link' ? /^data:,$/ : /^#[\w-]+$/);
      if (attribute === 'style') expect(value).not.toMatch(/url|expression|@import/);
    }
  }
  const style = /<style>([^<]*)<\/style>/.exec(html)?.[1] ?? '';
  expect(style).not.toMatch(/url\(|@import|@font-face|https?:/);
  return page;
}

describe('renderReport', () => {
  let input: ReportInput;
  beforeAll(async () => {
    input = await reportInput(canonicalSample(300));
  });

  it.each(LANGUAGES)('makes one well-formed page in %s that needs nothing but itself', (language) => {
    const html = renderReport({ ...input, language });
    const page = expectSealed(html);
    expect(html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language}">`));
    expect(
      page.tags.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')?.attributes['content'],
    ).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; img-src data:;/);
    expect(page.text).not.toMatch(/undefined|NaN|\[object|null/);
  });

  it('leads every link of its table of contents and its findings to a place of its own', () => {
    const page = parsePage(renderReport(input));
    const targets = page.tags.flatMap(({ name, attributes }) =>
      name === 'a' ? (attributes['href']?.slice(1) ?? []) : [],
    );
    const known = ids(page);
    expect(new Set(known).size).toBe(known.length);
    expect(targets.filter((target) => !known.includes(target))).toEqual([]);
    expect(targets).toEqual(
      expect.arrayContaining([...CHARTS, 'figures', 'source', 'alerts', 'profile', 'columns-time']),
    );
  });

  it('draws every chart with a caption, a description and its data, in colours that follow the scheme', () => {
    const html = renderReport(input);
    const figures = [...html.matchAll(/<figure id="([\w-]+)"[^]*?<\/figure>/g)];
    expect(figures.map(([, id]) => id)).toEqual(CHARTS);
    for (const [figure] of figures) {
      expect(figure).toMatch(/<figcaption><h3>[^<]+<\/h3><p>[^<]+<\/p><\/figcaption>/);
      expect(figure).toMatch(/<svg viewBox="0 0 \d+ \d+" role="img" aria-label="[^"]+">/);
      expect(figure).toMatch(/<details><summary>[^<]+<\/summary>.*<table/);
      expect(figure.match(/(?:fill|stroke)="(?!var\(--vs-|none|transparent)[^"]*"/g)).toBeNull();
      expect(figure).not.toMatch(/<style|class="zr|ecmeta/);
    }
  });

  it('describes every column of the profiled table', () => {
    const known = ids(parsePage(renderReport(input)));
    expect(known.filter((id) => id.startsWith('column-')).toSorted()).toEqual(
      TRANSFORM_COLUMNS.map(({ name }) => `column-${name}`).toSorted(),
    );
  });

  it('closes the books, names the file and never calls a pseudonym anonymous or a reject rate an error rate', () => {
    const { text } = parsePage(renderReport(input));
    expect(text.replaceAll(/\s+/g, ' ')).toContain('305 rows read = 300 loaded + 3 rejected + 2 duplicates');
    for (const fact of [
      'january.csv',
      'ab'.repeat(32),
      'not a number: 2',
      'prob_ibeta2_clip_near_img: out of its range in 4 rows',
    ]) {
      expect(text).toContain(fact);
    }
    expect(text).toContain('neither APCER nor BPCER');
    expect(text).toContain('Pseudonymous is not anonymous');
  });

  it('shows hostile values as what they are', async () => {
    const rows = canonicalSample(120).map((row, index): StagingRow => {
      const evil = HOSTILE[index % HOSTILE.length] ?? '';
      return {
        ...row,
        summary_desc: evil,
        convenio: evil,
        api_hash: evil,
        user_name: evil,
        summary_status: index % 3 === 0 ? evil : 'ok',
      };
    });
    const hostile = await reportInput(rows);
    const [first = '', second = '', third = '', fourth = ''] = HOSTILE;
    const run = hostile.provenance.runs[0];
    if (run === undefined) throw new Error('the fixture has a run');
    const html = renderReport({
      ...hostile,
      productVersion: second,
      figures: { ...hostile.figures, scope: { ...hostile.figures.scope, filterWords: { en: fourth, es: fourth } } },
      provenance: {
        ...hostile.provenance,
        workspace: first,
        runs: [
          { ...run, fileName: second, sha256: third, settings: { ...run.settings, delimiter: '<', encoding: fourth } },
        ],
        findings: [{ run: 1, kind: third, column: first, count: 1, firstLine: null }],
      },
    });
    const { text } = expectSealed(html);
    for (const shown of HOSTILE.filter((value) => !/\p{Cc}|\p{Cf}/u.test(value))) expect(text).toContain(shown);
    expect(text).toContain('right‹U+202E›to‹U+2066›left');
    expect(text).toContain('nul‹U+0000› line‹U+000A›feed');
  });

  it.each(['transform', 'staging', 'no_retries'] as const)('says so where %s is empty', async (table) => {
    const html = renderReport(await reportInput([], table));
    const { text } = expectSealed(html);
    expect(text).toContain('0 transactions in 0 processes of 0 clients');
    expect(text).not.toMatch(/undefined|NaN/);
    expect(html).not.toContain('<figure');
  });
});
