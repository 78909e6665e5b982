import { Tooltip, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CardColumn } from '../../../../shared/contract/model-card.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { useTable } from '../table-context.ts';
import { tableWords } from '../table-words.ts';
import type { HeadOverview } from './overview-store.ts';
import { overviewLines } from './overview-lines.ts';
import styles from './column-head.module.css';

const HEIGHT = 18;

/** How the values of a column are spread over the rows that are shown, small enough for its head. */
export function HeadHistogram({
  card,
  overview,
}: {
  readonly card: CardColumn;
  readonly overview: HeadOverview | null | undefined;
}): ReactNode {
  const t = useWords(tableWords);
  const format = useFormat();
  const { text } = useTable();
  if (overview === undefined || overview === null) return <div className={styles['histogram']} />;
  const lines = overviewLines(overview, card, { t, format, text });
  return (
    <Tooltip
      openDelay={300}
      position="bottom-start"
      label={lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    >
      <div className={styles['histogram']}>
        <svg viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
          <Bars overview={overview} />
        </svg>
        <VisuallyHidden>{lines.join('. ')}</VisuallyHidden>
      </div>
    </Tooltip>
  );
}

function Bars({ overview: { shape, rows } }: { readonly overview: HeadOverview }): ReactNode {
  switch (shape.kind) {
    case 'bins':
    case 'time':
      return <Columns counts={shape.counts} />;
    case 'values': {
      // Parts of one line: how much of all rows each value makes up.
      let start = 0;
      const parts = [...shape.top.map(({ count }) => count), shape.otherCount].map((count) => {
        const part = { start, length: (100 * count) / Math.max(1, rows) };
        start += part.length;
        return part;
      });
      return (
        <>
          <rect className={styles['base']} x={0} y={6} width={100} height={8} />
          {parts.map(({ start: x, length }, index) => (
            <rect
              key={index}
              className={index === shape.top.length ? styles['rest'] : styles['bar']}
              x={x}
              y={6}
              width={Math.max(0, length - (length > 1.6 ? 0.8 : 0))}
              height={8}
              opacity={index === shape.top.length ? 1 : Math.max(0.35, 1 - index * 0.14)}
            />
          ))}
        </>
      );
    }
    case 'empty':
      return <rect className={styles['base']} x={0} y={HEIGHT - 1} width={100} height={1} />;
  }
}

function Columns({ counts }: { readonly counts: readonly number[] }): ReactNode {
  const most = Math.max(1, ...counts);
  const width = 100 / Math.max(1, counts.length);
  return (
    <>
      <rect className={styles['base']} x={0} y={HEIGHT - 1} width={100} height={1} />
      {counts.map((count, index) => {
        const height = count === 0 ? 0 : Math.max(1.5, (count / most) * HEIGHT);
        return (
          <rect
            key={index}
            className={styles['bar']}
            x={index * width + width * 0.06}
            y={HEIGHT - height}
            width={width * 0.88}
            height={height}
          />
        );
      })}
    </>
  );
}
