import { SegmentedControl } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { answerClassesOf } from '../../../../shared/dashboards/times-answers.ts';
import { classFinding } from '../../../../shared/dashboards/times-findings.ts';
import { answersByClassQuery, type ImageClassFacet } from '../../../../shared/dashboards/times-queries.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Chart } from '../chart/chart.tsx';
import { ChartCard } from '../chart/chart-card.tsx';
import { LogSwitch } from '../chart/log-switch.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { dashboardWords } from '../dashboard-words.ts';
import { answerClassesHeight, answerClassesOption, answerClassesTable } from './answer-classes-option.ts';
import { useTimesPen } from './times-pen.ts';

const SIDES = ['near', 'far'] as const;
const SIDE_WORDS = { near: 'near', far: 'far' } as const;
const FACETS = {
  resolution: { near: 'near_class', far: 'far_class' },
  aspect: { near: 'near_aspect', far: 'far_aspect' },
} as const satisfies Record<string, Record<(typeof SIDES)[number], ImageClassFacet>>;

/** Answers by code, segmented by a class of the near or the far image. */
export function AnswerClassesCard({ kind }: { readonly kind: keyof typeof FACETS }): ReactNode {
  const pen = useTimesPen();
  const { t, voice } = pen;
  const missing = useWords(dashboardWords)('missing');
  const { passes, toggleFacet } = useDashboard();
  const [side, setSide] = useState<(typeof SIDES)[number]>('near');
  const [isLog, setLog] = useState(false);
  const facet = FACETS[kind][side];
  const query = useMemo(() => answersByClassQuery(facet), [facet]);
  const { answers, ...state } = useAnswers({ classes: query });
  const rows = useMemo(
    () => (answers.classes === undefined ? null : answerClassesOf(answers.classes, facet)),
    [answers, facet],
  );
  const option = useMemo(
    () =>
      answerClassesOption(
        rows ?? [],
        {
          isLog,
          missing,
          passes: (answer, name) => passes('code', answer.code) && passes(facet, name),
        },
        pen,
      ),
    [rows, isLog, missing, passes, facet, pen],
  );
  const table = useMemo(() => (rows === null ? null : answerClassesTable(rows, missing, pen)), [rows, missing, pen]);
  return (
    <ChartCard
      title={t(kind)}
      finding={rows === null ? null : classFinding(rows, voice)}
      unit={t(side === 'near' ? 'nearImage' : 'farImage')}
      n={rows?.reduce((sum, { n }) => sum + n, 0) ?? null}
      queries={[query]}
      table={table}
      answers={state}
      height={answerClassesHeight(rows ?? [], isLog)}
      actions={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('image')}
            value={side}
            onChange={(value) => setSide(SIDES.find((known) => known === value) ?? side)}
            data={SIDES.map((value) => ({ value, label: t(SIDE_WORDS[value]) }))}
          />
          <LogSwitch isLog={isLog} onChange={setLog} />
        </>
      }
    >
      <Chart
        option={option}
        label={t(kind)}
        onSelect={({ event, add }) => {
          const answer = rows?.[event.dataIndex];
          if (answer !== undefined) toggleFacet('code', answer.code, { add });
        }}
        onSelectRow={(row, add) => {
          const answer = rows?.[row];
          if (answer !== undefined) toggleFacet('code', answer.code, { add });
        }}
      />
    </ChartCard>
  );
}
