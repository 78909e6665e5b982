import { describe, expect, it } from 'vitest';
import { MICROSERVICES } from '../../src/etl/model/microservices.ts';
import { STAGING_COLUMNS } from '../../src/etl/model/staging-columns.ts';
import published from '../fixtures/published-figures.json' with { type: 'json' };
import { countBy, lastAttempts, sampleRows, sumOf, type SampleRow } from '../helpers/sample-rows.ts';

type Side = 'near' | 'far';
const width = (row: SampleRow, side: Side): number => Number(row[`img_size_${side}_img_width`]);
const height = (row: SampleRow, side: Side): number => Number(row[`img_size_${side}_img_height`]);

function classOf(row: SampleRow, side: Side): string {
  const pixels = width(row, side) * height(row, side);
  const classes = Object.entries(published.resolution_classes_min_pixels);
  return classes.find(([, minimum]) => pixels >= minimum)?.[0] ?? '';
}

const aspectOf = (row: SampleRow, side: Side): string =>
  width(row, side) > height(row, side) ? 'LANDSCAPE' : 'PORTRAIT';
const totalColumns = (microservice: string): string[] =>
  STAGING_COLUMNS.filter((column) => column.kind === 'duration' && column.microservice === microservice).map(
    ({ name }) => name,
  );
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** Means and deviations were printed with two decimals. */
const asPrinted = (value: number): number => Number(value.toFixed(2));

/** By linear interpolation, as the published quartiles. */
function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  return below + (place - Math.floor(place)) * ((sorted[Math.floor(place) + 1] ?? below) - below);
}

function counted(rows: readonly SampleRow[], key: (row: SampleRow) => string): Record<string, Record<string, number>> {
  const answers = Object.groupBy(rows, (row) => String(row['summary_desc']));
  return Object.fromEntries(
    Object.entries(answers).map(([answer, ofAnswer]) => [answer, countBy(ofAnswer ?? [], key)]),
  );
}

describe.each([1, 20_250_131])('preset january-2025, seed %i', (seed) => {
  const rows = sampleRows({ preset: 'january-2025', rows: 5, seed });
  const last = lastAttempts(rows);

  it('has the published number of transactions, whatever number was asked for', () => {
    expect(rows).toHaveLength(published.staging_rows);
  });

  it('has the published answers', () => {
    expect(countBy(rows, (row) => row['summary_status'])).toEqual(published.status);
    expect(countBy(rows, (row) => row['summary_desc'])).toEqual(published.response_by_summary_desc);
  });

  it('has the published transactions of every day', () => {
    const byDay = countBy(rows, (row) => Number(String(row['date']).slice(8, 10)));
    expect(byDay).toEqual(published.transactions_by_day_of_january_2025);
    expect(rows.every((row) => /^2025-01-\d\dT\d\d:\d\d:\d\d\.\d{6}-05:00$/.test(String(row['date'])))).toBe(true);
  });

  it('has the published resolution classes of every answer', () => {
    const classes = counted(rows, (row) => classOf(row, 'near'));
    expect(classes).toMatchObject(published.image_quality_by_response);
    // A slice that was not printed is small.
    const all = Object.values(classes).flatMap((ofAnswer) => Object.values(ofAnswer));
    const printed = Object.values(published.image_quality_by_response).flatMap((ofAnswer) => Object.values(ofAnswer));
    expect(mean(all) * all.length - mean(printed) * printed.length).toBe(12);
  });

  it('has the published aspect ratios of every answer', () => {
    expect(counted(rows, (row) => aspectOf(row, 'near'))).toMatchObject(published.aspect_ratio_by_response);
  });

  it('has far images of the size of the near one but for a handful', () => {
    const differing = rows.filter((row) => width(row, 'near') !== width(row, 'far'));
    expect(differing.length).toBeGreaterThan(0);
    expect(differing.length).toBeLessThan(20);
  });

  it('misses as many values in every column as the published CSV', () => {
    const missing: Record<string, number> = published.missing_of_14654;
    const found = STAGING_COLUMNS.map(({ name }) => [name, rows.filter((row) => row[name] === null).length]);
    expect(found).toEqual(STAGING_COLUMNS.map(({ name }) => [name, missing[name] ?? 0]));
  });

  it('has the published processes, clients, answers and persons once retries are removed', () => {
    expect(last).toHaveLength(published.no_retries_rows);
    expect(countBy(last, (row) => row['summary_status'])).toEqual(published.no_retries.status);
    expect(countBy(last, (row) => row['convenio'])).toEqual(published.no_retries.clients);
    expect(countBy(last, (row) => row['summary_desc'])).toEqual(published.no_retries.response_by_summary_desc);
    expect(new Set(last.map((row) => row['documento'])).size).toBe(published.no_retries.persons);
  });

  it('has the published image sizes once retries are removed', () => {
    const sizes = countBy(last, (row) => `${width(row, 'near')}x${height(row, 'near')}`);
    expect(sizes).toMatchObject(published.image_sizes_seen_in_no_retries);
  });

  it('numbers the clients in order of first sight', () => {
    expect([...new Set(rows.map((row) => row['convenio']))]).toEqual(published.clients);
  });

  it('holds the test session of about 2,000 transactions in one process', () => {
    const tested = rows.filter((row) => row['convenio'] === 'convenio_3');
    expect(tested.length).toBe(2000);
    expect(new Set(tested.map((row) => row['procesoConvenioGuid'])).size).toBe(1);
    expect(tested.filter((row) => row['summary_desc'] === 'spoof image').length).toBeGreaterThan(845 / 2);
    expect(tested.filter((row) => classOf(row, 'near') === 'FULLHD').length).toBeGreaterThan(1900);
  });

  it('repeats no transaction, and its processes go forward in time', () => {
    expect(new Set(rows.map((row) => row['file_token'])).size).toBe(rows.length);
    const latest = new Map<unknown, string>();
    const backward = rows.filter((row) => {
      const before = latest.get(row['procesoConvenioGuid']) ?? '';
      latest.set(row['procesoConvenioGuid'], String(row['date']));
      return String(row['date']) <= before;
    });
    expect(backward).toEqual([]);
  });

  it('keeps a process with one client and one person', () => {
    const owners = new Set(rows.map((row) => `${row['procesoConvenioGuid']} ${row['convenio']} ${row['documento']}`));
    expect(owners.size).toBe(published.no_retries_rows);
  });

  it('has the published mean time of every microservice, to the last printed digit', () => {
    const means = MICROSERVICES.map(({ name }) => [
      name,
      asPrinted(mean(rows.map((row) => sumOf(row, totalColumns(name))))),
    ]);
    const { other_mircroservices: _, ...printed } = published.mean_ms_per_transaction;
    expect(Object.fromEntries(means)).toEqual({ ...printed, accessory_detector: 79.1 });
  });

  it('has the published total times, to the last printed digit', () => {
    const totals = rows.map((row) => Number(row['total_time_ms']));
    const average = mean(totals);
    const squares = totals.reduce((sum, total) => sum + (total - average) ** 2, 0);
    expect({
      mean: asPrinted(average),
      std: asPrinted(Math.sqrt(squares / (totals.length - 1))),
      min: Math.min(...totals),
      p25: percentile(totals, 0.25),
      p50: percentile(totals, 0.5),
      p75: percentile(totals, 0.75),
      max: Math.max(...totals),
    }).toEqual(published.total_time_ms);
    expect(totals.every((total) => Number.isInteger(total))).toBe(true);
  });

  it('leaves the published time to other work, now and then less than none', () => {
    const columns = MICROSERVICES.flatMap(({ name }) => totalColumns(name));
    const other = rows.map((row) => Number(row['total_time_ms']) - sumOf(row, columns));
    expect(asPrinted(mean(other))).toBe(published.mean_ms_per_transaction.other_mircroservices);
    expect(Math.min(...other)).toBeLessThan(-200);
    expect(Math.min(...other)).toBeGreaterThanOrEqual(-300);
  });
});

describe('preset january-2025', () => {
  it('varies its details with the seed', () => {
    const dates = (seed: number): unknown[] =>
      sampleRows({ preset: 'january-2025', rows: 1, seed })
        .slice(0, 50)
        .map((row) => row['date']);
    expect(dates(3)).not.toEqual(dates(4));
    expect(dates(3)).toEqual(dates(3));
  });
});
