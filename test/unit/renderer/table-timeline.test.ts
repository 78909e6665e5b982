import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeModel } from '../../../src/main/services/model/model-card.ts';
import { axisMarks, timelineLayout } from '../../../src/renderer/features/tables/detail/timeline-layout.ts';

const card = describeModel();
const columns = card.tables.find(({ name }) => name === 'staging')?.columns ?? [];
const layout = (staging: Record<string, number | null>) => timelineLayout(card.microservices, columns, staging);

describe('the timeline of a transaction', () => {
  test('stacks each image by itself, and puts the work on the pair after both', () => {
    const { bars, sum, other, longest, total } = layout({
      total_time_ms: 100,
      time_ms_accessory_detector_near_img: 10,
      queue_time_ms_accessory_detector_near_img: 2,
      time_ms_accessory_detector_far_img: 20,
      queue_time_ms_accessory_detector_far_img: 1,
      time_ms_face_detector_near_img: 5,
      time_ms_geometry_check: 7,
      queue_time_ms_geometry_check: 0,
    });
    expect(bars).toEqual([
      { service: 'accessory_detector', lane: 'near', start: 0, queue: 2, execution: 10 },
      { service: 'accessory_detector', lane: 'far', start: 0, queue: 1, execution: 20 },
      { service: 'face_detector', lane: 'near', start: 12, queue: null, execution: 5 },
      { service: 'geometry_check', lane: 'pair', start: 21, queue: 0, execution: 7 },
    ]);
    expect({ sum, other, longest, total }).toEqual({ sum: 45, other: 55, longest: 28, total: 100 });
  });

  test('tells a microservice that left no time from one that took 0 ms', () => {
    const { services } = layout({ total_time_ms: 5, time_ms_liqe_near_img: 0, time_ms_topiq_near_img: null });
    expect(services.find(({ name }) => name === 'liqe')?.isExecuted).toBe(true);
    expect(services.find(({ name }) => name === 'topiq')?.isExecuted).toBe(false);
    expect(services.map(({ name }) => name)).toEqual(card.microservices.map(({ name }) => name));
  });

  test('has less than nothing left where the images were worked on side by side', () => {
    expect(layout({ total_time_ms: 30, time_ms_liqe_near_img: 25, time_ms_liqe_far_img: 25 }).other).toBe(-20);
    expect(layout({ time_ms_liqe_near_img: 25 }).other).toBeNull();
  });

  test('lays no bar over another of its lane, and no lane is longer than said', () => {
    const durations = columns.filter(({ kind, timing }) => kind === 'duration' && timing !== null);
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.nat(5000)), { minLength: durations.length, maxLength: durations.length }),
        (values) => {
          const { bars, longest } = layout(
            Object.fromEntries(durations.map(({ name }, index) => [name, values[index] ?? null])),
          );
          const ends = { near: 0, far: 0, pair: 0 };
          for (const { lane, start, queue, execution } of bars) {
            expect(start).toBeGreaterThanOrEqual(lane === 'pair' ? Math.max(ends.near, ends.far) : ends[lane]);
            ends[lane] = start + (queue ?? 0) + (execution ?? 0);
            expect(ends[lane]).toBeLessThanOrEqual(longest);
          }
        },
      ),
    );
  });
});

describe('the marks of an axis', () => {
  test('are round, begin at 0 and stay within the axis', () => {
    expect(axisMarks(1703, 6)).toEqual([0, 500, 1000, 1500]);
    expect(axisMarks(1000, 5)).toEqual([0, 200, 400, 600, 800, 1000]);
    expect(axisMarks(0)).toEqual([0]);
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e7, noNaN: true }), (end) => {
        const marks = axisMarks(end);
        expect(marks[0]).toBe(0);
        expect(marks.length).toBeLessThanOrEqual(6);
        expect(marks.at(-1)).toBeLessThanOrEqual(end * (1 + 1e-9));
      }),
    );
  });
});
