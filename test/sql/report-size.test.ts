import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { ColumnProfile } from '../../src/shared/contract/profile.ts';
import { renderReport } from '../../src/main/services/report/render-report.ts';
import type { ReportInput } from '../../src/main/services/report/report-input.ts';
import { proportion } from '../../src/shared/statistics/proportion.ts';
import { canonicalSample, reportInput } from '../helpers/report-fixture.ts';
import { parsePage } from '../helpers/report-html.ts';

const DAYS = 1_500;
const CLIENTS = 60;
const ANSWERS = 80;

const dayOf = (index: number): string => new Date(Date.UTC(2021, 0, 1 + index)).toISOString().slice(0, 10);
const clientOf = (index: number): string => `convenio_${index}_with_a_name_that_goes_on_and_on`;

/** Values as long and as many as a profile keeps. */
function crowded(column: ColumnProfile): ColumnProfile {
  if (column.detail.kind !== 'category') return column;
  const top = Array.from({ length: 10 }, (_, index) => ({
    value: `${index} `.padEnd(300, 'long '),
    count: 10,
    share: 0.01,
  }));
  return { ...column, distinct: 9_999, detail: { ...column.detail, top, other: { distinct: 9_989, count: 900 } } };
}

/** Four years of sixty clients with eighty answers. */
function enlarged(input: ReportInput): ReportInput {
  const { figures, profile } = input;
  const clients = Array.from({ length: CLIENTS }, (_, index) => clientOf(index));
  const days = Array.from({ length: DAYS }, (_, index) => dayOf(index));
  const answers = Array.from({ length: ANSWERS }, (_, code) => ({
    code,
    description: `answer number ${code} with a long description`,
    status: code === 0 ? 'ok' : 'error',
    outcome: null,
    n: 1_000 + code,
    share: 1 / ANSWERS,
  }));
  const classes = answers.flatMap(({ code, description }) =>
    ['SD', 'HD', 'FULLHD', '4K', null].map((name) => ({ code, description, class: name, n: 200 })),
  );
  return {
    ...input,
    figures: {
      ...figures,
      responses: answers,
      volume: {
        byDay: days.map((day) => ({ day, ...proportion(30, 60) })),
        byDayAndClient: days.flatMap((day) => clients.map((client) => ({ day, client, ...proportion(1, 2) }))),
        byClient: clients.map((client) => ({ client, n: 2 * DAYS, share: 1 / CLIENTS })),
      },
      acceptance: { ...figures.acceptance, byClient: clients.map((client) => ({ client, ...proportion(70, 100) })) },
      images: {
        ...figures.images,
        resolution: { near: classes, far: classes },
        aspectRatio: { near: classes, far: classes },
      },
    },
    profile: { ...profile, columns: profile.columns.map(crowded) },
  };
}

describe('the size of a report', () => {
  it('stays far under 3 MB for years of data with many clients and answers', async () => {
    const html = renderReport(enlarged(await reportInput(canonicalSample(200), 'staging')));
    expect(Buffer.byteLength(html)).toBeLessThan(1_500_000);
    parsePage(html);
  });

  it('leaves no chart behind that keeps the process alive', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'veriscope-report-'));
    try {
      const input = await reportInput(canonicalSample(40));
      const data = join(folder, 'input.json');
      writeFileSync(data, JSON.stringify(input));
      const script = `
        import { readFileSync } from 'node:fs';
        import { renderReport } from ${JSON.stringify(join(import.meta.dirname, '../../src/main/services/report/render-report.ts'))};
        const input = JSON.parse(readFileSync(${JSON.stringify(data)}, 'utf8'));
        process.stdout.write(String(renderReport({ ...input, generatedAt: new Date(0) }).length));`;
      const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
        timeout: 30_000,
      });
      expect(Number(stdout)).toBeGreaterThan(100_000);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
