import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowsMaximize,
  IconBulb,
  IconChartBar,
  IconCopy,
  IconDots,
  IconDownload,
  IconListDetails,
  IconSql,
  IconTable,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../../i18n/use-words.ts';
import { useDashboard } from '../dashboard-context.ts';
import { dashboardWords } from '../dashboard-words.ts';
import { openExplain } from '../explain/explain-store.ts';
import type { ChartCardProps } from './chart-card.tsx';
import type { ChartPicture } from './chart-card-context.ts';
import { useChartFiles } from './use-chart-files.ts';
import { useShowSql } from './use-show-sql.ts';

const ICON = { size: 15, 'aria-hidden': true } as const;

/** What can be done with a chart. */
export function ChartMenu({
  title,
  finding = null,
  unit,
  n = null,
  queries = [],
  table,
  drill = [],
  explain = null,
  picture,
  isTable,
  onTable,
  isLarge,
  onLarge,
}: ChartCardProps & {
  readonly picture: (() => ChartPicture) | null;
  readonly isTable: boolean;
  readonly onTable: () => void;
  readonly isLarge: boolean;
  readonly onLarge: () => void;
}): ReactNode {
  const t = useWords(dashboardWords);
  const { showRows } = useDashboard();
  const showSql = useShowSql();
  const files = useChartFiles({ title, finding, unit: unit ?? null, n, table, picture });
  const hasData = table !== null && table.rows.length > 0;
  const hasPicture = hasData && picture !== null;
  return (
    <>
      {!isLarge && hasData && (
        <Tooltip label={t('enlarge')}>
          <ActionIcon size={24} aria-label={t('enlargeOf', { title })} onClick={onLarge}>
            <IconArrowsMaximize size={14} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <ActionIcon size={24} aria-label={t('menuOf', { title })}>
            <IconDots {...ICON} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={isTable ? <IconChartBar {...ICON} /> : <IconTable {...ICON} />}
            disabled={!hasData}
            onClick={onTable}
          >
            {isTable ? t('showChart') : t('showTable')}
          </Menu.Item>
          {drill !== null && (
            <Menu.Item leftSection={<IconListDetails {...ICON} />} disabled={!hasData} onClick={() => showRows(drill)}>
              {t('showRows')}
            </Menu.Item>
          )}
          {explain !== null && (
            <Menu.Item leftSection={<IconBulb {...ICON} />} onClick={() => openExplain(explain)}>
              {t('explain')}
            </Menu.Item>
          )}
          {queries.map((declared, index) => (
            <Menu.Item key={index} leftSection={<IconSql {...ICON} />} onClick={() => void showSql(declared)}>
              {queries.length === 1 ? t('showSql') : t('showSqlOf', { number: index + 1, count: queries.length })}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconCopy {...ICON} />} disabled={!hasPicture} onClick={() => void files.copyPng()}>
            {t('copyPng')}
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy {...ICON} />} disabled={!hasPicture} onClick={() => void files.copySvg()}>
            {t('copySvg')}
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy {...ICON} />} disabled={!hasData} onClick={() => void files.copyCsv()}>
            {t('copyCsv')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconDownload {...ICON} />}
            disabled={!hasPicture}
            onClick={() => void files.savePng()}
          >
            {t('savePng')}
          </Menu.Item>
          <Menu.Item leftSection={<IconDownload {...ICON} />} disabled={!hasPicture} onClick={files.saveSvg}>
            {t('saveSvg')}
          </Menu.Item>
          <Menu.Item leftSection={<IconDownload {...ICON} />} disabled={!hasData} onClick={files.saveCsv}>
            {t('saveCsv')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
