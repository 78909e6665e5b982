import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IDENTITY_COLUMNS } from '../../src/etl/sample/identity-columns.ts';
import { identityShape, maskedIdentity } from '../../src/etl/sources/identity-shape.ts';
import { sampleRows } from '../helpers/sample-rows.ts';

describe('a value that is no pseudonym', () => {
  it.each([
    ['ana.perez@example.test', 'email'],
    ['  A@b.co ', 'email'],
    ['+57 300 123 4567', 'phone'],
    ['0057-300-1234567', 'phone'],
    ['(601) 555-0199', 'phone'],
    ['3001234567', 'phone'],
    ['300 123 4567', 'phone'],
    ['192.0.2.10', 'ip-address'],
    ['2001:db8::1', 'ip-address'],
    ['00000000-0000-4000-8000-00000000000a', 'uuid'],
    ['{1B4E28BA-2FA1-11D2-883F-0016D3CCA427}', 'uuid'],
    ['1020304050', 'document-number'],
    ['1020304050.0', 'document-number'],
    ['52.345.678', 'document-number'],
    ['12.345.678-K', 'document-number'],
    ['CC 1020304050', 'document-number'],
    ['C.C. 52.345.678', 'document-number'],
    ['NIT 900123456-7', 'document-number'],
    ['12345678Z', 'document-number'],
    ['X1234567L', 'document-number'],
    ['AB123456', 'document-number'],
    ['GOMC900101HDFRRL09', 'document-number'],
    ['9900000001_2025-01-08_22:49:40', 'document-number'],
    ['EXAMPLE-1_2025-01-08_22:49:40', 'document-number'],
    ['ana@example.test_2025-01-08_22:49:40', 'email'],
    ['María José Pérez', 'person-name'],
    ['JUAN DE LA CRUZ', 'person-name'],
    ['Pérez, Ana', 'person-name'],
    ["Siobhan O'Neill", 'person-name'],
    ['Ana M. Pérez-Gil', 'person-name'],
  ])('%j is taken for a %s', (text, shape) => {
    expect(identityShape(text)).toBe(shape);
  });
});

describe('a pseudonym', () => {
  it.each([
    'documento_1',
    'procesoConvenioGuid_12345678',
    'person_3',
    'client-17',
    'Client A',
    'Unknown User',
    'Test Client',
    'Sin Dato',
    '42',
    '12345',
    '',
    ' ',
    'main',
    'example-account',
    '8685b160a4850fcefc7717c14b0c2bfa',
    'a'.repeat(64),
    '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    '2025-01-08',
    'P000123',
    'Ana',
    'null',
  ])('%j raises no suspicion', (text) => {
    expect(identityShape(text)).toBeNull();
  });

  it('of the published form raises none, whatever its field and number', () => {
    const field = fc.constantFrom('user_name', 'procesoConvenioGuid', 'convenio', 'documento', 'Documento');
    fc.assert(
      fc.property(field, fc.nat(), (name, n) => {
        expect(identityShape(`${name}_${n}`)).toBeNull();
      }),
    );
  });

  it('of a sample raises none, while what it stands for does', () => {
    const rows = sampleRows({ rows: 2000, seed: 3 });
    for (const { name } of IDENTITY_COLUMNS)
      expect(rows.filter((row) => identityShape(String(row[name] ?? '')) !== null)).toEqual([]);
  });
});

describe('a masked value', () => {
  it.each([
    ['ana.perez@example.test', 'a••••@••••'],
    ['1020304050', '1••••'],
    ['52.345.678', '5••••.••••.••••'],
    ['+57 300 123 4567', '+•••• •••• •••• ••••'],
    ['María José', 'M•••• ••••'],
    ['192.0.2.10', '1••••.••••.••••.••••'],
  ])('%j is %j', (text, masked) => {
    expect(maskedIdentity(text)).toBe(masked);
  });

  it('holds no letter and no digit beyond the first', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const rest = Array.from(maskedIdentity(text)).slice(1).join('');
        expect(rest).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});
