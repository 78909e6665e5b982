import type { Mean } from '../contract/figures.ts';
import type { TextContext } from './text-context.ts';
import { bar, left, right, type TextTable } from './text-table.ts';

const BAR = 10;

export function microserviceTable({ figures, words, numbers }: TextContext): TextTable {
  const { microservices, other } = figures.times;
  const rows = [...microservices, { ...other, name: words.other, executed: null, meanPerExecuted: null }];
  const most = Math.max(...rows.map(({ share }) => share ?? 0));
  return {
    title: words.times,
    note: words.timesNote,
    columns: [
      left(words.microservice),
      right(words.share),
      right(words.perTransaction),
      right(words.executed),
      right(words.perExecuted),
      right('p50'),
      right('p95'),
      right('p99'),
      left(''),
    ],
    rows: rows.map((row) => [
      row.name,
      numbers.percent(row.share),
      numbers.ms(row.meanPerTransaction),
      row.executed === null ? '' : numbers.count(row.executed),
      row.executed === null ? '' : numbers.ms(row.meanPerExecuted),
      numbers.ms(row.p50),
      numbers.ms(row.p95),
      numbers.ms(row.p99),
      most === 0 ? '' : bar((row.share ?? 0) / most, BAR),
    ]),
  };
}

export function partsTable({ figures, words, numbers }: TextContext): TextTable {
  const cells = (mean: Mean | null): readonly string[] =>
    mean === null ? ['', ''] : [numbers.ms(mean.mean), numbers.count(mean.n)];
  return {
    title: words.parts,
    note: words.partsNote,
    columns: [
      left(words.microservice),
      ...[words.execution, words.queue, words.near, words.far].flatMap((heading) => [right(heading), right(words.n)]),
    ],
    rows: figures.times.microservices.map(({ name, execution, queue, near, far }) => [
      name,
      ...[execution, queue, near, far].flatMap(cells),
    ]),
  };
}

export function totalTable({ figures, words, numbers }: TextContext): TextTable {
  const { n, mean, std, min, p25, p50, p75, p95, p99, max } = figures.times.total;
  return {
    title: words.total,
    note: words.totalNote(numbers.count(n)),
    columns: [words.mean, words.std, 'min', 'p25', 'p50', 'p75', 'p95', 'p99', 'max'].map(right),
    rows: [[mean, std, min, p25, p50, p75, p95, p99, max].map(numbers.ms)],
  };
}
