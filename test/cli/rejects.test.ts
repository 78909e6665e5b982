import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { succeed, veriscope, veriscopeJson } from '../helpers/cli.ts';
import { folderOfFile, temporaryFolder } from '../helpers/temporary-folder.ts';
import { COLUMN_NAMES, csvText, transaction, transactions } from '../helpers/transaction-csv.ts';

const cwd = folderOfFile();

/** Ten good rows, a duplicate, three rejects and two findings. */
const MIXED = csvText([
  ...transactions(10),
  transaction(9),
  transaction(20, { total_time_ms: 'soon' }),
  transaction(21, { file_token: '' }),
  transaction(3, { http_code: '503' }),
  transaction(22, { prob_ibeta2_full_far_img: '1.5' }),
  transaction(23, { summary_code: '9998' }),
]);

describe('rejects', () => {
  const rejected = ['--workspace', 'rejected.veriscope'];
  beforeAll(async () => {
    writeFileSync(join(cwd, 'mixed.csv'), MIXED);
    await succeed(['import', 'mixed.csv', ...rejected], { cwd });
  });

  it('lists file, line, column, reason and the row itself', async () => {
    const { code, out } = await veriscope(['rejects', ...rejected], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(/^mixed\.csv:13 {2}not-a-number {2}total_time_ms\n {4}text,text,tok-20,.*,soon,/m);
    expect(out).toMatch(/^mixed\.csv:14 {2}key-missing {2}file_token\n/m);
    expect(out).toMatch(/^mixed\.csv:15 {2}conflict {2}\(the same key stands in mixed\.csv, line 5\)\n/m);
    expect(out).toMatch(/\n3 rejected rows\.\n$/);
  });

  it('answers as JSON, for one import or for all', async () => {
    expect((await veriscopeJson(['rejects', ...rejected], { cwd })).answer).toMatchObject({
      ok: true,
      total: 3,
      rejects: [{ line: 13, reason: 'not-a-number' }, { line: 14 }, { line: 15 }],
    });
    expect((await veriscopeJson(['rejects', ...rejected, '--run', '2'], { cwd })).answer).toMatchObject({ total: 0 });
  });

  it('gives the rows back as CSV, which can be mended and imported', async () => {
    const { code, out, err } = await veriscope(['rejects', ...rejected, '--csv'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [header, ...rows] = out.trimEnd().split('\n');
    expect(header).toBe(COLUMN_NAMES.join(','));
    expect(rows).toHaveLength(3);
    const mended = out
      .replace(',soon,', ',1500,')
      .replace('text,text,,', 'text,text,tok-21,')
      .replace(',503,', ',200,');
    writeFileSync(join(cwd, 'mended.csv'), mended);
    const again = await veriscopeJson(['import', 'mended.csv', ...rejected], { cwd });
    expect(again.answer).toMatchObject({ ledger: { read: 3, loaded: 2, rejected: 0, duplicates: 1 } });
  });

  it('asks which import is meant where several were rejected from', async () => {
    const folder = temporaryFolder();
    for (const name of ['one', 'two']) {
      writeFileSync(join(folder, `${name}.csv`), csvText([transaction(name.length + 40, { http_code: name })]));
      await succeed(['import', `${name}.csv`, '--workspace', 'w'], { cwd: folder });
    }
    const run = await veriscope(['rejects', '--workspace', 'w', '--csv'], { cwd: folder });
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('Choose one with --run: 1 (one.csv), 2 (two.csv).');
    const chosen = await veriscope(['rejects', '--workspace', 'w', '--csv', '--run', '2'], { cwd: folder });
    expect(chosen.out.split('\n')[1]).toContain(',two,');
  });

  it('says so where there is none, and shows nothing that a terminal would act on', async () => {
    const clean = temporaryFolder();
    writeFileSync(join(clean, 'clean.csv'), csvText(transactions(2)));
    await succeed(['import', 'clean.csv', '--workspace', 'w'], { cwd: clean });
    expect(await veriscope(['rejects', '--workspace', 'w'], { cwd: clean })).toEqual({
      code: 0,
      out: 'No row was rejected.\n',
      err: '',
    });
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'odd.csv'), csvText([transaction(1, { service: '\u{1b}[2J\u{7}', http_code: 'x' })]));
    await succeed(['import', 'odd.csv', '--workspace', 'w'], { cwd: folder });
    const { out } = await veriscope(['rejects', '--workspace', 'w'], { cwd: folder });
    expect(out).toContain('\u{FFFD}[2J\u{FFFD}');
    // oxlint-disable-next-line no-control-regex -- the terminal's control characters are the point
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it('writes those that are asked for to a file', async () => {
    const run = await veriscope(['rejects', ...rejected, '--reason', 'not-a-number', '--out', 'some.csv'], { cwd });
    expect(run).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Wrote 1 rejected row \(.*some\.csv\n$/) as string,
    });
    const [header, row] = readFileSync(join(cwd, 'some.csv'), 'utf8').split('\n');
    expect(header).toBe(`source_file,line,column,reason,conflicts_with,${COLUMN_NAMES.join(',')},raw_text`);
    expect(row).toMatch(/^mixed\.csv,13,total_time_ms,not-a-number,,text,text,tok-20,.*,soon,/);
    const { answer } = await veriscopeJson(['rejects', ...rejected, '--column', 'file_token'], { cwd });
    expect(answer).toMatchObject({ total: 1, rejects: [{ line: 14 }] });
    const refused = await veriscope(['rejects', ...rejected, '--reason', 'because'], { cwd });
    expect(refused).toMatchObject({ code: 2, out: '' });
  });
});
