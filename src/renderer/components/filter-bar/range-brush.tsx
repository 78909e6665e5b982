import { RangeSlider } from '@mantine/core';
import { useRef, type PointerEvent, type ReactNode } from 'react';
import styles from './filter-bar.module.css';

/** Steps from end to end of a histogram that the handles can stop at. */
const STEPS = 240;
const HEIGHT = 64;

/** Bars of a histogram with a range over them: drag over the bars or move the handles, with the pointer or by keyboard. */
export function RangeBrush({
  bins,
  label,
  description,
  fromLabel,
  toLabel,
  print,
  isWhole,
  from,
  to,
  onChange,
}: {
  readonly bins: { readonly from: number; readonly to: number; readonly counts: readonly number[] };
  readonly label: string;
  readonly description: string;
  readonly fromLabel: string;
  readonly toLabel: string;
  readonly print: (value: number) => string;
  /** The handles stop at whole numbers. */
  readonly isWhole: boolean;
  readonly from: number | null;
  readonly to: number | null;
  readonly onChange: (from: number | null, to: number | null) => void;
}): ReactNode {
  const anchor = useRef<number | null>(null);
  const span = bins.to - bins.from;
  const step = isWhole ? Math.max(1, Math.round(span / STEPS)) : span / STEPS;
  const low = clamp(from ?? bins.from, bins.from, bins.to);
  const high = clamp(to ?? bins.to, bins.from, bins.to);
  const most = Math.max(1, ...bins.counts);
  const width = 100 / bins.counts.length;
  const round = (value: number): number =>
    isWhole ? Math.round(value) : Number(value.toPrecision(Math.max(4, Math.ceil(Math.log10(STEPS)) + 2)));
  /** A handle at the end of the histogram stands for no bound. */
  const set = (one: number, other: number): void => {
    const [left, right] = [Math.min(one, other), Math.max(one, other)];
    onChange(left <= bins.from ? null : round(left), right >= bins.to ? null : round(right));
  };
  const at = ({ currentTarget, clientX }: PointerEvent<SVGSVGElement>): number => {
    const box = currentTarget.getBoundingClientRect();
    return bins.from + clamp((clientX - box.left) / box.width, 0, 1) * span;
  };
  return (
    <div className={styles['brush']}>
      <svg
        role="img"
        aria-label={`${label}. ${description}`}
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
        height={HEIGHT}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          anchor.current = at(event);
        }}
        onPointerMove={(event) => {
          if (anchor.current !== null && Math.abs(at(event) - anchor.current) > span / 100)
            set(anchor.current, at(event));
        }}
        onPointerUp={() => {
          anchor.current = null;
        }}
      >
        {bins.counts.map((count, index) => {
          const middle = bins.from + (span * (index + 0.5)) / bins.counts.length;
          const height = count === 0 ? 0 : Math.max(1.5, (count / most) * HEIGHT);
          return (
            <rect
              key={index}
              className={middle >= low && middle <= high ? styles['barIn'] : styles['barOut']}
              x={index * width + width * 0.06}
              width={width * 0.88}
              y={HEIGHT - height}
              height={height}
            />
          );
        })}
      </svg>
      <RangeSlider
        size={4}
        thumbSize={16}
        min={bins.from}
        max={bins.to}
        step={step}
        minRange={0}
        label={null}
        value={[low, high]}
        onChange={([left, right]) => set(left, right)}
        thumbFromLabel={`${label}: ${fromLabel}`}
        thumbToLabel={`${label}: ${toLabel}`}
        thumbValueText={print}
      />
      <div className={styles['ends']} aria-hidden>
        <span>{print(bins.from)}</span>
        <span>{print(bins.to)}</span>
      </div>
    </div>
  );
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
