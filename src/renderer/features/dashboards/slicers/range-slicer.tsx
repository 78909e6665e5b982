import { RangeSlider } from '@mantine/core';
import { useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { useFormat } from '../../../i18n/use-format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Slicer } from './slicer.tsx';
import { slicerWords } from './slicer-words.ts';
import styles from './slicers.module.css';

const HEIGHT = 40;

/** Bars in a row of which a stretch is chosen: drag over them, click one, or move the handles by pointer or keyboard. */
export function RangeSlicer({
  name,
  column,
  counts,
  from,
  to,
  print,
  onChange,
}: {
  readonly name: string;
  readonly column: string;
  /** Transactions of each bar. */
  readonly counts: readonly number[];
  /** First and last bar chosen; null: no bound on that side. */
  readonly from: number | null;
  readonly to: number | null;
  readonly print: (bar: number) => string;
  readonly onChange: (from: number, to: number, isBrushing: boolean) => void;
}): ReactNode {
  const t = useWords(slicerWords);
  const { number } = useFormat();
  const anchor = useRef<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const last = Math.max(0, counts.length - 1);
  const [low, high] = [Math.min(last, Math.max(0, from ?? 0)), Math.min(last, Math.max(0, to ?? last))];
  const isChosen = from !== null || to !== null;
  const most = Math.max(1, ...counts);
  const at = ({ currentTarget, clientX }: PointerEvent<SVGSVGElement>): number => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return Math.min(last, Math.max(0, Math.floor(((clientX - left) / width) * counts.length)));
  };
  const brush = (bar: number, isBrushing: boolean): void => {
    if (anchor.current !== null) onChange(Math.min(anchor.current, bar), Math.max(anchor.current, bar), isBrushing);
  };
  const chosen = low === high ? print(low) : t('range', { from: print(low), to: print(high) });
  const hoveredText =
    hovered === null
      ? null
      : t('valueCount', { value: print(hovered), count: counts[hovered] ?? 0, n: number(counts[hovered] ?? 0) });
  return (
    <Slicer name={name} column={column} chosen={hoveredText ?? (isChosen ? chosen : null)}>
      <div className={styles['range']}>
        <svg
          className={styles['bars']}
          viewBox={`0 0 ${Math.max(1, counts.length)} ${HEIGHT}`}
          preserveAspectRatio="none"
          height={HEIGHT}
          role="img"
          aria-label={`${name}. ${t('rangeHint')}`}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            anchor.current = at(event);
          }}
          onPointerMove={(event) => {
            const bar = at(event);
            setHovered(bar);
            if (anchor.current !== null && bar !== anchor.current) brush(bar, true);
          }}
          onPointerUp={(event) => {
            brush(at(event), false);
            anchor.current = null;
          }}
          onPointerLeave={() => setHovered(null)}
          onPointerCancel={() => {
            anchor.current = null;
          }}
        >
          <rect className={styles['ground']} x={0} y={0} width={Math.max(1, counts.length)} height={HEIGHT} />
          {counts.map((count, bar) => {
            const height = count === 0 ? 0 : Math.max(1.5, (count / most) * HEIGHT);
            return (
              <rect
                key={bar}
                className={styles[bar >= low && bar <= high ? 'barIn' : 'barOut']}
                x={bar + 0.08}
                width={0.84}
                y={HEIGHT - height}
                height={height}
              />
            );
          })}
        </svg>
        <RangeSlider
          className={styles['slider'] ?? ''}
          size={3}
          thumbSize={14}
          min={0}
          max={Math.max(1, last)}
          step={1}
          minRange={0}
          disabled={counts.length < 2}
          label={null}
          value={[low, high]}
          onChange={([left, right]) => onChange(left, right, true)}
          onChangeEnd={([left, right]) => onChange(left, right, false)}
          thumbFromLabel={`${name}: ${t('from')}`}
          thumbToLabel={`${name}: ${t('to')}`}
          thumbValueText={print}
        />
        <div className={styles['ends']} aria-hidden>
          <span>{counts.length === 0 ? '' : print(0)}</span>
          <span>{counts.length === 0 ? '' : print(last)}</span>
        </div>
      </div>
    </Slicer>
  );
}
