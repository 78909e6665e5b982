import { Modal, Table, Text, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMemo, type ReactNode } from 'react';
import { commandWords } from '../../app/commands/command-words.ts';
import { useCommands, useRegistry } from '../../commands/command-registry.ts';
import { isMac } from '../../commands/is-mac.ts';
import { ShortcutHint } from '../../commands/shortcut-hint.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { paletteWords } from './palette-words.ts';
import classes from './shortcuts-sheet.module.css';

interface Line {
  readonly label: string;
  readonly shortcut: string;
}

/** Every shortcut that works on the page that is shown. */
export function ShortcutsSheet(): ReactNode {
  const t = useWords(paletteWords);
  const words = useWords(commandWords);
  const [opened, { toggle, close }] = useDisclosure(false);
  const commands = useRegistry((state) => state.commands);
  useCommands(
    useMemo(
      () => [
        { id: 'show-shortcuts', label: words('shortcuts'), section: words('helpSection'), shortcut: '?', run: toggle },
      ],
      [words, toggle],
    ),
  );
  const sections = useMemo(() => {
    const known = new Map<string, Line[]>();
    const add = (section: string, line: Line): void => {
      known.set(section, [...(known.get(section) ?? []), line]);
    };
    for (const { label, section, shortcut } of commands.values())
      if (shortcut !== null) add(section, { label, shortcut });
    for (const line of ofBrowser()) add(t('keyboard'), line);
    return [...known];

    function ofBrowser(): readonly Line[] {
      return [
        { label: t('moveFocus'), shortcut: 'Tab' },
        { label: t('escape'), shortcut: 'Escape' },
        { label: t('back'), shortcut: isMac() ? 'mod+[' : 'alt+ArrowLeft' },
        { label: t('forward'), shortcut: isMac() ? 'mod+]' : 'alt+ArrowRight' },
        { label: t('zoomIn'), shortcut: 'mod++' },
        { label: t('zoomOut'), shortcut: 'mod+-' },
      ];
    }
  }, [commands, t]);
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('shortcuts')}
      size={720}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Text c="dimmed" mb="sm">
        {t('shortcutsText')}
      </Text>
      <div className={classes['sections']}>
        {sections.map(([section, lines]) => (
          <Table key={section} className={classes['section'] ?? ''} verticalSpacing={4} horizontalSpacing={0}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{section}</Table.Th>
                <Table.Th scope="col" className={classes['keys'] ?? ''}>
                  <VisuallyHidden>{t('keys')}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map(({ label, shortcut }) => (
                <Table.Tr key={`${label} ${shortcut}`}>
                  <Table.Td>{label}</Table.Td>
                  <Table.Td className={classes['keys'] ?? ''}>
                    <ShortcutHint shortcut={shortcut} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        ))}
      </div>
    </Modal>
  );
}
