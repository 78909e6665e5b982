import { describe, expect, it } from 'vitest';
import { appFixture } from '../helpers/app-fixture.ts';
import { bookRows } from '../helpers/import-fixture.ts';
import { transaction, transactions } from '../helpers/transaction-csv.ts';

const LONG = 1100;
const { workspace, ask, refusal } = appFixture(
  () => [
    ...transactions(6),
    transaction(10, { total_time_ms: 'slow' }),
    transaction(11, {
      procesoConvenioGuid: '',
      summary_status: 'error',
      summary_code: '302',
      summary_desc: 'blur/haze',
    }),
    transaction(12, { score_liqe_near_img: '', img_size_near_img_width: '', http_code: '' }),
  ],
  // The first process goes on in a later import, by an attempt that came before its last one.
  () => [transaction(20, { procesoConvenioGuid: 'process_0', date: '2025-01-08T00:00:01.500000-05:00' })],
  () => transactions(LONG, 3000).map((row) => ({ ...row, procesoConvenioGuid: 'process_long' })),
);

const idOf = (token: string): number =>
  Number(bookRows(workspace, `SELECT id FROM staging WHERE file_token = '${token}'`)[0]?.['id']);

describe('transaction.read', () => {
  it('tells the cells of both tables, typed, missing ones and sentinels as they are kept', async () => {
    const { staging, transform } = await ask('transaction.read', { id: idOf('tok-12') });
    expect(Object.keys(staging)).toHaveLength(79);
    expect(Object.keys(transform)).toHaveLength(67);
    expect(staging).toMatchObject({
      file_token: 'tok-12',
      date: '2025-01-08 00:00:12.000001-05:00',
      summary_code: 1400,
      total_time_ms: 500,
      http_code: null,
      score_liqe_near_img: null,
    });
    expect(transform).toMatchObject({
      score_liqe_near_img: -2,
      image_quality_near_img: null,
      same_image_quality: null,
      same_aspect_ratio: null,
      date_month: 'January',
    });
    expect((await ask('transaction.read', { id: idOf('tok-1') })).transform).toMatchObject({ same_aspect_ratio: true });
  });

  it('tells the run, the file and the line that the row came from', async () => {
    expect((await ask('transaction.read', { id: idOf('tok-11') })).source).toEqual({
      run: 1,
      fileName: 'source-1.csv',
      line: 9,
    });
    expect((await ask('transaction.read', { id: idOf('tok-20') })).source).toMatchObject({ run: 2, line: 2 });
  });

  it('tells all attempts of its process in their order, over all imports', async () => {
    const { attempts, attemptCount } = await ask('transaction.read', { id: idOf('tok-2') });
    expect(attemptCount).toBe(4);
    expect(attempts.map(({ id, attempt, isFinal }) => ({ id, attempt, isFinal }))).toEqual([
      { id: idOf('tok-0'), attempt: 1, isFinal: false },
      { id: idOf('tok-1'), attempt: 2, isFinal: false },
      { id: idOf('tok-20'), attempt: 3, isFinal: false },
      { id: idOf('tok-2'), attempt: 4, isFinal: true },
    ]);
    expect(attempts[0]).toMatchObject({
      date: '2025-01-08 00:00:00.000001-05:00',
      code: 1400,
      description: 'antispoofing OK',
      status: 'ok',
      totalMilliseconds: 500,
    });
  });

  it('takes a transaction without a process for the only attempt of its own', async () => {
    const id = idOf('tok-11');
    const { attempts, attemptCount } = await ask('transaction.read', { id });
    expect(attemptCount).toBe(1);
    expect(attempts).toEqual([
      {
        id,
        attempt: 1,
        date: '2025-01-08 00:00:11.000001-05:00',
        code: 302,
        description: 'blur/haze',
        status: 'error',
        totalMilliseconds: 500,
        isFinal: true,
      },
    ]);
  });

  it('tells the first thousand attempts of a long process, itself always among them', async () => {
    const early = await ask('transaction.read', { id: idOf('tok-3001') });
    expect(early.attempts.map(({ attempt }) => attempt)).toEqual(Array.from({ length: 1000 }, (_, index) => index + 1));
    const late = await ask('transaction.read', { id: idOf(`tok-${3000 + LONG - 1}`) });
    expect(late.attemptCount).toBe(LONG);
    expect(late.attempts).toHaveLength(1000);
    expect(late.attempts.slice(-2).map(({ attempt }) => attempt)).toEqual([999, LONG]);
    expect(late.attempts.at(-1)).toMatchObject({ id: late.id, isFinal: true });
  });

  it.each([7, 999_999])('says that there is no transaction %i', async (id) => {
    expect(await refusal('transaction.read', { id })).toMatchObject({
      code: 'ROW_NOT_FOUND',
      message: `The workspace holds no transaction ${id}.`,
    });
  });
});
