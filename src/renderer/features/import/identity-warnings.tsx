import { Button, Checkbox, Group, Table, Text } from '@mantine/core';
import { IconEyeExclamation, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { IDENTITY_SHAPES, ImportPreview } from '../../../shared/contract/preview.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { confirmStepWords } from './confirm-step-words.ts';
import { Panel } from '../../components/panel.tsx';

const SHAPE_WORDS = {
  email: 'shapeEmail',
  phone: 'shapePhone',
  'ip-address': 'shapeIp',
  uuid: 'shapeUuid',
  'document-number': 'shapeDocument',
  'person-name': 'shapePerson',
} as const satisfies Record<(typeof IDENTITY_SHAPES)[number], string>;

/** What looks like a real identity where pseudonyms should be, and the choice to stop or to go on knowingly. */
export function IdentityWarnings({
  warnings,
  isKnown,
  onKnown,
  onStop,
}: {
  readonly warnings: ImportPreview['identityWarnings'];
  readonly isKnown: boolean;
  readonly onKnown: (isKnown: boolean) => void;
  readonly onStop: () => void;
}): ReactNode {
  const t = useWords(confirmStepWords);
  const format = useFormat();
  if (warnings.length === 0)
    return (
      <Group gap={6} c="var(--vs-ok)">
        <IconShieldCheck size={16} aria-hidden />
        <Text size="sm">{t('noIdentities')}</Text>
      </Group>
    );
  return (
    <Panel title={t('identityTitle')} tone="error" icon={<IconEyeExclamation size={17} aria-hidden />}>
      <Text size="sm" maw={760}>
        {t('identityText')}
      </Text>
      <Table.ScrollContainer minWidth={460} type="native">
        <Table fz={13} verticalSpacing={4} horizontalSpacing="sm" maw={760}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('identityColumn')}</Table.Th>
              <Table.Th>{t('identityShape')}</Table.Th>
              <Table.Th>{t('identityExample')}</Table.Th>
              <Table.Th>{t('identityCount')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {warnings.map(({ column, shape, count, ofRows, maskedExample }) => (
              <Table.Tr key={`${column} ${shape}`}>
                <Table.Td ff="monospace">{column}</Table.Td>
                <Table.Td>{t(SHAPE_WORDS[shape])}</Table.Td>
                <Table.Td ff="monospace">{maskedExample}</Table.Td>
                <Table.Td>{t('identityCountOf', { n: format.number(count), all: format.number(ofRows) })}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group justify="space-between" gap="sm">
        <Checkbox
          id="knows-identities"
          size="sm"
          label={t('identityGoOn')}
          checked={isKnown}
          onChange={({ currentTarget }) => onKnown(currentTarget.checked)}
        />
        <Button size="xs" variant="default" onClick={onStop}>
          {t('identityStop')}
        </Button>
      </Group>
    </Panel>
  );
}
