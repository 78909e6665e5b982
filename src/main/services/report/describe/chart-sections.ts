import type { Chart, Section } from '../structure/report-structure.ts';
import { describeAcceptanceByAttempt, describeAttempts } from './describe-attempts.ts';
import { describeClients } from './describe-clients.ts';
import { describeClock } from './describe-clock.ts';
import type { DescribeContext } from './describe-context.ts';
import { describeAspectRatios, describeResolutions } from './describe-images.ts';
import { describeResponses } from './describe-responses.ts';
import { describeMeanTimes, describePercentiles } from './describe-times.ts';
import { describeVolume } from './describe-volume.ts';
import { section } from './section.ts';

const isChart = (chart: Chart | null): chart is Chart => chart !== null;

/** The questions that charts answer. */
export type ChartSectionName = 'volume' | 'acceptance' | 'retries' | 'time' | 'images';

/** A section of charts, and the charts in it. */
export interface ChartSection {
  readonly name: ChartSectionName;
  readonly section: Section;
  readonly charts: readonly Chart[];
}

interface ChartGroup {
  readonly id: ChartSectionName;
  readonly title: string;
  readonly lead: string | null;
  readonly charts: readonly (Chart | null)[];
}

/** The charts by the question that they answer; a question without data is left out. */
export function chartSections(context: DescribeContext): readonly ChartSection[] {
  const { sections, leads } = context.words.page;
  const groups: readonly ChartGroup[] = [
    {
      id: 'volume',
      title: sections.volume,
      lead: null,
      charts: [describeVolume(context), describeResponses(context), describeClock(context)],
    },
    { id: 'acceptance', title: sections.acceptance, lead: null, charts: [describeClients(context)] },
    {
      id: 'retries',
      title: sections.retries,
      lead: null,
      charts: [describeAttempts(context), describeAcceptanceByAttempt(context)],
    },
    {
      id: 'time',
      title: sections.time,
      lead: leads.time,
      charts: [describeMeanTimes(context), describePercentiles(context)],
    },
    {
      id: 'images',
      title: sections.images,
      lead: null,
      charts: [describeResolutions(context), describeAspectRatios(context)],
    },
  ];
  return groups.flatMap(({ id, title, lead, charts }) => {
    const drawn = charts.filter(isChart);
    return drawn.length === 0
      ? []
      : [{ name: id, section: section(id, title, [{ kind: 'charts', charts: drawn }], lead), charts: drawn }];
  });
}
