import { Alert, Button, Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconFolderPlus, IconDatabase } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../../client/use-call.ts';
import { usePick } from '../../components/file-dialog/use-pick.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Destination } from './import-store.ts';
import { fileStepWords } from './file-step-words.ts';
import { importWords } from './import-words.ts';
import { Panel } from '../../components/panel.tsx';
import { folderOf, workspaceTitle } from '../../components/path-text.ts';
import type { ResolvedDestination } from './use-destination.ts';

/** Where the rows go: a workspace that is made for them, or one that is there. */
export function DestinationPanel({
  resolved,
  onChange,
}: {
  readonly resolved: ResolvedDestination;
  readonly onChange: (destination: Destination) => void;
}): ReactNode {
  const t = useWords(fileStepWords);
  const { destination, proposal } = resolved;
  const { data: recent } = useCall('recent.list', {});
  if (destination === null) return null;
  const known = (recent?.workspaces ?? []).filter(({ exists }) => exists);
  const choose = (kind: string): void => {
    if (kind === destination.kind) return;
    if (kind === 'existing') onChange({ kind, workspace: known[0]?.folder ?? '' });
    else if (proposal !== null) onChange(proposal);
  };
  return (
    <Panel
      title={t('destination')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('destination')}
          value={destination.kind}
          onChange={choose}
          data={[
            { value: 'new', label: t('destinationNew') },
            { value: 'existing', label: t('destinationExisting') },
          ]}
        />
      }
    >
      {destination.kind === 'new' ? (
        <NewWorkspace destination={destination} resolved={resolved} onChange={onChange} />
      ) : (
        <ExistingWorkspace workspace={destination.workspace} known={known} onChange={onChange} />
      )}
    </Panel>
  );
}

function NewWorkspace({
  destination,
  resolved: { problem, isTaken },
  onChange,
}: {
  readonly destination: Destination & { readonly kind: 'new' };
  readonly resolved: ResolvedDestination;
  readonly onChange: (destination: Destination) => void;
}): ReactNode {
  const t = useWords(fileStepWords);
  const pick = usePick();
  const { folder, name } = destination;
  const chooseFolder = async (): Promise<void> => {
    const chosen = await pick({ purpose: 'open-folder', title: t('folderDialog'), suggested: folder });
    if (chosen !== null) onChange({ ...destination, folder: chosen });
  };
  const wrong = problem === 'empty' ? t('nameEmpty') : problem === 'forbidden' ? t('nameForbidden') : null;
  return (
    <Stack gap="xs">
      <Group gap="sm" align="end" wrap="nowrap">
        <TextInput
          size="xs"
          label={t('workspaceName')}
          leftSection={<IconFolderPlus size={14} aria-hidden />}
          value={name}
          onChange={({ currentTarget }) => onChange({ ...destination, name: currentTarget.value })}
          error={wrong}
          flex={1}
        />
        <Button size="xs" variant="default" onClick={() => void chooseFolder()}>
          {t('changeFolder')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" truncate title={folder}>
        {t('inFolder', { folder })}
      </Text>
      {isTaken && (
        <Alert p="xs" color="accent" variant="light">
          <Text size="xs">{t('nameTaken')}</Text>
        </Alert>
      )}
    </Stack>
  );
}

function ExistingWorkspace({
  workspace,
  known,
  onChange,
}: {
  readonly workspace: string;
  readonly known: readonly { readonly folder: string; readonly name: string }[];
  readonly onChange: (destination: Destination) => void;
}): ReactNode {
  const t = useWords(fileStepWords);
  const ti = useWords(importWords);
  const pick = usePick();
  const browse = async (): Promise<void> => {
    const suggested = workspace === '' ? null : folderOf(workspace);
    const chosen = await pick({ purpose: 'open-folder', title: t('workspaceDialog'), suggested });
    if (chosen !== null) onChange({ kind: 'existing', workspace: chosen });
  };
  const others = workspace === '' || known.some(({ folder }) => folder === workspace) ? [] : [workspace];
  const folders = [...others, ...known.map(({ folder }) => folder)];
  return (
    <Stack gap="xs">
      <Group gap="sm" align="end" wrap="nowrap">
        <Select
          size="xs"
          flex={1}
          label={t('workspaceSelect')}
          placeholder={folders.length === 0 ? t('workspaceNothing') : ti('noWorkspace')}
          leftSection={<IconDatabase size={14} aria-hidden />}
          data={folders.map((folder) => ({ value: folder, label: workspaceTitle(folder) }))}
          value={workspace === '' ? null : workspace}
          onChange={(folder) => folder !== null && onChange({ kind: 'existing', workspace: folder })}
          allowDeselect={false}
          disabled={folders.length === 0}
          renderOption={({ option }) => (
            <div style={{ minWidth: 0 }}>
              <Text size="sm">{option.label}</Text>
              <Text size="xs" c="dimmed" truncate>
                {folderOf(option.value)}
              </Text>
            </div>
          )}
        />
        <Button size="xs" variant="default" onClick={() => void browse()}>
          {t('browse')}
        </Button>
      </Group>
      {workspace !== '' && (
        <Text size="xs" c="dimmed" truncate title={workspace}>
          {t('inFolder', { folder: folderOf(workspace) })}
        </Text>
      )}
    </Stack>
  );
}
