import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import { writeSample, type SampleProgress } from '../../src/etl/sample/write-sample.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'veriscope-sample-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const csvOf = (file: string): string[][] => parse(readFileSync(file), { relax_column_count: false });

/** The value at the path of a column, or `undefined`. */
function read(document: unknown, path: readonly (string | number)[]): string | number | undefined {
  const value = path.reduce<unknown>(
    (node, step) => (node as Record<string | number, unknown> | undefined)?.[step],
    document,
  );
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

describe('writeSample', () => {
  it('writes the published header, one line a transaction and no carriage return', async () => {
    const out = join(folder, 'sample.csv');
    const written = await writeSample({ rows: 300, seed: 1, format: 'csv', out });
    expect(written).toEqual({ rows: 300, bytes: statSync(out).size });
    const text = readFileSync(out, 'utf8');
    expect(text).not.toContain('\r');
    expect(text.endsWith('\n')).toBe(true);
    const [header, ...rows] = csvOf(out);
    expect(header).toEqual(STAGING_COLUMNS.map(({ name }) => name));
    expect(rows).toHaveLength(300);
    expect(rows.every((row) => row.length === STAGING_COLUMNS.length)).toBe(true);
  });

  it.each([{ preset: undefined }, { preset: 'january-2025' as const }])(
    'writes documents that, read by path and pseudonymised in order, are the CSV cell for cell: $preset',
    async ({ preset }) => {
      const [csv, json] = [join(folder, 'sample.csv'), join(folder, 'sample.json')];
      await writeSample({ rows: 2000, seed: 11, preset, format: 'csv', out: csv });
      await writeSample({ rows: 2000, seed: 11, preset, format: 'json', out: json });
      const documents = JSON.parse(readFileSync(json, 'utf8')) as unknown[];
      const seen = new Map<string, Map<string, number>>();
      const cells = documents.map((document) =>
        STAGING_COLUMNS.map(({ name, path, kind, identifying }) => {
          const value = read(document, path);
          if (value === undefined) return '';
          if (!identifying) return kind === 'text' || kind === 'timestamp' ? String(value) : String(Number(value));
          const numbers = seen.get(name) ?? new Map<string, number>();
          seen.set(name, numbers);
          if (!numbers.has(String(value))) numbers.set(String(value), numbers.size + 1);
          return `${name}_${numbers.get(String(value))}`;
        }),
      );
      expect(cells).toEqual(csvOf(csv).slice(1));
    },
  );

  it('writes one raw document a line, with identities that belong to nobody and codes of four digits', async () => {
    const out = join(folder, 'sample.json');
    await writeSample({ rows: 400, seed: 3, format: 'json', out });
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(402);
    const documents = JSON.parse(lines.join('')) as Record<string, unknown>[];
    for (const document of documents) {
      expect(read(document, ['summary', 'code'])).toMatch(/^\d{4}$/);
      expect(read(document, ['user_data', 'documento'])).toMatch(/^99\d{8}$/);
      expect(read(document, ['user_data', 'trazabilidad', 'Ip'])).toMatch(
        /^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/,
      );
    }
    const refused = documents.find((document) => read(document, ['summary', 'desc']) === 'blur/haze');
    const blocks = ['near_img', 'far_img'].map((image) => read(refused, ['metadata', image, 'iqa_heuristics', 'code']));
    expect(blocks).toContain('0302');
  });

  it('compresses a file whose name says so', async () => {
    const [plain, zipped] = [join(folder, 'sample.csv'), join(folder, 'sample.csv.gz')];
    await writeSample({ rows: 500, seed: 1, format: 'csv', out: plain });
    const written = await writeSample({ rows: 500, seed: 1, format: 'csv', out: zipped });
    expect(gunzipSync(readFileSync(zipped)).equals(readFileSync(plain))).toBe(true);
    expect(written.bytes).toBe(statSync(zipped).size);
  });

  it('streams a large sample and tells how far it is', async () => {
    const out = join(folder, 'large.csv');
    const progress: SampleProgress[] = [];
    const written = await writeSample(
      { rows: 100_000, seed: 1, format: 'csv', out },
      { onProgress: (step) => progress.push(step) },
    );
    expect(written.rows).toBe(100_000);
    expect(readFileSync(out, 'utf8').split('\n')).toHaveLength(100_002);
    expect(progress.length).toBeGreaterThan(50);
    expect(progress.at(-1)).toEqual({ stage: 'sample', rows: 100_000, totalRows: 100_000 });
  });

  it('leaves no file when it is cancelled, and keeps the one that was there', async () => {
    const out = join(folder, 'sample.csv');
    writeFileSync(out, 'before');
    const cancel = new AbortController();
    const writing = writeSample(
      { rows: 10_000_000, seed: 1, format: 'csv', out },
      { signal: cancel.signal, onProgress: ({ rows }) => rows > 5000 && cancel.abort() },
    );
    await expect(writing).rejects.toMatchObject({ error: { code: 'CANCELLED' } });
    expect(readdirSync(folder)).toEqual(['sample.csv']);
    expect(readFileSync(out, 'utf8')).toBe('before');
  });

  it('says so where the file cannot be written', async () => {
    const out = join(folder, 'nowhere', 'sample.csv');
    const writing = writeSample({ rows: 10, seed: 1, format: 'csv', out });
    await expect(writing).rejects.toMatchObject({ error: { code: 'OUTPUT_NOT_WRITABLE' } });
    expect(readdirSync(folder)).toEqual([]);
  });
});
