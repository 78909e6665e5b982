import { describeReport } from './describe/describe-report.ts';
import { numberFormat } from './describe/number-format.ts';
import { reportPage } from './html/report-page.ts';
import type { ReportInput } from './report-input.ts';

/** The report as one self-contained HTML page: it loads nothing, runs nothing and follows the reader's colour scheme. */
export function renderReport(input: ReportInput): string {
  return reportPage(describeReport(input), numberFormat(input.language));
}
