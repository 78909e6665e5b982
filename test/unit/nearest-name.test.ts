import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearestName } from '../../src/shared/nearest-name.ts';

describe('nearestName', () => {
  const names = ['convenio', 'documento', 'procesoConvenioGuid', 'summary_code', 'total_time_ms_other_mircroservices'];

  it.each([
    ['convenoi', 'convenio'],
    ['Convenio', 'convenio'],
    ['proceso_convenio_guid', 'procesoConvenioGuid'],
    ['PROCESOCONVENIOGUID', 'procesoConvenioGuid'],
    ['summary code', 'summary_code'],
    ['total_time_ms_other_microservices', 'total_time_ms_other_mircroservices'],
    ['guid', 'procesoConvenioGuid'],
    ['Total_Time', 'total_time_ms_other_mircroservices'],
  ])('takes %s for %s', (wanted, expected) => {
    expect(nearestName(wanted, names)).toBe(expected);
  });

  it.each(['', '   ', 'xyz', 'latitude', 'ode', "'; DROP TABLE transform; --"])('finds nothing like %j', (wanted) => {
    expect(nearestName(wanted, names)).toBeNull();
  });

  it('takes the first of equals', () => {
    expect(nearestName('time_c', ['time_a', 'time_b'])).toBe('time_a');
  });
});

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['kitten', 'sitting', 3],
    ['code', 'coed', 1],
    ['', 'abc', 3],
  ])('from %j to %j is %i', (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
  });

  it('is symmetric and at most the longer length', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (left, right) => {
        const distance = editDistance(left, right);
        expect(distance).toBe(editDistance(right, left));
        expect(distance).toBeLessThanOrEqual(Math.max(left.length, right.length));
        expect(distance === 0).toBe(left === right);
      }),
    );
  });
});
