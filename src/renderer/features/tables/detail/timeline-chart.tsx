import { useElementSize } from '@mantine/hooks';
import { useId, type ReactNode } from 'react';
import { colourOf } from '../../../../shared/design-tokens/colour-tokens.ts';
import { microserviceColour } from '../../../../shared/design-tokens/stable-colours.ts';
import type { ModelCard } from '../../../../shared/contract/model-card.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useLanguage, useWords } from '../../../i18n/use-words.ts';
import { detailWords } from './detail-words.ts';
import { axisMarks, type Timeline, type TimelineBar } from './timeline-layout.ts';
import styles from './timeline.module.css';

const ROW = 26;
const BAR = 9;
const HEAD = 18;
const LABEL = 138;
const NUMBER = 50;
const LEAST_WIDTH = 1.5;

/** The times of a transaction as bars: microservices in pipeline order, near above far, waiting hatched before working. */
export function TimelineChart({
  timeline,
  microservices,
}: {
  readonly timeline: Timeline;
  readonly microservices: ModelCard['microservices'];
}): ReactNode {
  const t = useWords(detailWords);
  const format = useFormat();
  const language = useLanguage();
  const id = useId();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const { bars, services, total, other, longest } = timeline;
  const end = Math.max(total ?? 0, longest, 1);
  const plot = Math.max(40, width - LABEL - NUMBER);
  const x = (milliseconds: number): number => LABEL + (milliseconds / end) * plot;
  const length = (milliseconds: number): number =>
    milliseconds <= 0 ? 0 : Math.max(LEAST_WIDTH, (milliseconds / end) * plot);
  const labels = new Map(microservices.map(({ name, label }) => [name, label[language]]));
  const height = HEAD + ROW * (services.length + 2) + 4;
  const rowOf = (index: number): number => HEAD + ROW * index;
  const sumOf = (service: string): number =>
    bars
      .filter((bar) => bar.service === service)
      .reduce((sum, bar) => sum + (bar.queue ?? 0) + (bar.execution ?? 0), 0);
  const tell = ({ lane, queue, execution, service }: TimelineBar): string =>
    t('barTold', {
      service: labels.get(service) ?? service,
      lane: t(LANE_KEYS[lane]),
      execution: inMilliseconds(format.number, execution),
      queue: inMilliseconds(format.number, queue),
    });
  return (
    <div ref={ref} className={styles['chart']}>
      <svg
        width={Math.max(width, 1)}
        height={height}
        role="img"
        aria-label={t('chartTold', {
          total: inMilliseconds(format.number, total),
          sum: inMilliseconds(format.number, timeline.sum),
          other: inMilliseconds(format.number, other),
        })}
      >
        <defs>
          <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="1.6" height="4" className={styles['hatch']} />
          </pattern>
        </defs>
        {axisMarks(end, plot > 320 ? 6 : 4).map((mark) => (
          <g key={mark}>
            <line className={styles['line']} x1={x(mark)} x2={x(mark)} y1={HEAD - 3} y2={height - 4} />
            <text className={styles['mark']} x={x(mark)} y={HEAD - 7} textAnchor={mark === 0 ? 'start' : 'middle'}>
              {format.number(mark)}
              {mark === 0 ? ' ms' : ''}
            </text>
          </g>
        ))}
        {services.map(({ name, isExecuted }, index) => (
          <g key={name}>
            <text className={styles['label']} data-off={!isExecuted || undefined} x={0} y={rowOf(index) + 16}>
              {labels.get(name) ?? name}
            </text>
            {isExecuted ? (
              <text className={styles['number']} x={Math.max(width, 1)} y={rowOf(index) + 16} textAnchor="end">
                {format.number(sumOf(name))}
              </text>
            ) : (
              <text className={styles['off']} x={x(0) + 4} y={rowOf(index) + 16}>
                {t('notExecuted')}
              </text>
            )}
          </g>
        ))}
        {bars.map((bar) => {
          const index = services.findIndex(({ name }) => name === bar.service);
          const y = rowOf(index) + (bar.lane === 'far' ? 3 + BAR + 1 : bar.lane === 'near' ? 3 : 3);
          const barHeight = bar.lane === 'pair' ? 2 * BAR + 1 : BAR;
          const colour = colourOf(microserviceColour(bar.service));
          const queue = Math.max(0, bar.queue ?? 0);
          return (
            <g key={`${bar.service} ${bar.lane}`}>
              <title>{tell(bar)}</title>
              <rect
                className={styles['queue']}
                x={x(bar.start)}
                y={y}
                width={length(queue)}
                height={barHeight}
                stroke={colour}
                fill={`url(#${id})`}
              />
              <rect
                x={x(bar.start + queue)}
                y={y}
                width={length(bar.execution ?? 0)}
                height={barHeight}
                fill={colour}
              />
            </g>
          );
        })}
        <OtherBar
          other={other}
          total={total}
          y={rowOf(services.length)}
          x={x}
          length={length}
          right={Math.max(width, 1)}
          label={t('other')}
          number={other === null ? '–' : format.number(other)}
        />
        {total !== null && (
          <g>
            <text className={styles['label']} x={0} y={rowOf(services.length + 1) + 16}>
              {t('wall')}
            </text>
            <rect
              className={styles['wall']}
              x={x(0)}
              y={rowOf(services.length + 1) + 8}
              width={length(total)}
              height={10}
            />
            <text
              className={styles['number']}
              x={Math.max(width, 1)}
              y={rowOf(services.length + 1) + 16}
              textAnchor="end"
            >
              {format.number(total)}
            </text>
          </g>
        )}
      </svg>
      <p className={styles['legend']} aria-hidden>
        <span className={styles['swatchQueue']} /> {t('queue')} <span className={styles['swatch']} /> {t('execution')}
        <span className={styles['lanes']}>{t('lanesHint')}</span>
      </p>
    </div>
  );
}

/** What no microservice accounts for: at the end of the wall time, or beyond it where it is less than nothing. */
function OtherBar({
  other,
  total,
  y,
  x,
  length,
  right,
  label,
  number,
}: {
  readonly other: number | null;
  readonly total: number | null;
  readonly y: number;
  readonly x: (milliseconds: number) => number;
  readonly length: (milliseconds: number) => number;
  readonly right: number;
  readonly label: string;
  readonly number: string;
}): ReactNode {
  if (other === null || total === null) return null;
  const size = Math.abs(other);
  const start = Math.max(0, total - size);
  return (
    <g>
      <text className={styles['label']} x={0} y={y + 16}>
        {label}
      </text>
      <rect
        className={other < 0 ? styles['overlap'] : styles['other']}
        x={x(start)}
        y={y + 8}
        width={length(Math.min(size, total))}
        height={10}
      />
      <text className={styles['number']} data-odd={other < 0 || undefined} x={right} y={y + 16} textAnchor="end">
        {number}
      </text>
    </g>
  );
}

export const LANE_KEYS = { near: 'near', far: 'far', pair: 'pair' } as const;

function inMilliseconds(number: (value: number) => string, value: number | null): string {
  return value === null ? '–' : `${number(value)} ms`;
}
