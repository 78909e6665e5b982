import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { DeclaredQuery } from '../../../../shared/dashboards/declared-query.ts';
import { useClient } from '../../../client/client-context.ts';
import { errorText } from '../../../i18n/error-words.ts';
import { useLanguage } from '../../../i18n/use-words.ts';
import { goTo } from '../../../route/use-route.ts';
import { useDashboard } from '../dashboard-context.ts';

/** Opens the query console with the statement that gives the same rows as a question under the present selection. */
export function useShowSql(): (declared: DeclaredQuery) => Promise<void> {
  const client = useClient();
  const language = useLanguage();
  const { workspace, scope, selection } = useDashboard();
  return useCallback(
    async ({ query, without = [] }) => {
      const result = await client.invoke('dashboard.sql', {
        workspace,
        scope,
        selection,
        query: { name: 'chart', query, without: [...without] },
      });
      if (result.ok) goTo({ kind: 'query', workspace, sql: result.value.sql });
      else {
        const { title, hint } = errorText(result.error, language);
        notifications.show({ color: 'red', title, message: hint });
      }
    },
    [client, language, workspace, scope, selection],
  );
}
