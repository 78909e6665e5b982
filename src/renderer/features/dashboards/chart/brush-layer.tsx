import type { ECharts } from 'echarts/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import styles from './chart.module.css';

/** Part of a chart, lower value first, in values of its axes; on a category axis the index, halves at the borders. */
export interface BrushRegion {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** A pointer that moved less, in CSS pixels, meant a click. */
const LEAST_DRAG = 5;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Lets a range of a chart with one grid be dragged; a click stays a click. */
export function BrushLayer({
  chart,
  axes,
  onBrush,
}: {
  readonly chart: ECharts | null;
  readonly axes: 'x' | 'y' | 'xy';
  readonly onBrush: (region: BrushRegion, done: boolean) => void;
}): ReactNode {
  const [box, setBox] = useState<Box | null>(null);
  const brushed = useRef(onBrush);
  useEffect(() => {
    brushed.current = onBrush;
  });
  useEffect(() => {
    if (chart === null) return undefined;
    const dom = chart.getDom();
    let start: { readonly x: number; readonly y: number } | null = null;
    let isDragging = false;
    let frame = 0;
    const place = (event: PointerEvent): { readonly x: number; readonly y: number } => {
      const { left, top } = dom.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const tell = (end: { readonly x: number; readonly y: number }, done: boolean): void => {
      if (start === null) return;
      const grid = gridOf(chart);
      const [x0, x1] = axes === 'y' ? [grid.left, grid.left + grid.width] : ordered(start.x, end.x);
      const [y0, y1] = axes === 'x' ? [grid.top, grid.top + grid.height] : ordered(start.y, end.y);
      const [left, right] = [within(x0, grid.left, grid.width), within(x1, grid.left, grid.width)];
      const [top, bottom] = [within(y0, grid.top, grid.height), within(y1, grid.top, grid.height)];
      setBox(done ? null : { left, top, width: right - left, height: bottom - top });
      const [fromX, toX] = ordered(valueAt(chart, 'x', left), valueAt(chart, 'x', right));
      const [fromY, toY] = ordered(valueAt(chart, 'y', bottom), valueAt(chart, 'y', top));
      brushed.current({ x: [fromX, toX], y: [fromY, toY] }, done);
    };
    const down = (event: PointerEvent): void => {
      const at = place(event);
      if (event.button !== 0 || !chart.containPixel({ gridIndex: 0 }, [at.x, at.y])) return;
      start = at;
      isDragging = false;
    };
    const moved = (event: PointerEvent): void => {
      if (start === null) return;
      const at = place(event);
      const distance = axes === 'y' ? Math.abs(at.y - start.y) : Math.abs(at.x - start.x);
      if (!isDragging && distance < LEAST_DRAG) return;
      if (!isDragging) {
        isDragging = true;
        dom.setPointerCapture(event.pointerId);
        chart.dispatchAction({ type: 'hideTip' });
      }
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => tell(at, false));
    };
    const up = (event: PointerEvent): void => {
      cancelAnimationFrame(frame);
      if (start !== null && isDragging) tell(place(event), true);
      start = null;
      isDragging = false;
    };
    const given = (): void => {
      cancelAnimationFrame(frame);
      setBox(null);
      start = null;
      isDragging = false;
    };
    dom.addEventListener('pointerdown', down);
    dom.addEventListener('pointermove', moved);
    dom.addEventListener('pointerup', up);
    dom.addEventListener('pointercancel', given);
    return () => {
      cancelAnimationFrame(frame);
      dom.removeEventListener('pointerdown', down);
      dom.removeEventListener('pointermove', moved);
      dom.removeEventListener('pointerup', up);
      dom.removeEventListener('pointercancel', given);
    };
  }, [chart, axes]);
  if (box === null) return null;
  const { left, top, width, height } = box;
  return (
    <div
      className={styles['brush']}
      style={{ insetInlineStart: left, insetBlockStart: top, inlineSize: width, blockSize: height }}
    />
  );
}

function ordered(one: number, other: number): [number, number] {
  return one <= other ? [one, other] : [other, one];
}

function within(value: number, start: number, size: number): number {
  return Math.min(start + size, Math.max(start, value));
}

/** ECharts gives the index of a category rounded; a value axis gives the value. */
function valueAt(chart: ECharts, axis: 'x' | 'y', pixel: number): number {
  const finder = axis === 'x' ? { xAxisIndex: 0 } : { yAxisIndex: 0 };
  return Number(chart.convertFromPixel(finder, pixel));
}

/** The rectangle in which a chart plots, found by where its axes begin and end. */
function gridOf(chart: ECharts): Box {
  // The published types do not know the model; without it the grid's place under its labels cannot be told.
  const { getModel } = chart as unknown as { getModel: () => GridModel };
  const rect = getModel.call(chart).getComponent('grid', 0)?.coordinateSystem?.getRect();
  if (rect === undefined) return { left: 0, top: 0, width: chart.getWidth(), height: chart.getHeight() };
  return { left: rect.x, top: rect.y, width: rect.width, height: rect.height };
}

interface GridModel {
  readonly getComponent: (
    name: string,
    index: number,
  ) =>
    | {
        readonly coordinateSystem?: {
          readonly getRect: () => {
            readonly x: number;
            readonly y: number;
            readonly width: number;
            readonly height: number;
          };
        };
      }
    | undefined;
}
