import { rmSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/shared/contract/ledger.ts';
import { TRANSFORM_COLUMNS } from '../../src/etl/model/transform-columns.ts';
import { workspacePaths } from '../../src/main/engine/workspace.ts';
import { bookRows, importFixture, lensRows, type TableRow } from '../helpers/import-fixture.ts';
import { madeRows, type MadeRow } from '../helpers/staging-maker.ts';
import { folderOfFile } from '../helpers/temporary-folder.ts';
import { csvText } from '../helpers/transaction-csv.ts';
import { attemptPlaces, transformOf, type AttemptPlace, type Transformed } from '../helpers/transform-reference.ts';

const ROWS = 20_000;
const NAMES = TRANSFORM_COLUMNS.map(({ name }) => name);
const LIST = NAMES.map((name) => `"${name}"`).join(', ');
const TRUTHS = new Set(TRANSFORM_COLUMNS.filter(({ kind }) => kind === 'boolean').map(({ name }) => name));

const { workspace, import: importText } = importFixture(folderOfFile());

let ledger: Ledger;
let made: readonly MadeRow[];
let expected: readonly Transformed[];
let places: ReadonlyMap<number, AttemptPlace>;
let staged: readonly TableRow[];

/** The first cells in which two tables differ: comparing row by row is what tells them apart quickly. */
function differences(
  found: readonly Readonly<Record<string, unknown>>[],
  wanted: readonly Readonly<Record<string, unknown>>[],
  names: readonly string[],
): readonly unknown[] {
  const different: unknown[] = [];
  if (found.length !== wanted.length) different.push(`${found.length} rows instead of ${wanted.length}`);
  for (const [index, row] of wanted.entries()) {
    for (const name of names) {
      if (found[index]?.[name] !== row[name] && different.length < 10)
        different.push({ index, name, found: found[index]?.[name], wanted: row[name] });
    }
  }
  return different;
}

const asBook = (row: Transformed): TableRow =>
  Object.fromEntries(
    NAMES.map((name) => [name, TRUTHS.has(name) && row[name] !== null ? Number(row[name]) : row[name]]),
  ) as TableRow;

beforeAll(async () => {
  made = madeRows(ROWS, 67);
  ({ ledger } = await importText(csvText(made.map(({ cells }) => cells))));
  expected = made.map(({ staging }) => transformOf(staging));
  staged = bookRows(workspace, 'SELECT * FROM staging ORDER BY id');
  places = attemptPlaces(
    staged.map((row) => ({
      id: Number(row['id']),
      process: row['procesoConvenioGuid'] as string | null,
      epochMicroseconds: Number(row['x_epoch_us']),
    })),
  );
});

describe('the transform of 20,000 made-up rows', () => {
  it('starts from the staging rows that were made', () => {
    expect(ledger).toEqual({ read: ROWS, loaded: ROWS, rejected: 0, duplicates: 0 });
    const names = Object.keys(made[0]?.staging ?? {});
    expect(names).toHaveLength(79);
    expect(
      differences(
        staged,
        made.map(({ staging }) => staging),
        names,
      ),
    ).toEqual([]);
  });

  it('meets every class, shape and gap', () => {
    for (const column of ['image_quality_near_img', 'image_quality_far_img'])
      expect(new Set(expected.map((row) => row[column])).size).toBe(10);
    for (const column of ['aspect_ratio_near_img', 'aspect_ratio_far_img'])
      expect(new Set(expected.map((row) => row[column])).size).toBe(4);
    for (const column of TRUTHS)
      expect(new Set(expected.map((row) => row[column]))).toEqual(new Set([true, false, null]));
    expect(new Set(expected.map((row) => row['date_day_off_week'])).size).toBe(7);
    expect(new Set(expected.map((row) => row['date_month'])).size).toBe(12);
    expect(expected.some((row) => row['total_time_ms_all_mircroservices'] === Infinity)).toBe(true);
    expect(expected.some((row) => Number(row['total_time_ms_other_mircroservices']) < 0)).toBe(true);
  });

  it('is in the book what the published derivations say, in all 67 columns', () => {
    const found = bookRows(workspace, `SELECT ${LIST} FROM transform ORDER BY id`);
    expect(Object.keys(found[0] ?? {})).toEqual(NAMES);
    expect(differences(found, expected.map(asBook), NAMES)).toEqual([]);
  });

  it('is in the lens what the published derivations say, in all 67 columns', async () => {
    const found = await lensRows(workspace, `SELECT ${LIST} FROM transform ORDER BY id`);
    expect(Object.keys(found[0] ?? {})).toEqual(NAMES);
    expect(differences(found, expected, NAMES)).toEqual([]);
  });

  it('keeps of every process the last attempt, ties to the later row, and every row without process, in book and lens', async () => {
    const wanted = staged
      .filter((row) => places.get(Number(row['id']))?.isFinal === true)
      .map((row) => ({ id: row['id'] }));
    expect(wanted.length).toBeLessThan(ROWS / 2);
    expect(bookRows(workspace, 'SELECT id FROM no_retries ORDER BY id')).toEqual(wanted);
    expect(await lensRows(workspace, 'SELECT id FROM no_retries ORDER BY id')).toEqual(wanted);
    expect(bookRows(workspace, 'SELECT * FROM no_retries EXCEPT SELECT * FROM transform')).toEqual([]);
  });

  it('numbers the attempts of every process', async () => {
    const found = await lensRows(
      workspace,
      `SELECT id, x_attempt_number AS number, x_attempts_in_process AS "of", x_is_final_attempt AS "isFinal",
         x_seconds_since_previous_attempt AS "secondsSincePrevious", x_without_process AS alone FROM transform ORDER BY id`,
    );
    const wanted = staged.map((row) => ({
      ...places.get(Number(row['id'])),
      alone: row['procesoConvenioGuid'] === null,
    }));
    expect(differences(found, wanted, ['number', 'of', 'isFinal', 'secondsSincePrevious', 'alone'])).toEqual([]);
  });

  it('knows the local clock and the time of each microservice where it ran', async () => {
    const found = await lensRows(
      workspace,
      `SELECT CAST(x_local_time AS VARCHAR) AS clock, x_execution_ms_liqe AS execution, x_queue_ms_liqe AS queue, x_near_ms_liqe AS near,
         x_far_ms_liqe AS far, x_executed_liqe AS executed, x_execution_ms_geometry_check AS geometry FROM transform ORDER BY id`,
    );
    const sum = (row: MadeRow['staging'], ...names: readonly string[]): number | null => {
      const known = names.map((name) => row[name] as number | null);
      return known.every((value) => value === null)
        ? null
        : known.reduce<number>((total, value) => total + (value ?? 0), 0);
    };
    const [near, far, queueNear, queueFar] = [
      'time_ms_liqe_near_img',
      'time_ms_liqe_far_img',
      'queue_time_ms_liqe_near_img',
      'queue_time_ms_liqe_far_img',
    ] as const;
    const wanted = made.map(({ staging }) => ({
      clock: String(staging['date'])
        .slice(0, 26)
        .replace(/\.?0+$/, ''),
      execution: sum(staging, near, far),
      queue: sum(staging, queueNear, queueFar),
      near: sum(staging, near, queueNear),
      far: sum(staging, far, queueFar),
      executed: sum(staging, near, far, queueNear, queueFar) !== null,
      geometry: staging['time_ms_geometry_check'] ?? null,
    }));
    expect(differences(found, wanted, ['execution', 'queue', 'near', 'far', 'executed', 'geometry'])).toEqual([]);
    expect(found.filter((row, index) => !String(row['clock']).startsWith(String(wanted[index]?.clock)))).toEqual([]);
  });

  it('is the same in a lens that was made anew from the book', async () => {
    const query = 'SELECT id, md5(CAST(transform AS VARCHAR)) AS row FROM transform ORDER BY id';
    const before = await lensRows(workspace, query);
    rmSync(workspacePaths(workspace).lens);
    expect(differences(await lensRows(workspace, query), before, ['id', 'row'])).toEqual([]);
  });
});
