import { useMemo, type ReactNode } from 'react';
import type { RowSelection } from '../../../../shared/contract/row-selection.ts';
import { facetFilter } from '../../../../shared/dashboards/facet-filter.ts';
import { OUTCOMES } from '../../../../shared/dashboards/retries-answers.ts';
import { flowFinding } from '../../../../shared/dashboards/retries-findings.ts';
import { retryFlow, type Flow, type FlowNode } from '../../../../shared/dashboards/retries-flow.ts';
import { RETRIES_QUERIES } from '../../../../shared/dashboards/retries-queries.ts';
import { stepsOf } from '../../../../shared/dashboards/retries-steps.ts';
import { colourOf } from '../../../../shared/design-tokens/colour-tokens.ts';
import { outcomeColour } from '../../../../shared/design-tokens/stable-colours.ts';
import { withOnlyFilter, withoutColumn } from '../../../state/selection-filters.ts';
import { Chart } from '../chart/chart.tsx';
import { ChartCard } from '../chart/chart-card.tsx';
import { useAnswers } from '../coordinator/use-answers.ts';
import { useDashboard } from '../dashboard-context.ts';
import { FLOW_NODE, FLOW_RIGHT, flowOption, flowTable, type FlowItem } from './flow-option.ts';
import { OUTCOME_WORDS } from './retries-words.ts';
import { useRetriesPen, type RetriesPen } from './retries-pen.ts';
import styles from './flow-card.module.css';

const QUERIES = { flow: RETRIES_QUERIES.flow };
const NO_FLOW: Flow = { nodes: [], links: [] };

/** What each answer leads to: from the first attempt to the fourth. */
export function FlowCard(): ReactNode {
  const pen = useRetriesPen();
  const { t, voice } = pen;
  const { selection, change } = useDashboard();
  const { answers, ...state } = useAnswers(QUERIES);
  const steps = useMemo(() => (answers.flow === undefined ? null : stepsOf(answers.flow)), [answers]);
  const flow = useMemo(() => (steps === null ? NO_FLOW : retryFlow(steps)), [steps]);
  const option = useMemo(() => flowOption(flow, pen), [flow, pen]);
  const table = useMemo(() => (steps === null ? null : flowTable(flow, pen)), [steps, flow, pen]);
  const select = (node: FlowNode | undefined): void => {
    if (node?.state.kind === 'answer') change(toggledNode(selection, node.attempt, node.state.answer.description));
  };
  return (
    <ChartCard
      title={t('flow')}
      finding={steps === null ? null : flowFinding(steps, voice)}
      unit={t('flowUnit')}
      n={steps === null ? null : flow.nodes.reduce((sum, { attempt, n }) => sum + (attempt === 1 ? n : 0), 0)}
      size="full"
      height={390}
      queries={[RETRIES_QUERIES.flow]}
      table={table}
      answers={state}
      note={t('flowNote')}
      actions={<OutcomeKey flow={flow} pen={pen} />}
    >
      <div className={styles['flow']}>
        <Headings flow={flow} pen={pen} />
        <Chart
          option={option}
          label={t('flow')}
          onSelect={({ event }) => select(nodeOf(event, flow))}
          onSelectRow={(row) => select(flow.links[row]?.from)}
          // A band has no tooltip of its own by keyboard: that of the node that it leaves tells of all its bands.
          pointOf={(row) => ({
            seriesIndex: 0,
            dataIndex: flow.nodes.findIndex((node) => node === flow.links[row]?.from),
          })}
        />
      </div>
    </ChartCard>
  );
}

function nodeOf({ dataType, name, data }: FlowItem, { nodes }: Flow): FlowNode | undefined {
  const id = dataType === 'edge' ? (data as { readonly source?: string } | undefined)?.source : name;
  return nodes.find((node) => node.id === id);
}

/** The processes whose attempt of that number had that answer; all of them where that is so already. */
function toggledNode(selection: RowSelection, attempt: number, description: string | null): RowSelection {
  const filters = [facetFilter('attempt', attempt), facetFilter('description', description)];
  const isChosen = filters.every((filter) =>
    selection.filters.some((present) => JSON.stringify(present) === JSON.stringify(filter)),
  );
  return filters.reduce(
    (next, filter) => (isChosen ? withoutColumn(next, filter.column) : withOnlyFilter(next, filter)),
    selection,
  );
}

/** The number of the attempt above each column of nodes. */
function Headings({ flow, pen: { t } }: { readonly flow: Flow; readonly pen: RetriesPen }): ReactNode {
  const last = Math.max(1, ...flow.nodes.map(({ attempt }) => attempt));
  return (
    <div className={styles['attempts']} aria-hidden>
      {Array.from({ length: last }, (_, index) => (
        <span
          key={index}
          style={{
            insetInlineStart: `calc((100% - ${FLOW_RIGHT + FLOW_NODE}px) * ${last === 1 ? 0 : index / (last - 1)})`,
          }}
        >
          {t('attemptNumber', { number: index + 1 })}
        </span>
      ))}
    </div>
  );
}

/** What the colours mean, of those that are there. */
function OutcomeKey({ flow, pen: { t } }: { readonly flow: Flow; readonly pen: RetriesPen }): ReactNode {
  const present = new Set(flow.nodes.map(({ state }) => (state.kind === 'answer' ? state.answer.outcome : null)));
  return (
    <ul className={styles['key']}>
      {OUTCOMES.filter((outcome) => present.has(outcome)).map((outcome) => (
        <li key={outcome}>
          <span style={{ background: colourOf(outcomeColour(outcome)) }} aria-hidden />
          {t(OUTCOME_WORDS[outcome])}
        </li>
      ))}
    </ul>
  );
}
