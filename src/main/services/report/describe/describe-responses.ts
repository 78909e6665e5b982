import type { ResponseFigure } from '../../../../shared/contract/figures.ts';
import { statusColour } from '../../../../shared/design-tokens/stable-colours.ts';
import { responseByCode } from '../../../../etl/model/response-codes.ts';
import type { Chart } from '../structure/report-structure.ts';
import { dataTable } from './data-table.ts';
import type { DescribeContext } from './describe-context.ts';
import { NOTHING } from './number-format.ts';
import { readable } from './readable.ts';

const MOST_ROWS = 30;

/** The log's own word for an answer, else its code. */
export function answerName(answer: { readonly code: number | null; readonly description: string | null }): string {
  return answer.description === null
    ? answer.code === null
      ? NOTHING
      : String(answer.code)
    : readable(answer.description);
}

/** Transactions by final answer, most frequent first. */
export function describeResponses({ figures, format, words }: DescribeContext): Chart | null {
  const { responses } = figures;
  if (responses.length === 0) return null;
  const accepted = figures.acceptance.overall;
  const next = responses.find(({ status }) => status !== 'ok');
  const share = format.percent(accepted.rate);
  const meaning = ({ code }: ResponseFigure): string => {
    const known = code === null ? undefined : responseByCode(code);
    return known === undefined ? words.charts.unknownCode : format.text(known.message);
  };
  return {
    id: 'chart-responses',
    title:
      next === undefined
        ? words.charts.responsesTitle(share)
        : words.charts.responsesTitleNext(share, answerName(next), format.percent(next.share)),
    caption: words.charts.responsesCaption(format.count(figures.scope.transactions)),
    description: words.charts.responsesCaption(format.count(figures.scope.transactions)),
    legend: [
      { label: words.charts.accepted, colour: 'ok', mark: 'dot' },
      { label: words.charts.notAccepted, colour: 'error', mark: 'dot' },
    ],
    picture: {
      kind: 'lollipops',
      rows: responses.slice(0, MOST_ROWS).map((response) => ({
        label: answerName(response),
        value: response.n,
        text: `${format.count(response.n)} · ${format.percent(response.share)}`,
        colour: statusColour(response.status),
      })),
    },
    table: dataTable(
      [words.charts.code, words.charts.answer, words.charts.status, words.charts.meaning],
      [words.charts.n, words.charts.share],
      responses.map((response) => [
        response.code === null ? NOTHING : String(response.code),
        answerName(response),
        response.status === null ? NOTHING : readable(response.status),
        meaning(response),
        format.count(response.n),
        format.percent(response.share),
      ]),
    ),
    notes: [],
    width: 'full',
  };
}
