import { notifications } from '@mantine/notifications';
import { useWords } from '../../../i18n/use-words.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { copyText } from '../../tables/copy-text.ts';
import { dashboardWords } from '../dashboard-words.ts';
import { useSelectionWords } from '../use-selection-words.ts';
import type { ChartPicture } from './chart-card-context.ts';
import { chartCsv, type ChartTable } from './chart-table.ts';
import { useChartStyle } from './chart-style.ts';
import { framedSvg, pngOf, saveBlob } from './chart-files.ts';

/** A chart and its data as pictures and text, to the clipboard and to a file. */
export function useChartFiles({
  title,
  finding,
  unit,
  n,
  table,
  picture,
}: {
  readonly title: string;
  readonly finding: string | null;
  readonly unit: string | null;
  readonly n: number | null;
  readonly table: ChartTable | null;
  readonly picture: (() => ChartPicture) | null;
}): {
  readonly copyPng: () => Promise<void>;
  readonly copySvg: () => Promise<void>;
  readonly copyCsv: () => Promise<void>;
  readonly savePng: () => Promise<void>;
  readonly saveSvg: () => void;
  readonly saveCsv: () => void;
} {
  const t = useWords(dashboardWords);
  const { number } = useFormat();
  const style = useChartStyle();
  const words = useSelectionWords();
  const svg = (): string =>
    picture === null
      ? ''
      : framedSvg(picture(), style, {
          heading: finding ?? title,
          caption: [finding === null ? null : title, unit, n === null ? null : `n = ${number(n)}`]
            .filter((part) => part !== null)
            .join(' · '),
          foot: words,
        });
  const csv = (): string => (table === null ? '' : chartCsv(table));
  const tell = (isDone: boolean): void => {
    notifications.show(isDone ? { message: t('copied') } : { color: 'red', message: t('notCopied') });
  };
  const name = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return {
    copyPng: async () => {
      try {
        // The clipboard takes a picture only while the click still counts: it is given the promise of one.
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(svg()) })]);
        tell(true);
      } catch {
        tell(false);
      }
    },
    copySvg: async () => tell(await copyText(svg())),
    copyCsv: async () => tell(await copyText(csv())),
    savePng: async () => saveBlob(await pngOf(svg()), `${name}.png`),
    saveSvg: () => saveBlob(new Blob([svg()], { type: 'image/svg+xml' }), `${name}.svg`),
    // With a mark at its start, so that spreadsheets read its accents.
    saveCsv: () => saveBlob(new Blob(['\uFEFF', csv()], { type: 'text/csv;charset=utf-8' }), `${name}.csv`),
  };
}
