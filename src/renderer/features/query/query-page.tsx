import { Tabs, VisuallyHidden } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useClient } from '../../client/client-context.ts';
import { useCall } from '../../client/use-call.ts';
import { useCommands } from '../../commands/command-registry.ts';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { EXAMPLE_QUERIES } from './example-queries.ts';
import { useQueryHistory, useSavedQueries } from './kept-queries.ts';
import { QueryBar } from './query-bar.tsx';
import { HistoryList, SavedList } from './query-list.tsx';
import { QueryResult } from './query-result.tsx';
import { runQuery, useQueryConsole } from './query-store.ts';
import { queryWords } from './query-words.ts';
import { useWorkspaceSelection } from '../../state/workspace-selection.ts';
import { completionSchema, SELECTED } from './completion-schema.ts';
import { SelectedStrip } from './selected-strip.tsx';
import { SchemaPanel } from './schema-panel.tsx';
import { SqlEditor, type SqlEditorHandle } from './sql-editor.tsx';
import styles from './query-page.module.css';

const [FIRST_EXAMPLE] = EXAMPLE_QUERIES;

/** The SQL console of a workspace. `sql` begins with that statement instead of the text of the last session. */
export function QueryPage({ workspace, sql }: { readonly workspace: string; readonly sql: string | null }): ReactNode {
  const { data: kept, isPending } = useCall('state.read', { key: textKey(workspace) });
  if (sql === null && isPending) return null;
  const initial = sql ?? kept?.json ?? FIRST_EXAMPLE?.sql ?? '';
  return <QueryConsolePage key={sql} workspace={workspace} initial={initial} />;
}

const textKey = (workspace: string): string => `query-text:${workspace}`;

function QueryConsolePage({ workspace, initial }: { readonly workspace: string; readonly initial: string }): ReactNode {
  const t = useWords(queryWords);
  const language = useLanguage();
  const client = useClient();
  const { data: card } = useCall('model.card', {});
  const editor = useRef<SqlEditorHandle>(null);
  const [text, setText] = useState(initial);
  const { run, limit } = useQueryConsole(workspace);
  const { history, add, clear } = useQueryHistory(workspace);
  const { saved, save, remove } = useSavedQueries(workspace);
  const { state: selected, store } = useWorkspaceSelection(workspace, null, false);
  const schema = useMemo(() => completionSchema(card, language), [card, language]);
  const keepText = useDebouncedCallback(
    (json: string) => void client.invoke('state.write', { key: textKey(workspace), json }),
    { delay: 500, flushOnUnmount: true },
  );
  const start = useCallback(
    (sql: string) => {
      if (sql.trim() !== '') void runQuery(client, workspace, sql, selected, add);
    },
    [client, workspace, selected, add],
  );
  const choose = (sql: string): void => editor.current?.replace(sql);
  useCommands(
    useMemo(
      () => [
        {
          id: 'run-query',
          label: t('run'),
          section: t('section'),
          shortcut: 'mod+Enter',
          run: () => start(text),
        },
      ],
      [t, start, text],
    ),
  );
  return (
    <main className={styles['page']}>
      <VisuallyHidden>
        <h1>{t('title')}</h1>
      </VisuallyHidden>
      <div className={styles['work']}>
        {card !== undefined && (
          <SelectedStrip
            workspace={workspace}
            card={card}
            scope={selected.scope}
            store={store}
            onInsert={() => editor.current?.insert(SELECTED)}
          />
        )}
        <div className={styles['editor']}>
          <SqlEditor
            ref={editor}
            initial={initial}
            label={t('editor')}
            schema={schema}
            onChange={(changed) => {
              setText(changed);
              keepText(changed);
            }}
            onRun={start}
          />
        </div>
        <QueryBar
          workspace={workspace}
          text={text}
          run={run}
          limit={limit}
          onRun={() => start(text)}
          onSave={(name) => save({ name, sql: text })}
        />
        <div className={styles['result']}>
          <QueryResult workspace={workspace} run={run} onRetry={start} />
        </div>
      </div>
      <aside className={styles['aside']}>
        <Tabs defaultValue="schema" h="100%" display="flex" style={{ flexDirection: 'column' }} keepMounted={false}>
          <Tabs.List mb={8}>
            <Tabs.Tab value="schema">{t('schema')}</Tabs.Tab>
            <Tabs.Tab value="saved">{t('saved')}</Tabs.Tab>
            <Tabs.Tab value="history">{t('history')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="schema" flex={1} mih={0}>
            <SchemaPanel card={card} onInsert={(name) => editor.current?.insert(name)} />
          </Tabs.Panel>
          <Tabs.Panel value="saved" flex={1} mih={0}>
            <SavedList saved={saved} onChoose={choose} onRemove={remove} />
          </Tabs.Panel>
          <Tabs.Panel value="history" flex={1} mih={0}>
            <HistoryList history={history} onChoose={choose} onClear={clear} />
          </Tabs.Panel>
        </Tabs>
      </aside>
    </main>
  );
}
