import type { ResponseByClass } from '../contract/figures.ts';
import { codeText } from '../dashboards/code-text.ts';
import type { TextContext } from './text-context.ts';
import { bar, left, right, type TextTable } from './text-table.ts';

const BAR = 20;
const COMMONEST_SIZES = 10;

const codeOr = (code: number | null, none: string): string => (code === null ? none : codeText(code));

export function answerTable({ figures, words, numbers, name }: TextContext): TextTable {
  const most = figures.responses[0]?.share ?? 1;
  return {
    title: words.answers,
    columns: [
      left(words.answer),
      left(words.code),
      left(words.status),
      left(words.outcome),
      right(words.n),
      right(words.share),
      left(''),
    ],
    rows: figures.responses.map(({ code, description, status, outcome, n, share }) => [
      name(description),
      codeOr(code, words.none),
      name(status),
      outcome === null ? '?' : words.outcomes[outcome],
      numbers.count(n),
      numbers.percent(share),
      bar(share / most, BAR),
    ]),
  };
}

/** Answers down, classes across, the commonest class first and the missing one last. */
function crossTable(
  { words, numbers, name }: TextContext,
  title: string,
  cells: readonly ResponseByClass[],
): TextTable {
  const totals = new Map<string | null, number>();
  for (const cell of cells) totals.set(cell.class, (totals.get(cell.class) ?? 0) + cell.n);
  const place = (one: string | null): number => (one === null ? 1 : -(totals.get(one) ?? 0));
  const classes = [...totals.keys()].toSorted((a, b) => place(a) - place(b));
  const answers = Map.groupBy(cells, ({ code, description }) => `${codeOr(code, words.none)} ${name(description)}`);
  return {
    title,
    columns: [left(words.answer), ...classes.map((one) => right(name(one)))],
    rows: [...answers].map(([answer, found]) => [
      answer,
      ...classes.map((one) => numbers.count(found.find((cell) => cell.class === one)?.n ?? 0)),
    ]),
  };
}

export function imageTables(context: TextContext): readonly TextTable[] {
  const { figures, words } = context;
  const { resolution, aspectRatio } = figures.images;
  return [
    crossTable(context, words.resolution.near, resolution.near),
    crossTable(context, words.resolution.far, resolution.far),
    crossTable(context, words.aspect.near, aspectRatio.near),
    crossTable(context, words.aspect.far, aspectRatio.far),
  ];
}

export function sizeTable({ figures, words, numbers }: TextContext): TextTable {
  const { near, far } = figures.images.sizes;
  const cells = (size: (typeof near)[number] | undefined): readonly string[] =>
    size === undefined
      ? ['', '']
      : [
          size.width === null || size.height === null ? words.none : `${size.width}×${size.height}`,
          numbers.count(size.n),
        ];
  const rows = Math.min(COMMONEST_SIZES, Math.max(near.length, far.length));
  return {
    title: words.sizes,
    note: words.sizesNote(numbers.count(near.length), numbers.count(far.length)),
    columns: [left(words.size), right(words.n), left(words.farSize), right(words.n)],
    rows: Array.from({ length: rows }, (_, index) => [...cells(near[index]), ...cells(far[index])]),
  };
}
