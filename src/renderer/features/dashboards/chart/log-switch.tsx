import { Button, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../../i18n/use-words.ts';
import { dashboardWords } from '../dashboard-words.ts';

/** Turns the scale of a chart logarithmic and back, in the heading of its card. */
export function LogSwitch({
  isLog,
  onChange,
}: {
  readonly isLog: boolean;
  readonly onChange: (isLog: boolean) => void;
}): ReactNode {
  const t = useWords(dashboardWords);
  return (
    <Tooltip label={t('logScaleHint')}>
      <Button
        size="compact-xs"
        h={24}
        variant={isLog ? 'light' : 'default'}
        aria-pressed={isLog}
        onClick={() => onChange(!isLog)}
      >
        {t('logScale')}
      </Button>
    </Tooltip>
  );
}
