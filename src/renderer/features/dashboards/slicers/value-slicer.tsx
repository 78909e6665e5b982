import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { colourOf, type ColourToken } from '../../../../shared/design-tokens/colour-tokens.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Slicer } from './slicer.tsx';
import { slicerWords } from './slicer-words.ts';
import styles from './slicers.module.css';

export interface SlicerValue {
  readonly key: string;
  readonly label: string;
  /** Where the label is short: what it stands for. */
  readonly longLabel?: string;
  /** Transactions that it would leave; null while unknown. */
  readonly n: number | null;
  readonly isChosen: boolean;
  readonly colour?: ColourToken;
}

/** Values to switch on and off, with how many transactions each would leave. */
export function ValueSlicer({
  name,
  column,
  values,
  layout = 'rows',
  onToggle,
}: {
  readonly name: string;
  readonly column: string;
  readonly values: readonly SlicerValue[];
  /** `columns`: bars beside each other, for a handful of short names. */
  readonly layout?: 'rows' | 'columns';
  readonly onToggle: (key: string) => void;
}): ReactNode {
  const t = useWords(slicerWords);
  const { number } = useFormat();
  const described = (value: string, n: number | null): string =>
    n === null ? value : t('valueCount', { value, count: n, n: number(n) });
  const most = Math.max(1, ...values.map(({ n }) => n ?? 0));
  const isAnyChosen = values.some(({ isChosen }) => isChosen);
  return (
    <Slicer name={name} column={column}>
      <ul className={styles[layout]}>
        {values.map(({ key, label, longLabel = label, n, isChosen, colour = 'accent' }) => (
          <li key={key}>
            <UnstyledButton
              className={styles['value'] ?? ''}
              aria-pressed={isChosen}
              data-pale={isAnyChosen && !isChosen}
              aria-label={described(longLabel, n)}
              title={described(longLabel, n)}
              style={{ '--share': (n ?? 0) / most, '--bar': colourOf(colour) }}
              onClick={() => onToggle(key)}
            >
              <span className={styles['bar']} aria-hidden />
              {label === longLabel ? (
                <span className={styles['label']}>{label}</span>
              ) : (
                // An abbreviation is drawn, not read: the name of the button has the whole word.
                <span className={styles['label']} data-text={label} aria-hidden />
              )}{' '}
              {layout === 'rows' && (
                <span className={styles['n']} aria-hidden>
                  {n === null ? '' : number(n)}
                </span>
              )}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Slicer>
  );
}
