import { describe, expect, it } from 'vitest';
import {
  keptColumns,
  mappingKey,
  parseMapping,
  remapped,
  type SourceColumn,
} from '../../../src/renderer/features/import/column-mapping.ts';

describe('the key of a mapping by hand', () => {
  it('is the same for the same header and tells nothing of it', async () => {
    const key = await mappingKey(['fecha', 'total']);
    expect(key).toBe(await mappingKey(['fecha', 'total']));
    expect(key).toMatch(/^mapping:[0-9a-f]{64}$/);
  });

  it('differs by names, by their order and by where one ends', async () => {
    const headers = [['a', 'b'], ['b', 'a'], ['a,b'], ['a', 'b', '']];
    expect(new Set(await Promise.all(headers.map(mappingKey))).size).toBe(headers.length);
  });
});

describe('a kept mapping', () => {
  it('comes back for the names that the header has', () => {
    const kept = { columnNames: { fecha: 'date', old: 'service', notes: null } };
    expect(parseMapping(kept, ['fecha', 'notes'])).toEqual({ fecha: 'date', notes: null });
  });

  it('is none where it is damaged or nothing of it fits', () => {
    expect(parseMapping({ columnNames: { fecha: 7 } }, ['fecha'])).toBeNull();
    expect(parseMapping('text', ['fecha'])).toBeNull();
    expect(parseMapping({ columnNames: { old: 'date' } }, ['fecha'])).toBeNull();
  });
});

describe('mapping a column by hand', () => {
  it('adds, changes and takes back', () => {
    expect(remapped({}, 'fecha', 'date')).toEqual({ fecha: 'date' });
    expect(remapped({ fecha: 'date' }, 'fecha', null)).toEqual({ fecha: null });
    expect(remapped({ fecha: 'date', x: null }, 'fecha', undefined)).toEqual({ x: null });
  });

  it('takes the staging column from the one that fed it before', () => {
    expect(remapped({ fecha: 'date' }, 'day', 'date')).toEqual({ day: 'date' });
  });

  it('leaves out several columns without one taking it from the other', () => {
    expect(remapped({ a: null }, 'b', null)).toEqual({ a: null, b: null });
  });
});

describe('the kept columns', () => {
  it('are those that feed a staging column, the first of two for the same', () => {
    const column = (sourceName: string, stagingName: string | null): SourceColumn => ({
      sourceName,
      stagingName,
      match: stagingName === null ? 'unknown' : 'exact',
      nearest: null,
    });
    const columns = [column('date', 'date'), column('ip', null), column('Date', 'date'), column('service', 'service')];
    expect(keptColumns(columns).map(({ sourceName }) => sourceName)).toEqual(['date', 'service']);
  });
});
