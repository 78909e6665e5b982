import { answerKey, isAccepted, type Step } from './retries-steps.ts';
import type { Answer } from './retries-answers.ts';

/** What a node of the flow stands for: one answer, the rarer refusals together, or those who gave up. */
export type FlowState =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'others' }
  | { readonly kind: 'gave-up' };

/** A state at an attempt. */
export interface FlowNode {
  readonly id: string;
  /** Those who gave up after an attempt stand at the next. */
  readonly attempt: number;
  readonly state: FlowState;
  readonly n: number;
}

/** How many went from one node to another. Accepted processes that ended go nowhere. */
export interface FlowLink {
  readonly from: FlowNode;
  readonly to: FlowNode;
  readonly n: number;
}

/** What became of processes from one attempt to the next. */
export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

const MOST_REFUSALS = 6;
const GAVE_UP: FlowState = { kind: 'gave-up' };
const OTHERS: FlowState = { kind: 'others' };

/**
 * The flow from answer to answer, with the most frequent refusals by name. Nodes stand in order of attempt; in each, acceptance
 * is first, then the refusals by how frequent they are in the whole flow, the rarer ones, and those who gave up.
 */
export function retryFlow(steps: readonly Step[], mostRefusals = MOST_REFUSALS): Flow {
  const named = mostFrequentRefusals(steps, mostRefusals);
  const stateOf = (answer: Answer): FlowState =>
    isAccepted(answer) || named.has(answerKey(answer)) ? { kind: 'answer', answer } : OTHERS;
  const lastFrom = Math.max(0, ...steps.map(({ attempt }) => attempt));
  const nodes = new Map<string, { attempt: number; state: FlowState; n: number }>();
  const links = new Map<string, { from: string; to: string; n: number }>();
  const count = (attempt: number, state: FlowState, n: number): string => {
    const id = `${attempt} ${stateKey(state)}`;
    const node = nodes.get(id) ?? { attempt, state, n: 0 };
    nodes.set(id, node);
    node.n += n;
    return id;
  };
  for (const { attempt, from, to, n } of steps) {
    const source = count(attempt, stateOf(from), n);
    if (to === null && isAccepted(from)) continue;
    const next = to === null ? GAVE_UP : stateOf(to);
    // The answers of later attempts are counted where they are a source themselves.
    const isCountedThere = to !== null && attempt < lastFrom;
    const target = count(attempt + 1, next, isCountedThere ? 0 : n);
    const link = links.get(`${source} ${target}`) ?? { from: source, to: target, n: 0 };
    links.set(`${source} ${target}`, link);
    link.n += n;
  }
  const rank = ({ state }: { readonly state: FlowState }): number => {
    if (state.kind === 'others') return MOST_RANK;
    if (state.kind === 'gave-up') return MOST_RANK + 1;
    return isAccepted(state.answer) ? -1 : (named.get(answerKey(state.answer)) ?? 0);
  };
  const inOrder = [...nodes]
    .map(([id, node]): FlowNode => ({ id, ...node }))
    .toSorted((a, b) => a.attempt - b.attempt || rank(a) - rank(b) || b.n - a.n);
  const byId = new Map(inOrder.map((node) => [node.id, node]));
  return {
    nodes: inOrder,
    links: [...links.values()].flatMap(({ from, to, n }) => {
      const [source, target] = [byId.get(from), byId.get(to)];
      return source === undefined || target === undefined ? [] : [{ from: source, to: target, n }];
    }),
  };
}

const MOST_RANK = Number.MAX_SAFE_INTEGER - 1;

function stateKey(state: FlowState): string {
  return state.kind === 'answer' ? answerKey(state.answer) : state.kind;
}

/** The most frequent refusals, with their rank. */
function mostFrequentRefusals(steps: readonly Step[], most: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (answer: Answer, n: number): void => {
    if (!isAccepted(answer)) counts.set(answerKey(answer), (counts.get(answerKey(answer)) ?? 0) + n);
  };
  for (const { attempt, from, to, n } of steps) {
    if (attempt === 1) add(from, n);
    if (to !== null) add(to, n);
  }
  const first = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, most);
  return new Map(first.map(([key], rank) => [key, rank]));
}
