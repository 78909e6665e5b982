import { ActionIcon, Button, Group, Menu, TextInput, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconHome,
  IconPencil,
  IconRefresh,
  IconReportAnalytics,
  IconTrash,
} from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ViewContent, type SavedView } from '../../../../shared/contract/saved-view.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { dashboardWords, SCOPE_WORDS } from '../dashboard-words.ts';
import { useFilterPhrases } from '../use-filter-phrases.ts';
import { movedIds } from './present-view.ts';
import type { ViewsOfWorkspace } from './use-saved-views.ts';
import { viewsWords } from './views-words.ts';
import styles from './views-panel.module.css';

const ICON = { size: 15, 'aria-hidden': true } as const;

/** A saved view in its list: opens it, and everything that can be done with it. */
export function ViewRow({
  view,
  index,
  saved,
  isPresent,
  isOpening,
  content,
  onOpen,
}: {
  readonly view: SavedView;
  readonly index: number;
  readonly saved: ViewsOfWorkspace;
  readonly isPresent: boolean;
  readonly isOpening: boolean;
  /** What the present page would be as a view. */
  readonly content: Pick<ViewContent, 'page' | 'scope' | 'selection'>;
  readonly onOpen: () => void;
}): ReactNode {
  const t = useWords(viewsWords);
  const page = useWords(dashboardWords);
  const phrases = useFilterPhrases(view.selection);
  const [isNaming, setNaming] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasNaming = useRef(false);
  useEffect(() => {
    // The field that had the focus is gone.
    if (wasNaming.current && !isNaming) opener.current?.focus();
    wasNaming.current = isNaming;
  }, [isNaming]);
  const { views, change } = saved;
  const replace = (next: Partial<ViewContent>): void =>
    void change({ kind: 'replace', id: view.id, view: { ...ViewContent.parse(view), ...next } });
  const move = (by: -1 | 1): void => void change({ kind: 'order', ids: [...movedIds(views, index, by)] });
  const remove = async (): Promise<void> => {
    const before = views.map(({ id }) => id);
    if ((await change({ kind: 'remove', id: view.id })) === null) return;
    const putBack = async (): Promise<void> => {
      const after = await change({ kind: 'add', views: [ViewContent.parse(view)] });
      const again = after?.views.at(-1)?.id;
      if (again === undefined) return;
      await change({ kind: 'order', ids: before.map((id) => (id === view.id ? again : id)) });
      if (isOpening) await change({ kind: 'open-with', id: again });
    };
    notifications.show({
      autoClose: 12_000,
      message: (
        <Group justify="space-between">
          {t('removed', { name: view.name })}
          <Button size="compact-xs" variant="default" onClick={() => void putBack()}>
            {t('undo')}
          </Button>
        </Group>
      ),
    });
  };
  if (isNaming) {
    return (
      <li className={styles['row']}>
        <RenameField
          view={view}
          onDone={(name) => {
            setNaming(false);
            if (name !== null && name !== view.name) replace({ name });
          }}
        />
      </li>
    );
  }
  const about = [
    page(view.page),
    ...(view.scope === 'all' ? [] : [page(SCOPE_WORDS[view.scope])]),
    ...(phrases.length === 0 ? [t('allTransactions')] : phrases),
  ].join(' · ');
  return (
    <li className={styles['row']} data-present={isPresent || undefined}>
      <button
        ref={opener}
        type="button"
        className={styles['open']}
        aria-label={`${t('open', { name: view.name })}: ${about}`}
        aria-current={isPresent ? 'true' : undefined}
        title={about}
        onClick={onOpen}
      >
        <span className={styles['name']}>{view.name}</span> <span className={styles['about']}>{about}</span>
      </button>
      {isOpening && <Mark label={t('opensWith')} icon={<IconHome {...ICON} />} />}
      {view.inReport && <Mark label={t('inReport')} icon={<IconReportAnalytics {...ICON} />} />}
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <ActionIcon size={26} aria-label={t('actionsOf', { name: view.name })}>
            <IconDots {...ICON} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconRefresh {...ICON} />} disabled={isPresent} onClick={() => replace(content)}>
            {t('update')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil {...ICON} />} onClick={() => setNaming(true)}>
            {t('rename')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconHome {...ICON} />}
            onClick={() => void change({ kind: 'open-with', id: isOpening ? null : view.id })}
          >
            {t(isOpening ? 'makeNotOpening' : 'makeOpening')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconReportAnalytics {...ICON} />}
            onClick={() => replace({ inReport: !view.inReport })}
          >
            {t(view.inReport ? 'takeFromReport' : 'putInReport')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconArrowUp {...ICON} />} disabled={index === 0} onClick={() => move(-1)}>
            {t('moveUp')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown {...ICON} />}
            disabled={index === views.length - 1}
            onClick={() => move(1)}
          >
            {t('moveDown')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash {...ICON} />} onClick={() => void remove()}>
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

function Mark({ label, icon }: { readonly label: string; readonly icon: ReactNode }): ReactNode {
  return (
    <Tooltip label={label}>
      <span className={styles['mark']} role="img" aria-label={label}>
        {icon}
      </span>
    </Tooltip>
  );
}

function RenameField({
  view,
  onDone,
}: {
  readonly view: SavedView;
  readonly onDone: (name: string | null) => void;
}): ReactNode {
  const t = useWords(viewsWords);
  const [name, setName] = useState(view.name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const finish = (): void => onDone(name.trim() === '' ? null : name.trim());
  return (
    <TextInput
      ref={field}
      size="xs"
      className={styles['rename'] ?? ''}
      aria-label={t('renameOf', { name: view.name })}
      maxLength={80}
      value={name}
      onChange={({ currentTarget }) => setName(currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          // Else it would press the button that gets the focus next.
          event.preventDefault();
          finish();
        }
        if (event.key !== 'Escape') return;
        // The list stays open.
        event.stopPropagation();
        onDone(null);
      }}
    />
  );
}
