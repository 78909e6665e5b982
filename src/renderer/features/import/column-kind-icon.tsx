import {
  Icon123,
  IconCalendarTime,
  IconChartDots,
  IconClockHour4,
  IconGauge,
  IconLetterCase,
  IconToggleLeft,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CardColumn } from '../../../shared/contract/model-card.ts';
import { useWords } from '../../i18n/use-words.ts';
import { words } from '../../i18n/words.ts';

type Kind = CardColumn['kind'];

const ICONS: Readonly<Record<Kind, TablerIcon>> = {
  text: IconLetterCase,
  integer: Icon123,
  score: IconGauge,
  probability: IconChartDots,
  duration: IconClockHour4,
  timestamp: IconCalendarTime,
  boolean: IconToggleLeft,
};

const kindWords = words<Kind>(
  'import-column-kinds',
  {
    text: 'Text',
    integer: 'Whole number',
    score: 'Score',
    probability: 'Probability',
    duration: 'Duration',
    timestamp: 'Instant',
    boolean: 'Yes or no',
  },
  {
    text: 'Texto',
    integer: 'Número entero',
    score: 'Puntuación',
    probability: 'Probabilidad',
    duration: 'Duración',
    timestamp: 'Instante',
    boolean: 'Sí o no',
  },
);

/** What a column holds, as a sign; its name is there for screen readers. */
export function ColumnKindIcon({ kind, size = 14 }: { readonly kind: Kind; readonly size?: number }): ReactNode {
  const t = useWords(kindWords);
  const Icon = ICONS[kind];
  return <Icon size={size} stroke={1.6} role="img" aria-label={t(kind)} style={{ flexShrink: 0 }} />;
}
