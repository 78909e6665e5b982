import { describe, expect, it } from 'vitest';
import {
  chartCsv,
  chartRowWords,
  type ChartTable,
} from '../../../src/renderer/features/dashboards/chart/chart-table.ts';
import { framedSvg } from '../../../src/renderer/features/dashboards/chart/chart-files.ts';
import { chartStyle } from '../../../src/renderer/features/dashboards/chart/chart-style.ts';
import { formatOf } from '../../../src/renderer/i18n/use-format.ts';

const TABLE: ChartTable = {
  columns: [
    { name: 'client', label: 'Client' },
    { name: 'share', label: 'Acceptance', unit: '%' },
    { name: 'time', label: 'Time', unit: 'ms', digits: 1 },
  ],
  rows: [
    ['a, "b"', 0.5812, 12.34],
    ['c', null, 1200],
  ],
};

describe('the table of a chart', () => {
  it('is told row by row as people read it', () => {
    expect(chartRowWords(TABLE, 0, formatOf('en'))).toBe('a, "b", Acceptance 58.1\u00a0%, Time (ms) 12.3');
    expect(chartRowWords(TABLE, 1, formatOf('es'))).toBe('c, Acceptance –, Time (ms) 1.200');
  });

  it('is CSV with full numbers, quotes where they are needed, and nothing for what is missing', () => {
    expect(chartCsv(TABLE)).toBe('Client,Acceptance,Time (ms)\r\n"a, ""b""",0.5812,12.34\r\nc,,1200\r\n');
  });
});

describe('the picture of a chart', () => {
  const picture = { width: 300, height: 100, svg: () => '<svg id="inner"></svg>' };

  it('holds its words without letting them become markup', () => {
    const svg = framedSvg(picture, chartStyle('light'), { heading: 'a < b & "c"', caption: '', foot: '' });
    expect(svg).toContain('a &lt; b &amp; &quot;c&quot;');
    expect(svg).toContain('<svg id="inner">');
  });

  it('grows with words that need more lines than one', () => {
    const height = (heading: string): number =>
      Number(/height="(\d+)"/.exec(framedSvg(picture, chartStyle('dark'), { heading, caption: '', foot: '' }))?.[1]);
    expect(height('word '.repeat(40))).toBeGreaterThan(height('word'));
  });
});
