import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AppError } from '../../../shared/result.ts';
import { componentWords } from '../../components/component-words.ts';
import { errorText } from '../../i18n/error-words.ts';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { appWords } from '../app-words.ts';
import { Banner } from './banner.tsx';

/** Tells that a workspace which was open can no longer be read. What is on screen stays. */
export function UnavailableBanner({
  error,
  onRetry,
}: {
  readonly error: AppError;
  readonly onRetry: () => void;
}): ReactNode {
  const t = useWords(appWords);
  const words = useWords(componentWords);
  const { title, hint } = errorText(error, useLanguage());
  return (
    <Banner
      tone="problem"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={title}
      text={`${hint} ${t('unavailableText')}`}
    >
      <Button variant="default" onClick={onRetry}>
        {words('retry')}
      </Button>
    </Banner>
  );
}
