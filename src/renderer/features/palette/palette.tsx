import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useCommands } from '../../commands/command-registry.ts';
import { ShortcutHint } from '../../commands/shortcut-hint.tsx';
import { useWords } from '../../i18n/use-words.ts';
import type { Route } from '../../route/route.ts';
import classes from './palette.module.css';
import { matchEntries } from './palette-match.ts';
import { paletteWords } from './palette-words.ts';
import { usePaletteEntries } from './use-palette-entries.ts';

const MOST_FOUND = 60;
const [paletteStore, palette] = createSpotlight();

/** The command palette: whatever the window can do now, and every place in it, by name. */
export function Palette({ route }: { readonly route: Route }): ReactNode {
  const t = useWords(paletteWords);
  const [query, setQuery] = useState('');
  useCommands(
    useMemo(
      () => [
        {
          id: 'command-palette',
          label: t('title'),
          section: t('keyboard'),
          shortcut: 'mod+K',
          isUnlisted: true,
          run: palette.toggle,
        },
      ],
      [t],
    ),
  );
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      scrollable
      maxHeight="min(420px, 60vh)"
      attributes={{ content: { 'aria-label': t('title'), 'data-palette': '' } }}
      transitionProps={{ duration: 80 }}
    >
      <Spotlight.Search
        placeholder={t('placeholder')}
        aria-label={t('placeholder')}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      />
      <Spotlight.ActionsList>
        <Found route={route} query={query} />
      </Spotlight.ActionsList>
      <Spotlight.Footer className={classes['footer'] ?? ''}>{t('hint')}</Spotlight.Footer>
    </Spotlight.Root>
  );
}

/** What answers to the query. Drawn only while the palette is open: its list changes with every command of every page. */
function Found({ route, query }: { readonly route: Route; readonly query: string }): ReactNode {
  const t = useWords(paletteWords);
  const entries = usePaletteEntries(route, query);
  const groups = useMemo(() => matchEntries(query, entries, MOST_FOUND), [query, entries]);
  return (
    <>
      {groups.length === 0 && <Spotlight.Empty>{t('nothing')}</Spotlight.Empty>}
      {groups.map(({ section, entries: found }) => (
        <Spotlight.ActionsGroup key={section} label={section} className={classes['group'] ?? ''}>
          {found.map(({ id, label, detail, shortcut, run }) => (
            <Spotlight.Action key={id} className={classes['action'] ?? ''} onClick={run}>
              <span className={classes['texts']}>
                <span className={classes['label']}>{label}</span>
                {detail !== null && <span className={classes['detail']}>{detail}</span>}
              </span>
              {shortcut !== null && <ShortcutHint shortcut={shortcut} />}
            </Spotlight.Action>
          ))}
        </Spotlight.ActionsGroup>
      ))}
    </>
  );
}
