import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { responseByCode } from '../../src/etl/model/response-codes.ts';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import { isAccepted, thresholdOfColumn, THRESHOLDS } from '../../src/etl/model/thresholds.ts';
import { generateSample } from '../../src/etl/sample/generate-sample.ts';
import { sampleChunks } from '../../src/etl/sample/output/sample-chunks.ts';
import { countBy, lastAttempts, sampleRows, type SampleRow } from '../helpers/sample-rows.ts';

/** The SHA-256 of 5,000 rows of CSV for seed 1: it may only change when the sample is meant to change. */
const DIGEST_OF_5000_ROWS = '7ca2ad572b9ea2db85130fc14980526600d10f0ef63706212bf611d7e53821b8';

const rows = sampleRows({ rows: 20_000, seed: 1 });
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
/** The client whose processes hold most attempts. */
const tester = testingClient();

function testingClient(): string {
  const processes = countBy(lastAttempts(rows), (row) => row['convenio']);
  const attempts = Object.entries(countBy(rows, (row) => row['convenio'])).map(
    ([client, count]) => [client, count / (processes[client] ?? 1)] as const,
  );
  return attempts.toSorted(([, left], [, right]) => right - left)[0]?.[0] ?? '';
}

function digest(seed: number): string {
  const hash = createHash('sha256');
  for (const { text } of sampleChunks({ rows: 5000, seed }, 'csv')) hash.update(text);
  return hash.digest('hex');
}

describe('generateSample', () => {
  it('is the same on every machine and in every run', () => {
    expect(digest(1)).toBe(DIGEST_OF_5000_ROWS);
    expect(digest(1)).toBe(digest(1));
    expect(digest(2)).not.toBe(digest(1));
  });

  it('gives as many rows as asked for, one at a time', () => {
    const two = generateSample({ rows: 1_000_000_000, seed: 1 });
    expect(two.next().value?.cells).toHaveLength(STAGING_COLUMNS.length);
    expect(sampleRows({ rows: 1, seed: 8 })).toHaveLength(1);
    expect(rows).toHaveLength(20_000);
  });

  it('goes forward in time and repeats no transaction', () => {
    const dates = rows.map((row) => String(row['date']));
    expect(dates).toEqual(dates.toSorted());
    expect(new Set(rows.map((row) => row['file_token'])).size).toBe(rows.length);
  });

  it('numbers pseudonyms in order of first sight, without gaps', () => {
    for (const { name, identifying } of STAGING_COLUMNS) {
      if (!identifying) continue;
      const seen = [...new Set(rows.map((row) => row[name]))];
      expect(seen).toEqual(seen.map((_, index) => `${name}_${index + 1}`));
    }
  });

  it('gives codes of the catalogue that agree with the status', () => {
    const wrong = rows.filter(
      (row) =>
        (responseByCode(Number(row['summary_code']))?.outcome === 'accepted') !== (row['summary_status'] === 'ok'),
    );
    expect(wrong).toEqual([]);
  });

  it('leaves no value outside the ranges of the model card', () => {
    const outside = STAGING_COLUMNS.flatMap(({ name, range, allowed, presence }) => {
      const isWrong = (value: string | number | null): boolean => {
        if (value === null) return presence === 'required';
        if (allowed !== undefined) return !allowed.includes(String(value));
        return (
          range !== undefined && (Number(value) < (range.min ?? -Infinity) || Number(value) > (range.max ?? Infinity))
        );
      };
      return rows.filter((row) => isWrong(row[name] ?? null)).map((row) => [name, row[name]]);
    });
    expect(outside).toEqual([]);
  });
});

describe('scores and thresholds', () => {
  const failures = (row: SampleRow, codes: readonly number[]): string[] =>
    THRESHOLDS.filter(({ failsWith }) => codes.includes(failsWith)).flatMap(({ columns, accepts }) =>
      columns.filter((column) => {
        const value = row[column];
        return typeof value === 'number' && value !== -1 && !isAccepted(accepts, value);
      }),
    );
  const all = THRESHOLDS.map(({ failsWith }) => failsWith);

  it('pass on every image of an accepted transaction', () => {
    const accepted = rows.filter((row) => row['summary_status'] === 'ok');
    expect(accepted.filter((row) => failures(row, all).length > 0)).toEqual([]);
  });

  it('fail on exactly one image where the answer is about quality or an attack, and on no other score', () => {
    const judged = [302, 303, 304, 305, 306, 1402];
    const wrong = rows.filter((row) => {
      const code = Number(row['summary_code']);
      const failing = failures(row, all);
      if (!judged.includes(code)) return failing.length > 0;
      const images = new Set(failing.map((column) => column.includes('_near_img')));
      return images.size !== 1 || failures(row, [code]).length !== failing.length;
    });
    expect(wrong).toEqual([]);
  });

  it('judge probabilities by the threshold of their column', () => {
    const near = STAGING_COLUMNS.filter(({ kind }) => kind === 'probability').map(({ name }) =>
      thresholdOfColumn(name),
    );
    expect(near.every((threshold) => threshold?.failsWith === 1402)).toBe(true);
  });

  it('tell now and then that topiq gave up', () => {
    expect(rows.filter((row) => row['score_topiq_near_img'] === -1).length).toBeGreaterThan(0);
  });
});

describe('behaviour', () => {
  const plain = rows.filter((row) => row['convenio'] !== tester);
  const byProcess = Object.values(Object.groupBy(plain, (row) => String(row['procesoConvenioGuid']))).map(
    (own) => own ?? [],
  );

  it('mostly ends a process with an acceptance, and mostly retries after a refusal', () => {
    const accepted = lastAttempts(plain).filter((row) => row['summary_status'] === 'ok').length / byProcess.length;
    expect(accepted).toBeGreaterThan(0.85);
    const followed = byProcess.flatMap((own) =>
      own.map((row, index) => [row['summary_status'], index + 1 < own.length]),
    );
    const share = (status: string): number =>
      mean(followed.filter(([one]) => one === status).map(([, again]) => Number(again)));
    expect(share('error')).toBeGreaterThan(0.75);
    expect(share('ok')).toBeLessThan(0.25);
  });

  it('has processes of dozens of attempts', () => {
    expect(Math.max(...Object.values(countBy(rows, (row) => row['procesoConvenioGuid'])))).toBeGreaterThan(24);
  });

  it('has persons who come back, clients of very different volume and images of several classes', () => {
    const processes = lastAttempts(rows);
    expect(new Set(processes.map((row) => row['documento'])).size).toBeLessThan(processes.length * 0.8);
    const volumes = Object.values(countBy(rows, (row) => row['convenio']));
    expect(Math.max(...volumes) / Math.min(...volumes)).toBeGreaterThan(8);
    expect(
      new Set(rows.map((row) => `${row['img_size_near_img_width']}x${row['img_size_near_img_height']}`)).size,
    ).toBeGreaterThan(8);
  });

  it('is quiet at night and on Sundays', () => {
    const hour = countBy(rows, (row) => String(row['date']).slice(11, 13));
    expect((hour['10'] ?? 0) / (hour['03'] ?? 1)).toBeGreaterThan(20);
    const weekday = countBy(rows, (row) => new Date(String(row['date']).slice(0, 10)).getUTCDay());
    expect((weekday['2'] ?? 0) / (weekday['0'] ?? 1)).toBeGreaterThan(1.5);
  });

  it('waits longer in the queues of busy minutes', () => {
    const minutes = countBy(rows, (row) => String(row['date']).slice(0, 16));
    const accepted = rows.filter((row) => row['summary_status'] === 'ok' && row['img_size_near_img_width'] === 590);
    const queued = (row: SampleRow): number => Number(row['queue_time_ms_topiq_near_img']);
    const load = (row: SampleRow): number => minutes[String(row['date']).slice(0, 16)] ?? 0;
    const busy = accepted.filter((row) => load(row) >= 5);
    const idle = accepted.filter((row) => load(row) <= 1);
    expect(busy.length).toBeGreaterThan(50);
    expect(mean(busy.map(queued))).toBeGreaterThan(1.4 * mean(idle.map(queued)));
    expect(mean(busy.map((row) => Number(row['total_time_ms'])))).toBeGreaterThan(
      mean(idle.map((row) => Number(row['total_time_ms']))) + 100,
    );
  });
});
