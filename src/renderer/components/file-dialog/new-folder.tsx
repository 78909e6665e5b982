import { Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useClient } from '../../client/client-context.ts';
import { errorText } from '../../i18n/error-words.ts';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { joinPath } from '../path-text.ts';
import { fileDialogWords } from './file-dialog-words.ts';
import { nameProblem } from './shown-entries.ts';

/** Makes a folder within the one that is shown, and goes there. */
export function NewFolder({
  parent,
  isAllowed,
  onMade,
}: {
  readonly parent: string;
  readonly isAllowed: boolean;
  readonly onMade: (folder: string) => void;
}): ReactNode {
  const t = useWords(fileDialogWords);
  const client = useClient();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [complaint, setComplaint] = useState<string | null>(null);

  const make = async (): Promise<void> => {
    const problem = nameProblem(name);
    if (problem !== null) return setComplaint(t(problem === 'empty' ? 'nameEmpty' : 'nameSeparator'));
    const answer = await client.invoke('host.makeFolder', { folder: joinPath(parent, name.trim()) });
    if (!answer.ok) return setComplaint(errorText(answer.error, language).title);
    setOpen(false);
    setName('');
    return onMade(answer.value.folder);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus position="top-start" shadow="md">
      <Popover.Target>
        <Button
          variant="subtle"
          leftSection={<IconFolderPlus size={16} aria-hidden />}
          disabled={!isAllowed}
          onClick={() => setOpen(!isOpen)}
        >
          {t('newFolder')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <TextInput
            size="xs"
            data-autofocus
            label={t('newFolderName')}
            value={name}
            error={complaint}
            onChange={({ currentTarget }) => {
              setName(currentTarget.value);
              setComplaint(null);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              void make();
            }}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => setOpen(false)}>
              {t('cancel')}
            </Button>
            <Button onClick={() => void make()}>{t('create')}</Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
