import { UnstyledButton } from '@mantine/core';
import { IconDeviceDesktop, IconDownload, IconFileText, IconFolder, IconHome, IconServer } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FolderListing } from '../../../shared/contract/host-calls.ts';
import { useWords } from '../../i18n/use-words.ts';
import { fileDialogWords } from './file-dialog-words.ts';
import classes from './file-dialog.module.css';

const ICONS = { Home: IconHome, Documents: IconFileText, Downloads: IconDownload, Desktop: IconDeviceDesktop } as const;
type KnownPlace = keyof typeof ICONS;

function isKnown(name: string): name is KnownPlace {
  return Object.hasOwn(ICONS, name);
}

/** Places to jump to. */
export function PlaceList({
  places,
  folder,
  onGo,
}: {
  readonly places: FolderListing['places'];
  readonly folder: string;
  readonly onGo: (folder: string) => void;
}): ReactNode {
  const t = useWords(fileDialogWords);
  return (
    <nav className={classes['places']} aria-label={t('places')}>
      {places.map(({ name, path }) => {
        const Icon = isKnown(name) ? ICONS[name] : path.length > 1 ? IconServer : IconFolder;
        return (
          <UnstyledButton
            key={path}
            className={classes['place']}
            aria-current={path === folder ? 'location' : undefined}
            onClick={() => onGo(path)}
          >
            <Icon size={16} stroke={1.6} aria-hidden />
            <span>{isKnown(name) ? t(`place_${name}`) : name}</span>
          </UnstyledButton>
        );
      })}
    </nav>
  );
}
