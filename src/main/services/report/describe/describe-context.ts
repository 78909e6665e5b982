import { CHART_WORDS, type ChartWords } from '../words/chart-words.ts';
import { PAGE_WORDS, type PageWords } from '../words/page-words.ts';
import { PROFILE_WORDS, type ProfileWords } from '../words/profile-words.ts';
import { SOURCE_WORDS, type SourceWords } from '../words/source-words.ts';
import type { ReportInput } from '../report-input.ts';
import { reportFormat, type ReportFormat } from './report-format.ts';

/** What every part of the description needs: the input, and numbers and words of its language. */
export interface DescribeContext extends ReportInput {
  readonly format: ReportFormat;
  readonly words: {
    readonly page: PageWords;
    readonly source: SourceWords;
    readonly charts: ChartWords;
    readonly profile: ProfileWords;
  };
}

export function describeContext(input: ReportInput): DescribeContext {
  const { language } = input;
  return {
    ...input,
    format: reportFormat(language),
    words: {
      page: PAGE_WORDS[language],
      source: SOURCE_WORDS[language],
      charts: CHART_WORDS[language],
      profile: PROFILE_WORDS[language],
    },
  };
}
