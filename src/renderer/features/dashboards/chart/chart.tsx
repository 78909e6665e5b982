import type { ECharts, EChartsCoreOption, ECElementEvent } from 'echarts/core';
import { useComputedColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useFormat } from '../../../i18n/use-format.ts';
import { useLanguage, useWords } from '../../../i18n/use-words.ts';
import { dashboardWords } from '../dashboard-words.ts';
import { initChart } from './echarts.ts';
import { BrushLayer, type BrushRegion } from './brush-layer.tsx';
import { useIsNear } from './use-is-near.ts';
import { useChartCard } from './chart-card-context.ts';
import { chartRowWords } from './chart-table.ts';
import styles from './chart.module.css';

/** A click on a part of a chart: what ECharts tells of it, and whether Ctrl, Shift or Meta was held. */
export interface ChartSelect {
  readonly event: ECElementEvent;
  readonly add: boolean;
}

/** Where a row of the card's table stands in the chart. */
export interface ChartPoint {
  readonly seriesIndex: number;
  readonly dataIndex: number;
}

export interface ChartProps {
  /** Memoise it: a new object draws the chart anew. Colours by `useChartStyle`; axes, texts and tooltips come with the theme. */
  readonly option: EChartsCoreOption;
  /** What the chart shows, for those who do not see it. The card's table tells the rest. */
  readonly label: string;
  readonly onSelect?: (select: ChartSelect) => void;
  /** A name of the legend was clicked; without this a click hides and shows what the name stands for. */
  readonly onSelectLegend?: (name: string, add: boolean) => void;
  /** Enter on the row of the card's table that the keyboard stands on. */
  readonly onSelectRow?: (row: number, add: boolean) => void;
  /** Where a row is, to show its tooltip; the point of that index in the first series unless told. */
  readonly pointOf?: (row: number) => ChartPoint;
  /** A range is dragged: `done` at its end. Values are those of the axes; on a category axis the index. */
  readonly onBrush?: (region: BrushRegion, done: boolean) => void;
  /** Drag along one axis or both. */
  readonly brush?: 'x' | 'y' | 'xy';
}

const FIRST_POINT = (row: number): ChartPoint => ({ seriesIndex: 0, dataIndex: row });

/**
 * A chart by ECharts inside a `ChartCard`. It fills its place, follows theme, language and reduced motion, and is walked
 * through by the arrow keys along the rows of the card's table.
 */
export function Chart({
  option,
  label,
  onSelect,
  onSelectLegend,
  onSelectRow,
  pointOf = FIRST_POINT,
  onBrush,
  brush = 'x',
}: ChartProps): ReactNode {
  const t = useWords(dashboardWords);
  const format = useFormat();
  const language = useLanguage();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const isStill = useReducedMotion(false, { getInitialValueInEffect: false });
  const { table, onPicture, height } = useChartCard();
  const holder = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<ECharts | null>(null);
  const [row, setRow] = useState<number | null>(null);
  const selected = useRef(onSelect);
  const legendSelected = useRef(onSelectLegend);
  useEffect(() => {
    selected.current = onSelect;
    legendSelected.current = onSelectLegend;
  });

  useEffect(() => {
    if (holder.current === null) return undefined;
    const made = initChart(holder.current, `veriscope-${scheme}`, {
      renderer: 'canvas',
      locale: language === 'es' ? 'ES' : 'EN',
    });
    let isAdding = false;
    made.getZr().on('mousedown', ({ event }) => {
      const { ctrlKey = false, metaKey = false, shiftKey = false } = event as Partial<MouseEvent>;
      isAdding = ctrlKey || metaKey || shiftKey;
    });
    made.on('click', (event) => selected.current?.({ event, add: isAdding }));
    made.on('legendselectchanged', (event) => {
      if (legendSelected.current === undefined) return;
      // A name filters; what it stands for stays.
      made.dispatchAction({ type: 'legendAllSelect' }, { silent: true });
      legendSelected.current((event as { readonly name: string }).name, isAdding);
    });
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(holder.current);
    setChart(made);
    return () => {
      watch.disconnect();
      made.dispose();
      setChart(null);
    };
  }, [scheme, language]);

  const drawn = useRef<ECharts | null>(null);
  const isSeen = useIsNear(holder);
  useEffect(() => {
    // What is out of sight is drawn when it comes near.
    if (chart === null || (!isSeen && drawn.current === chart)) return;
    const isFirst = drawn.current !== chart;
    drawn.current = chart;
    const animation = isFirst && !isStill && document.documentElement.dataset['motion'] !== 'reduced';
    // Afterwards charts change at once: while a range is dragged they would never come to rest. Not lazily: until then a
    // pointer over the chart would ask a series that has no data yet.
    chart.setOption({ animation, animationDuration: 250, ...scrollingLegend(option) }, { notMerge: true });
  }, [chart, option, isStill, isSeen]);

  const latest = useRef(option);
  useEffect(() => {
    latest.current = option;
  });
  useEffect(() => {
    if (chart === null) return undefined;
    onPicture(() => {
      const [width, tall] = [chart.getWidth(), chart.getHeight()];
      return {
        width,
        height: tall,
        svg: () => {
          const copy = initChart(null, `veriscope-${scheme}`, { renderer: 'svg', ssr: true, width, height: tall });
          copy.setOption({ ...scrollingLegend(latest.current), animation: false });
          const svg = copy.renderToSVGString();
          copy.dispose();
          return svg;
        },
      };
    });
    return () => onPicture(null);
  }, [chart, scheme, onPicture]);

  const rows = table?.rows.length ?? 0;
  const show = (next: number | null): void => {
    setRow(next);
    chart?.dispatchAction({ type: 'downplay' });
    if (next === null) {
      chart?.dispatchAction({ type: 'hideTip' });
      return;
    }
    const point = pointOf(next);
    chart?.dispatchAction({ type: 'highlight', ...point });
    chart?.dispatchAction({ type: 'showTip', ...point });
  };
  const move = (key: string): number | null => {
    const last = rows - 1;
    const at = row ?? -1;
    if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(last, at + 1);
    if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(0, at - 1);
    if (key === 'Home') return 0;
    return key === 'End' ? last : null;
  };
  const keys = onSelectRow === undefined ? t('chartKeys') : t('chartKeysSelect');
  return (
    <div
      className={styles['chart']}
      style={height === null ? { blockSize: '100%' } : { minBlockSize: height }}
      // A point of many, chosen by arrow keys and read out as it changes: what a slider is to a screen reader.
      role="slider"
      aria-roledescription={t('chartRole')}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, rows - 1)}
      aria-valuenow={row ?? 0}
      aria-valuetext={row === null || table === null ? keys : chartRowWords(table, row, format)}
      tabIndex={0}
      onKeyDown={(event) => {
        const next = rows === 0 ? null : move(event.key);
        if (next !== null) {
          event.preventDefault();
          show(next);
        } else if (event.key === 'Enter' && row !== null && onSelectRow !== undefined) {
          event.preventDefault();
          onSelectRow(row, event.ctrlKey || event.metaKey || event.shiftKey);
        } else if (event.key === 'Escape' && row !== null) {
          event.stopPropagation();
          show(null);
        }
      }}
      onBlur={() => {
        if (row !== null) show(null);
      }}
    >
      <div ref={holder} className={styles['canvas']} aria-hidden data-clickable={onSelect !== undefined} />
      {onBrush !== undefined && <BrushLayer chart={chart} axes={brush} onBrush={onBrush} />}
    </div>
  );
}

/** In a narrow card the names of a legend would lie over the chart; of what kind it is no theme can tell. */
function scrollingLegend(option: EChartsCoreOption): EChartsCoreOption {
  const { legend } = option;
  if (typeof legend !== 'object' || legend === null || Array.isArray(legend)) return option;
  return { ...option, legend: { type: 'scroll', ...legend } };
}
