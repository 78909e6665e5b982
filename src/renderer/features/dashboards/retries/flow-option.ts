import type { EChartsCoreOption } from 'echarts/core';
import type { Flow, FlowNode, FlowState } from '../../../../shared/dashboards/retries-flow.ts';
import { answerName } from '../../../../shared/dashboards/retries-findings.ts';
import { outcomeColour } from '../../../../shared/design-tokens/stable-colours.ts';
import type { ChartTable } from '../chart/chart-table.ts';
import { tooltip, type TooltipLine } from '../chart/tooltip.ts';
import { OUTCOME_WORDS } from './retries-words.ts';
import type { RetriesPen } from './retries-pen.ts';

/** CSS pixels: what is left beside the nodes for the names of the last ones, and the width of a node. */
export const FLOW_RIGHT = 168;
export const FLOW_NODE = 12;
const LINK_OPACITY = 0.32;
const GAP = 14;

/** What a node is called. */
export function stateName(state: FlowState, { t, voice }: Pick<RetriesPen, 't' | 'voice'>): string {
  switch (state.kind) {
    case 'answer':
      return answerName(state.answer, voice);
    case 'others':
      return t('others');
    case 'gave-up':
      return t('gaveUp');
  }
}

function outcomeName(state: FlowState, { t }: Pick<RetriesPen, 't'>): string | null {
  if (state.kind !== 'answer') return null;
  const { outcome } = state.answer;
  return outcome === null ? t('outcomeNone') : t(OUTCOME_WORDS[outcome]);
}

/**
 * A column of nodes for every attempt, joined by bands as wide as the processes are many. Nodes are as high as their bands: with those
 * that were accepted and ended, the first attempt would leave no room for the retries.
 */
export function flowOption({ nodes, links }: Flow, pen: RetriesPen): EChartsCoreOption {
  const { style, voice } = pen;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const colour = ({ state }: FlowNode): string =>
    state.kind === 'gave-up'
      ? style.pale('text-faint', 0.8)
      : style.colour(state.kind === 'answer' ? outcomeColour(state.answer.outcome) : 'other');
  const nameOf = (id: unknown): string => {
    const node = byId.get(String(id));
    return node === undefined ? '' : `${stateName(node.state, pen)}  ${voice.number(node.n)}`;
  };
  return {
    tooltip: {
      trigger: 'item',
      formatter: (item: FlowItem) => flowTooltip(item, { nodes, links }, pen, colour),
    },
    series: [
      {
        type: 'sankey',
        left: 0,
        right: FLOW_RIGHT,
        top: 22,
        bottom: 4,
        nodeWidth: FLOW_NODE,
        nodeGap: GAP,
        nodeAlign: 'left',
        // The order is that of the flow: it does not jump when a filter changes.
        layoutIterations: 0,
        draggable: false,
        emphasis: { focus: 'adjacency', lineStyle: { opacity: 0.55 } },
        lineStyle: { color: 'source', opacity: LINK_OPACITY, curveness: 0.5 },
        label: {
          position: 'right',
          distance: 5,
          fontSize: 11.5,
          color: style.colour('text'),
          textBorderColor: style.colour('surface'),
          textBorderWidth: 2,
          formatter: ({ name }: { readonly name: string }) => nameOf(name),
        },
        labelLayout: { hideOverlap: true },
        data: nodes.map((node) => ({
          name: node.id,
          depth: node.attempt - 1,
          itemStyle: { color: colour(node), borderWidth: 0 },
        })),
        links: links.map(({ from, to, n }) => ({ source: from.id, target: to.id, value: n })),
      },
    ],
  };
}

/** What ECharts tells of the node or band under the pointer. */
export interface FlowItem {
  readonly dataType?: string;
  readonly name: string;
  readonly data?: unknown;
}

function flowTooltip(
  { dataType, name, data }: FlowItem,
  { nodes, links }: Flow,
  pen: RetriesPen,
  colour: (node: FlowNode) => string,
): HTMLElement | string {
  const { t, voice } = pen;
  const titleOf = (node: FlowNode): string =>
    node.state.kind === 'gave-up'
      ? stateName(node.state, pen)
      : `${t('attemptNumber', { number: node.attempt })}: ${stateName(node.state, pen)}`;
  const part = (n: number, of: number): string => `${voice.number(n)} · ${voice.percent(n / Math.max(1, of))}`;
  if (dataType === 'edge') {
    const { source, target } = (data ?? {}) as { readonly source?: string; readonly target?: string };
    const link = links.find(({ from, to }) => from.id === source && to.id === target);
    if (link === undefined) return '';
    return tooltip(titleOf(link.from), [
      { colour: colour(link.to), label: `→ ${stateName(link.to.state, pen)}`, value: part(link.n, link.from.n) },
    ]);
  }
  const node = nodes.find(({ id }) => id === name);
  if (node === undefined) return '';
  const onward = links.filter(({ from }) => from.id === node.id).toSorted((a, b) => b.n - a.n);
  const gone = onward.reduce((sum, { n }) => sum + n, 0);
  const lines: TooltipLine[] = onward.map((link) => ({
    colour: colour(link.to),
    label: `→ ${stateName(link.to.state, pen)}`,
    value: part(link.n, node.n),
  }));
  const isSource = onward.length > 0;
  if (isSource && gone < node.n) lines.push({ label: t('endedHere'), value: part(node.n - gone, node.n) });
  return tooltip(
    titleOf(node),
    [{ colour: colour(node), label: t('processes'), value: voice.number(node.n) }, ...lines],
    outcomeName(node.state, pen),
  );
}

export function flowTable({ links }: Flow, pen: RetriesPen): ChartTable {
  const { t } = pen;
  return {
    columns: [
      { name: 'answer', label: t('answer') },
      { name: 'attempt', label: t('attempt'), align: 'right' },
      { name: 'next', label: t('nextAnswer') },
      { name: 'n', label: t('processes'), align: 'right' },
      { name: 'share', label: t('share'), unit: '%', align: 'right' },
    ],
    rows: links.map(({ from, to, n }) => [
      stateName(from.state, pen),
      from.attempt,
      stateName(to.state, pen),
      n,
      from.n === 0 ? null : n / from.n,
    ]),
  };
}
