import { useState, type CSSProperties, type ReactNode } from 'react';
import { barWords } from './bar-words.ts';
import type { BarsProps } from './bars-props.ts';
import { useExplainVoice } from './explain-voice.ts';
import { useRoving } from './use-roving.ts';
import styles from './share-bars.module.css';

/** So many values are shown at first. */
const FIRST_SHOWN = 5;

/** Values by name, the share of the part above that of the rest. */
export function ShareRows({ label, bars, onFilter, isChosen }: BarsProps): ReactNode {
  const voice = useExplainVoice();
  const [isWhole, setWhole] = useState(false);
  const { format, t } = voice;
  const over = bars.length - FIRST_SHOWN;
  // One more line takes no more room than the button that would show it.
  const shown = isWhole || over <= 1 ? bars : bars.slice(0, FIRST_SHOWN);
  const { stop, onFocus, onKeyDown } = useRoving(shown.length);
  const width = (share: number): CSSProperties => ({
    inlineSize: `${share * 100}%`,
    // However few they are, they can be seen.
    minInlineSize: share > 0 ? 1 : 0,
  });
  return (
    <div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its buttons take the focus, one at a time */}
      <div className={styles['rows']} role="group" aria-label={label} onKeyDown={onKeyDown}>
        {shown.map((bar, at) => (
          <button
            key={bar.label}
            type="button"
            className={styles['row']}
            tabIndex={at === stop ? 0 : -1}
            title={barWords(bar, voice)}
            aria-pressed={isChosen(bar)}
            aria-disabled={bar.filter === null}
            onFocus={() => onFocus(at)}
            onClick={({ ctrlKey, metaKey, shiftKey }) => {
              if (bar.filter !== null) onFilter(bar.filter, ctrlKey || metaKey || shiftKey);
            }}
          >
            <span className={styles['name']}>{bar.label}</span>
            <span className={styles['track']}>
              <span className={styles['part']} style={width(bar.partShare)} />
              <span className={styles['rest']} style={width(bar.restShare)} />
            </span>
            <span className={styles['shares']}>
              <span className={styles['partShare']}>{format.percent(bar.partShare)}</span>
              <span>{format.percent(bar.restShare)}</span>
            </span>
          </button>
        ))}
      </div>
      {over > 1 && (
        <button type="button" className={styles['more']} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('fewerValues') : t('moreValues', { count: over })}
        </button>
      )}
    </div>
  );
}
