import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CallClient } from '../../shared/rpc/call-client.ts';
import { ClientContext } from '../client/client-context.ts';
import { mantineVariables } from '../theme/mantine-theme.ts';
import { useWindowTheme } from '../theme/use-window-theme.ts';
import { SettingsEffects } from './settings-effects.tsx';
import { Shell } from './shell.tsx';

/** The window. */
export function App({ client, queries }: { readonly client: CallClient; readonly queries: QueryClient }): ReactNode {
  const theme = useWindowTheme();
  return (
    <ClientContext value={client}>
      <QueryClientProvider client={queries}>
        <MantineProvider theme={theme} cssVariablesResolver={mantineVariables} defaultColorScheme="auto">
          <Notifications position="bottom-right" />
          <SettingsEffects>
            <Shell />
          </SettingsEffects>
        </MantineProvider>
      </QueryClientProvider>
    </ClientContext>
  );
}
