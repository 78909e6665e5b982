import { Button, Popover, Tooltip } from '@mantine/core';
import { IconBookmark, IconBookmarkFilled } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { DashboardPageName } from '../../../../shared/dashboards/declared-query.ts';
import { useCommands } from '../../../commands/command-registry.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { goTo } from '../../../route/use-route.ts';
import { useDashboard } from '../dashboard-context.ts';
import { routeOfView, viewOf } from './present-view.ts';
import { useSavedViews } from './use-saved-views.ts';
import { ViewsPanel } from './views-panel.tsx';
import { viewsWords } from './views-words.ts';
import styles from './views-panel.module.css';

/** The saved views of the workspace, behind a button that names the present one. */
export function ViewsMenu({ page }: { readonly page: DashboardPageName }): ReactNode {
  const t = useWords(viewsWords);
  const { workspace, scope, selection } = useDashboard();
  const saved = useSavedViews(workspace);
  const [isOpen, setOpen] = useState(false);
  const present = viewOf(saved.views, page, { scope, selection });
  const { views } = saved;
  useCommands(
    useMemo(
      () => [
        { id: 'save-view', label: t('saveCommand'), section: t('section'), shortcut: null, run: () => setOpen(true) },
        ...views.map((view) => ({
          id: `open-view-${view.id}`,
          label: t('openCommand', { name: view.name }),
          section: t('section'),
          shortcut: null,
          run: () => goTo(routeOfView(workspace, view)),
        })),
      ],
      [t, views, workspace],
    ),
  );
  const Mark = present === null ? IconBookmark : IconBookmarkFilled;
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={380} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Tooltip label={present === null ? t('menuHint') : t('viewIs', { name: present.name })} disabled={isOpen}>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<Mark size={15} aria-hidden />}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            maw={200}
            onClick={() => setOpen(!isOpen)}
          >
            <span className={styles['present']}>
              {present === null ? t('views') : t('viewIs', { name: present.name })}
            </span>
          </Button>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('views')}>
        <ViewsPanel page={page} saved={saved} present={present} onClose={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
