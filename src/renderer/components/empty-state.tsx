import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** Says why there is nothing here, and what to do next. */
export function EmptyState({
  icon,
  title,
  text,
  children,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <Stack align="center" justify="center" gap="sm" p="xl" h="100%">
      {icon}
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text c="dimmed" ta="center" maw={460}>
        {text}
      </Text>
      {children}
    </Stack>
  );
}
