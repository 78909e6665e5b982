import { Button, Group, Modal, Progress, Radio, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { FailurePanel } from '../../../components/failure-panel.tsx';
import { useCall } from '../../../client/use-call.ts';
import { baseName, joinPath } from '../../../components/path-text.ts';
import { usePick } from '../../../components/file-dialog/use-pick.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { ownColumns } from '../grid/column-state.ts';
import { useTable } from '../table-context.ts';
import { placedColumns } from '../view/column-order.ts';
import { exportWords } from './export-words.ts';
import { useExport, type ExportFormat } from './use-export.ts';

const HINTS = { csv: 'csvHint', parquet: 'parquetHint', json: 'jsonHint' } as const;
const FORMATS: readonly ExportFormat[] = ['csv', 'parquet', 'json'];

/** Writes the rows of the view to a file. */
export function ExportDialog({
  isOpen,
  onClose,
  rows,
  ofRows,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Rows of the view and of the table; null while they are counted. */
  readonly rows: number | null;
  readonly ofRows: number | null;
}): ReactNode {
  const t = useWords(exportWords);
  const { state, stop, reset, begin } = useExport();
  const [isPicking, setPicking] = useState(false);
  const isWriting = state.kind === 'writing';
  const isFree = !isWriting && !isPicking;
  const close = (): void => {
    if (isWriting) return;
    reset();
    onClose();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={t('title')}
      size={480}
      // The file dialog opens over this one, and has the keys then.
      zIndex={190}
      trapFocus={!isPicking}
      closeOnEscape={isFree}
      closeOnClickOutside={isFree}
      withCloseButton={!isWriting}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {isOpen && (
        <Stack gap="md">
          {state.kind === 'failed' && <FailurePanel error={state.error} />}
          {state.kind === 'writing' ? (
            <Writing written={state.rows} total={state.totalRows ?? rows} onStop={stop} />
          ) : (
            <ExportForm
              rows={rows}
              ofRows={ofRows}
              onCancel={close}
              onPicking={setPicking}
              onBegin={(request) =>
                void begin(request).then((isDone) => {
                  if (isDone) onClose();
                })
              }
            />
          )}
        </Stack>
      )}
    </Modal>
  );
}

function ExportForm({
  rows,
  ofRows,
  onCancel,
  onPicking,
  onBegin,
}: {
  readonly rows: number | null;
  readonly ofRows: number | null;
  readonly onCancel: () => void;
  readonly onPicking: (isPicking: boolean) => void;
  readonly onBegin: (request: { readonly out: string; readonly columns: string[] | null }) => void;
}): ReactNode {
  const t = useWords(exportWords);
  const number = useFormat().number;
  const pick = usePick();
  const { data: host } = useCall('host.describe', {});
  const { workspace, table, view } = useTable();
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [isVisibleOnly, setVisibleOnly] = useState(false);
  const [out, setOut] = useState<string | null>(null);
  const visible = placedColumns(view.state.columns, ownColumns(table))
    .filter(({ hidden }) => !hidden)
    .map(({ name }) => name);
  const choose = async (chosen: ExportFormat): Promise<string | null> => {
    onPicking(true);
    try {
      const path = await pick({
        purpose: 'save-file',
        title: t('chooseTitle'),
        suggested: out === null ? proposed(chosen) : withExtension(out, chosen),
        filters: [{ name: t(chosen), extensions: [chosen] }],
      });
      if (path !== null) setOut(path);
      return path;
    } finally {
      onPicking(false);
    }
  };
  const proposed = (chosen: ExportFormat): string => {
    const name = baseName(workspace).replace(/\.veriscope$/, '');
    const file = `${name}-${table.name.replaceAll('_', '-')}.${chosen}`;
    return host === undefined ? file : joinPath(host.documentsFolder, file);
  };
  const rowWords =
    rows === null || ofRows === null
      ? t('rowsUnknown')
      : rows === ofRows
        ? t('rowsAll', { all: number(ofRows) })
        : t('rowsFiltered', { rows: number(rows), all: number(ofRows) });
  const changeFormat = (value: string): void => {
    const next = FORMATS.find((known) => known === value) ?? 'csv';
    setFormat(next);
    setOut((path) => (path === null ? null : withExtension(path, next)));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void (async () => {
          const path = out ?? (await choose(format));
          if (path !== null) onBegin({ out: path, columns: isVisibleOnly ? visible : null });
        })();
      }}
    >
      <Stack gap="md">
        <div>
          <Text size="sm" fw={600}>
            {t('rows')}
          </Text>
          <Text size="sm">{rowWords}</Text>
        </div>
        <div>
          <Text size="sm" fw={600} mb={4} id="export-format">
            {t('format')}
          </Text>
          <SegmentedControl
            size="xs"
            aria-labelledby="export-format"
            value={format}
            onChange={changeFormat}
            data={FORMATS.map((known) => ({ value: known, label: t(known) }))}
          />
          <Text size="xs" c="dimmed" mt={4}>
            {t(HINTS[format])}
          </Text>
        </div>
        <Radio.Group
          label={t('columns')}
          value={isVisibleOnly ? 'visible' : 'all'}
          onChange={(value) => setVisibleOnly(value === 'visible')}
        >
          <Stack gap={10} mt={4}>
            <Radio size="xs" value="all" label={t('allColumns', { count: table.columns.length })} />
            <Radio
              size="xs"
              value="visible"
              disabled={visible.length === 0}
              label={t('visibleColumns', { count: visible.length })}
            />
          </Stack>
        </Radio.Group>
        <div>
          <Text size="sm" fw={600}>
            {t('file')}
          </Text>
          <Group gap="xs" wrap="nowrap">
            <Text size="sm" flex={1} {...(out === null ? { c: 'dimmed' } : {})} style={{ overflowWrap: 'anywhere' }}>
              {out ?? t('noFile')}
            </Text>
            <Button size="xs" variant="default" onClick={() => void choose(format)}>
              {t('choose')}
            </Button>
          </Group>
        </div>
        <Group justify="flex-end" gap="xs">
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button size="xs" type="submit">
            {t('export')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function withExtension(path: string, format: ExportFormat): string {
  return path.replace(/\.(csv|parquet|json)$/i, `.${format}`);
}

function Writing({
  written,
  total,
  onStop,
}: {
  readonly written: number;
  readonly total: number | null;
  readonly onStop: () => void;
}): ReactNode {
  const t = useWords(exportWords);
  const number = useFormat().number;
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        {written === 0 || total === null ? t('writing') : t('written', { rows: number(written), all: number(total) })}
      </Text>
      <Progress
        value={total === null || written === 0 ? 100 : Math.min(100, (100 * written) / Math.max(1, total))}
        animated={total === null || written === 0}
        striped={total === null || written === 0}
        aria-label={t('writing')}
      />
      <Group justify="flex-end">
        <Button size="xs" variant="default" onClick={onStop}>
          {t('stop')}
        </Button>
      </Group>
    </Stack>
  );
}
