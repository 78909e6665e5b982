import { Button, Checkbox, Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { CallRequest } from '../../../shared/contract/calls.ts';
import { TABLES } from '../../../shared/contract/ledger.ts';
import { LANGUAGES } from '../../../shared/language.ts';
import { useCall } from '../../client/use-call.ts';
import { usePick } from '../../components/file-dialog/use-pick.ts';
import { useLanguage, useWords } from '../../i18n/use-words.ts';
import { proposedReport, REPORT_FORMATS, withFormat, workspaceName, type ReportFormat } from './report-file.ts';
import { reportWords } from './report-words.ts';

const TABLE_ORDER = TABLES.toSorted((a, b) => Number(a === 'staging') - Number(b === 'staging'));
const LANGUAGE_NAMES = { en: 'English', es: 'Español' } as const;

/** What report, in which language and format, and where to. */
export function ReportForm({
  workspace,
  onWrite,
}: {
  readonly workspace: string;
  readonly onWrite: (request: CallRequest<'report.write'>, openAfterwards: boolean) => void;
}): ReactNode {
  const t = useWords(reportWords);
  const pick = usePick();
  const { data: host } = useCall('host.describe', {});
  const own = useLanguage();
  const [table, setTable] = useState<(typeof TABLES)[number]>('transform');
  const [language, setLanguage] = useState(own);
  const [format, setFormat] = useState<ReportFormat>('html');
  const [typed, setTyped] = useState<string | null>(null);
  const [openAfterwards, setOpenAfterwards] = useState(true);
  const proposed =
    host === undefined
      ? ''
      : proposedReport(host.documentsFolder, host.pathSeparator, workspaceName(workspace), format);
  const file = typed ?? proposed;
  const choose = async (): Promise<void> => {
    const extensions = { html: ['html'], pdf: ['pdf'] } as const;
    const path = await pick({
      purpose: 'save-file',
      title: t('chooseTitle'),
      suggested: file,
      filters: [{ name: format === 'pdf' ? t('pdf') : t('html'), extensions: [...extensions[format]] }],
    });
    if (path !== null) setTyped(withFormat(path, format));
  };
  const changeFormat = (value: string): void => {
    const chosen = REPORT_FORMATS.find((known) => known === value) ?? 'html';
    setFormat(chosen);
    setTyped((present) => (present === null ? null : withFormat(present, chosen)));
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    onWrite({ workspace, table, language, out: withFormat(file, format) }, openAfterwards);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Select
          label={t('table')}
          allowDeselect={false}
          data={TABLE_ORDER.map((value) => ({ value, label: t(`table.${value}`) }))}
          value={table}
          onChange={(value) => setTable(TABLES.find((known) => known === value) ?? table)}
        />
        <Group grow align="start">
          <Select
            label={t('language')}
            allowDeselect={false}
            data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            value={language}
            onChange={(value) => setLanguage(LANGUAGES.find((known) => known === value) ?? language)}
          />
          <Stack gap={2}>
            <Text size="sm" fw={500} id="report-format">
              {t('format')}
            </Text>
            <SegmentedControl
              aria-labelledby="report-format"
              data={[
                { value: 'html', label: t('html') },
                { value: 'pdf', label: t('pdf') },
              ]}
              value={format}
              onChange={changeFormat}
            />
          </Stack>
        </Group>
        {format === 'pdf' && (
          <Text size="xs" c="dimmed">
            {t('chrome')}
          </Text>
        )}
        <Group align="end" gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            label={t('file')}
            required
            value={file}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button variant="default" onClick={() => void choose()}>
            {t('choose')}
          </Button>
        </Group>
        <Checkbox
          label={t('open')}
          checked={openAfterwards}
          onChange={(event) => setOpenAfterwards(event.currentTarget.checked)}
        />
        <Group justify="end">
          <Button type="submit" disabled={file.trim() === ''} data-autofocus>
            {t('write')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
