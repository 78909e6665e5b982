import { useState, type CSSProperties, type ReactNode } from 'react';
import { barWords } from './bar-words.ts';
import type { BarsProps } from './bars-props.ts';
import { useExplainVoice } from './explain-voice.ts';
import { useRoving } from './use-roving.ts';
import styles from './share-bars.module.css';

/** Values in their order, part and rest side by side as shares of each; a line below says what the pointed one is. */
export function ShareColumns({ label, bars, onFilter, isChosen }: BarsProps): ReactNode {
  const voice = useExplainVoice();
  const { stop, onFocus, onKeyDown } = useRoving(bars.length);
  const [pointed, setPointed] = useState<number | null>(null);
  const most = Math.max(...bars.map(({ partShare, restShare }) => Math.max(partShare, restShare)), Number.MIN_VALUE);
  const height = (share: number): CSSProperties => ({
    blockSize: `${(share / most) * 100}%`,
    // However few they are, they can be seen.
    minBlockSize: share > 0 ? 1 : 0,
  });
  const told = pointed === null ? undefined : bars[pointed];
  return (
    <div className={styles['columnsFrame']}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its buttons take the focus, one at a time */}
      <div
        className={styles['columns']}
        role="group"
        aria-label={label}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setPointed(null)}
        onBlur={() => setPointed(null)}
      >
        {bars.map((bar, at) => (
          <button
            key={bar.label}
            type="button"
            className={styles['column']}
            tabIndex={at === stop ? 0 : -1}
            aria-label={barWords(bar, voice)}
            aria-pressed={isChosen(bar)}
            onFocus={() => {
              onFocus(at);
              setPointed(at);
            }}
            onPointerEnter={() => setPointed(at)}
            onClick={({ ctrlKey, metaKey, shiftKey }) => {
              if (bar.filter !== null) onFilter(bar.filter, ctrlKey || metaKey || shiftKey);
            }}
          >
            <span className={styles['part']} style={height(bar.partShare)} />
            <span className={styles['rest']} style={height(bar.restShare)} />
          </button>
        ))}
      </div>
      <div className={styles['axis']} aria-hidden>
        {told === undefined ? (
          <>
            <span>{bars[0]?.label}</span>
            <span>{bars.at(-1)?.label}</span>
          </>
        ) : (
          <span className={styles['told']}>{barWords(told, voice)}</span>
        )}
      </div>
    </div>
  );
}
