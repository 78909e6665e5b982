import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { AppError } from '../../shared/result.ts';
import { useConnection } from '../client/connection.ts';
import type { ErrorText } from '../i18n/error-words.ts';
import { useWords } from '../i18n/use-words.ts';
import { componentWords } from './component-words.ts';
import { useErrorText } from './use-error-text.ts';

/**
 * What went wrong and what to do about it, with a way to try again where there is one and whatever else may help. What
 * failed for want of an engine is tried again by itself as soon as there is one.
 */
export function FailurePanel({
  error,
  text,
  onRetry,
  children,
}: {
  readonly error: AppError;
  /** In the window's language, where that is known better than by the error's code. */
  readonly text?: ErrorText;
  readonly onRetry?: () => void;
  /** Further buttons. */
  readonly children?: ReactNode;
}): ReactNode {
  const t = useWords(componentWords);
  const errorText = useErrorText();
  useEngineBack(error.code === 'ENGINE_STOPPED' ? onRetry : undefined);
  const { title, detail, hint } = text ?? errorText(error);
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

/** Calls back when an engine that had stopped runs again. */
function useEngineBack(onBack: (() => void) | undefined): void {
  const engine = useConnection((connection) => connection.engine);
  const known = useRef(engine);
  useEffect(() => {
    const isBack = engine === 'ready' && known.current !== 'ready';
    known.current = engine;
    if (isBack) onBack?.();
  }, [engine, onBack]);
}
