import { Button } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { columnsStepWords } from './columns-step-words.ts';

/** Takes the name that is most alike. */
export function SuggestedName({
  name,
  about,
  onUse,
}: {
  readonly name: string;
  /** What that means, for those who do not see what it stands beside. */
  readonly about?: string;
  readonly onUse: () => void;
}): ReactNode {
  const t = useWords(columnsStepWords);
  const label = t('useSuggestion', { name });
  return (
    <Button
      size="compact-xs"
      mih={26}
      variant="light"
      leftSection={<IconSparkles size={13} aria-hidden />}
      aria-label={about === undefined ? label : `${label}. ${about}`}
      onClick={onUse}
    >
      {label}
    </Button>
  );
}
