import { Button, FileButton, Group, Text, TextInput, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import type { SavedView } from '../../../../shared/contract/saved-view.ts';
import type { DashboardPageName } from '../../../../shared/dashboards/declared-query.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { goTo } from '../../../route/use-route.ts';
import { saveBlob } from '../chart/chart-files.ts';
import { useDashboard } from '../dashboard-context.ts';
import { routeOfView } from './present-view.ts';
import type { ViewsOfWorkspace } from './use-saved-views.ts';
import { printViewFile, readViewFile } from './view-file.ts';
import { ViewRow } from './view-row.tsx';
import { viewsWords } from './views-words.ts';
import styles from './views-panel.module.css';

const LONGEST_NAME = 80;

/** The list of saved views, with a field to save the present page as one. */
export function ViewsPanel({
  page,
  saved,
  present,
  onClose,
}: {
  readonly page: DashboardPageName;
  readonly saved: ViewsOfWorkspace;
  readonly present: SavedView | null;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords(viewsWords);
  const { workspace, scope, selection } = useDashboard();
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { views, opensWith, change } = saved;
  const content = { page, scope, selection };
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const after = await change({ kind: 'add', views: [{ ...content, name: name.trim(), inReport: false }] });
    const added = after?.views.at(-1);
    if (added === undefined) return;
    setName('');
    // The button that had the focus is disabled from here on, and hears no key.
    field.current?.focus();
    notifications.show({ message: t('saved', { name: added.name }) });
  };
  const importFile = async (file: File | null): Promise<void> => {
    const read = file === null ? null : readViewFile(await file.text());
    if (read === null) {
      if (file !== null) notifications.show({ color: 'red', title: t('importFailed'), message: t('importFailedHint') });
      return;
    }
    const after = await change({ kind: 'add', views: [...read] });
    if (after !== null) notifications.show({ message: t('imported', { count: read.length }) });
  };
  return (
    <div>
      {views.length === 0 ? (
        <Text size="sm" c="dimmed" p="md" pb={0}>
          {t('none')}
        </Text>
      ) : (
        <ul className={styles['list']}>
          {views.map((view, index) => (
            <ViewRow
              key={view.id}
              view={view}
              index={index}
              saved={saved}
              isPresent={view.id === present?.id}
              isOpening={view.id === opensWith}
              content={content}
              onOpen={() => {
                goTo(routeOfView(workspace, view));
                onClose();
              }}
            />
          ))}
        </ul>
      )}
      <form className={styles['save']} onSubmit={(event) => void save(event)}>
        <TextInput
          ref={field}
          size="xs"
          flex={1}
          data-autofocus
          label={t('saveTitle')}
          aria-label={t('name')}
          placeholder={t('name')}
          maxLength={LONGEST_NAME}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button size="xs" type="submit" disabled={name.trim() === ''}>
          {t('save')}
        </Button>
      </form>
      <Group gap={4} className={styles['foot'] ?? ''}>
        <FileButton accept="application/json,.json" onChange={(file) => void importFile(file)}>
          {(props) => (
            <Tooltip label={t('importHint')}>
              <Button {...props} variant="subtle" size="compact-xs" leftSection={<IconUpload size={14} aria-hidden />}>
                {t('import')}
              </Button>
            </Tooltip>
          )}
        </FileButton>
        <Tooltip label={t('exportHint')}>
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<IconDownload size={14} aria-hidden />}
            disabled={views.length === 0}
            onClick={() => saveBlob(new Blob([printViewFile(views)], { type: 'application/json' }), 'views.json')}
          >
            {t('export')}
          </Button>
        </Tooltip>
      </Group>
    </div>
  );
}
