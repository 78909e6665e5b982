import { imageClassColour } from '../../../../shared/design-tokens/stable-colours.ts';
import { wilsonInterval } from '../../../../shared/statistics/wilson-interval.ts';
import type { ResponseByClass } from '../../../../shared/contract/figures.ts';
import { ASPECT_RATIOS, RESOLUTION_CLASSES } from '../../../../etl/model/resolution-classes.ts';
import type { Chart } from '../structure/report-structure.ts';
import { dataTable } from './data-table.ts';
import type { DescribeContext } from './describe-context.ts';
import { answerName } from './describe-responses.ts';

const MOST_ROWS = 20;
/** Fewer transactions than this make no finding. */
const ENOUGH = 30;
/** A difference in shares from which it is worth a title, less its uncertainty. */
const NOTABLE = 0.1;
const SHOWN_SIZES = 5;

interface AnswerRow {
  readonly label: string;
  readonly accepted: boolean;
  readonly n: number;
  readonly shares: readonly number[];
  readonly counts: readonly number[];
}

function answerRows(
  { figures }: DescribeContext,
  cells: readonly ResponseByClass[],
  classes: readonly (string | null)[],
): readonly AnswerRow[] {
  return figures.responses.flatMap((response) => {
    const own = cells.filter(({ code, description }) => code === response.code && description === response.description);
    const counts = classes.map((name) =>
      own.filter((cell) => cell.class === name).reduce((sum, cell) => sum + cell.n, 0),
    );
    const n = counts.reduce((sum, count) => sum + count, 0);
    return n === 0
      ? []
      : [
          {
            label: answerName(response),
            accepted: response.status === 'ok',
            n,
            counts,
            shares: counts.map((count) => count / n),
          },
        ];
  });
}

/** The answer and class whose share is most surely above that among accepted transactions. */
function finding(
  context: DescribeContext,
  rows: readonly AnswerRow[],
  classes: readonly (string | null)[],
): string | null {
  const accepted = rows.filter((row) => row.accepted);
  const n = accepted.reduce((sum, row) => sum + row.n, 0);
  if (n < ENOUGH) return null;
  const usual = classes.map((_, index) => accepted.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0) / n);
  const differences = rows
    .filter((row) => !row.accepted && row.n >= ENOUGH)
    .flatMap((row) =>
      classes.map((name, index) => ({ row, name, share: row.shares[index] ?? 0, usual: usual[index] ?? 0 })),
    )
    .map((each) => ({
      ...each,
      surely: (wilsonInterval(Math.round(each.share * each.row.n), each.row.n)?.low ?? 0) - each.usual,
    }))
    .toSorted((left, right) => right.surely - left.surely);
  const [most] = differences;
  if (most === undefined || most.name === null || most.surely < NOTABLE) return null;
  const { format, words } = context;
  return words.charts.classTitle(most.row.label, format.percent(most.share), most.name, format.percent(most.usual));
}

function describeClasses(
  context: DescribeContext,
  id: string,
  cells: readonly ResponseByClass[],
  order: readonly string[],
  texts: { readonly title: string; readonly caption: (n: string) => string; readonly notes: readonly string[] },
): Chart | null {
  const { figures, format, words } = context;
  const present = new Set(cells.map((cell) => cell.class));
  const classes = [...order.filter((name) => present.has(name)), ...(present.has(null) ? [null] : [])];
  const rows = answerRows(context, cells, classes);
  if (rows.length === 0) return null;
  const caption = texts.caption(format.count(figures.scope.transactions));
  const names = classes.map((name) => name ?? words.charts.noClass);
  return {
    id,
    title: finding(context, rows, classes) ?? texts.title,
    caption,
    description: caption,
    legend: classes.map((name, index) => ({
      label: names[index] ?? '',
      colour: imageClassColour(name),
      mark: 'square',
    })),
    picture: {
      kind: 'share-bars',
      colours: classes.map(imageClassColour),
      rows: rows
        .slice(0, MOST_ROWS)
        .map(({ label, n, shares }) => ({ label, shares, text: words.charts.nText(format.count(n)) })),
    },
    table: dataTable(
      [words.charts.answer],
      [words.charts.n, ...names],
      rows.map(({ label, n, counts }) => [label, format.count(n), ...counts.map(format.count)]),
    ),
    notes: texts.notes,
    width: 'full',
  };
}

/** Answers by resolution class of the near image. */
export function describeResolutions(context: DescribeContext): Chart | null {
  const { figures, format, words } = context;
  const sizes = figures.images.sizes.near
    .filter(({ width, height }) => width !== null && height !== null)
    .slice(0, SHOWN_SIZES)
    .map(({ width, height, n }) => `${width}×${height} (${format.count(n)})`);
  return describeClasses(
    context,
    'chart-resolution',
    figures.images.resolution.near,
    RESOLUTION_CLASSES.map(({ name }) => name),
    {
      title: words.charts.resolutionTitleNone,
      caption: words.charts.resolutionCaption,
      notes: sizes.length === 0 ? [] : [words.charts.sizesNote(format.list(sizes))],
    },
  );
}

/** Answers by aspect ratio of the near image. */
export function describeAspectRatios(context: DescribeContext): Chart | null {
  const { figures, words } = context;
  const order = ASPECT_RATIOS.toReversed();
  return describeClasses(context, 'chart-aspect', figures.images.aspectRatio.near, order, {
    title: words.charts.aspectTitleNone,
    caption: words.charts.aspectCaption,
    notes: [],
  });
}
