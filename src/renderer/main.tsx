import { client, firstSettings, port } from './client/line.ts';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@mantine/dates/styles.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { askAhead } from './app/ask-ahead.ts';
import { prepareWhenIdle } from './app/prepare-when-idle.ts';
import { watchConnection } from './client/connection.ts';
import { createQueryClient } from './client/query-client.ts';
import { valueOf } from './client/value-of.ts';
import { installTokens } from './theme/token-style.ts';

installTokens();
watchConnection(client, port);
const queries = createQueryClient(client);
queries
  .query({ queryKey: ['settings.read', {}], queryFn: async () => valueOf(await firstSettings) })
  // Asked again where it is read.
  .catch(() => undefined);
askAhead(client, queries);
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <App client={client} queries={queries} />
  </StrictMode>,
);
void prepareWhenIdle(client, queries);
