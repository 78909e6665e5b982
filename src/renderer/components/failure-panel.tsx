import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AppError } from '../../shared/result.ts';
import { errorText } from '../i18n/error-words.ts';
import { useLanguage, useWords } from '../i18n/use-words.ts';
import { componentWords } from './component-words.ts';

/** What went wrong and what to do about it, with a way to try again where there is one and whatever else may help. */
export function FailurePanel({
  error,
  onRetry,
  children,
}: {
  readonly error: AppError;
  readonly onRetry?: () => void;
  /** Further buttons. */
  readonly children?: ReactNode;
}): ReactNode {
  const t = useWords(componentWords);
  const { title, detail, hint } = errorText(error, useLanguage());
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={title} role="alert">
      <Text size="sm">{hint}</Text>
      {detail !== null && (
        <Text size="xs" c="dimmed" mt={4} lang="en" style={{ overflowWrap: 'anywhere' }}>
          {detail}
        </Text>
      )}
      <Group justify="space-between" mt="sm">
        <Text size="xs" c="dimmed" ff="monospace">
          {error.code}
        </Text>
        <Group gap="xs">
          {children}
          {onRetry && (
            <Button size="xs" variant="default" onClick={onRetry}>
              {t('retry')}
            </Button>
          )}
        </Group>
      </Group>
    </Alert>
  );
}
