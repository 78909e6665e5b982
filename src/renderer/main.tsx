import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@mantine/dates/styles.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CallClient } from '../shared/rpc/call-client.ts';
import { App } from './app/app.tsx';
import { loadTablesWhenIdle } from './app/page-of-route.tsx';
import { watchConnection } from './client/connection.ts';
import { hostPort } from './client/host-port.ts';
import { createQueryClient } from './client/query-client.ts';
import { installTokens } from './theme/token-style.ts';

installTokens();
const port = hostPort();
const client = new CallClient(port);
watchConnection(client, port);
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <App client={client} queries={createQueryClient(client)} />
  </StrictMode>,
);
loadTablesWhenIdle();
