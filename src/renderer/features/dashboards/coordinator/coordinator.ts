import type { AggregateAnswer, AggregateRequest, DashboardSelection } from '../../../../shared/contract/aggregate.ts';
import type { RowBlock } from '../../../../shared/contract/row-block.ts';
import type { DeclaredQuery } from '../../../../shared/dashboards/declared-query.ts';
import type { AppError, Result } from '../../../../shared/result.ts';
import { BoundedMap } from './bounded-map.ts';

/** Questions that go in one request; what is over goes in a further one. */
const MOST_AT_ONCE = 80;
/** Answers that are kept, so that going back to a selection asks nothing. */
const MOST_KEPT = 600;

/** What is asked of the engine; `brushing` is the column of the filter that is being dragged. */
export interface DashboardQuestion extends DashboardSelection {
  readonly brushing: string | null;
}

export type AskEngine = (
  request: AggregateRequest,
  options: { readonly signal: AbortSignal; readonly onProgress: (share: number | null) => void },
) => Promise<Result<AggregateAnswer>>;

interface Declared {
  readonly declared: DeclaredQuery;
  /** Widgets that want it. */
  users: number;
  /** The last answer, of whichever selection. */
  shown: RowBlock | null;
}

interface Flight {
  readonly selection: string;
  readonly isBrushing: boolean;
  readonly keys: ReadonlySet<string>;
  readonly cancel: AbortController;
}

/** Tells apart questions that differ in anything. */
export function queryKey(declared: DeclaredQuery): string {
  return JSON.stringify([declared.query, declared.without ?? []]);
}

/**
 * Collects what the widgets of a page ask, and asks the engine once for all of them whenever the selection changes. The same
 * question of two widgets is asked once; answers are kept; what a newer selection makes worthless is cancelled, except while a
 * range is dragged: then the answer under way is awaited and shown, and only the latest selection is asked next.
 */
export class DashboardCoordinator {
  readonly #ask: AskEngine;
  readonly #declared = new Map<string, Declared>();
  readonly #answers = new BoundedMap<string, RowBlock>(MOST_KEPT);
  readonly #counts = new BoundedMap<string, { readonly rows: number; readonly ofRows: number }>(MOST_KEPT);
  readonly #listeners = new Set<() => void>();
  readonly #flights = new Set<Flight>();
  #question: DashboardQuestion | null = null;
  #isPlanned = false;
  #stamp: string | null = null;
  #shownCounts: { readonly rows: number; readonly ofRows: number } | null = null;
  #failure: AppError | null = null;
  #progress: number | null = null;
  #milliseconds: number | null = null;

  constructor(ask: AskEngine) {
    this.#ask = ask;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What the page is about from now on. */
  select(question: DashboardQuestion): void {
    if (this.#question !== null && JSON.stringify(question) === JSON.stringify(this.#question)) return;
    this.#question = question;
    this.#failure = null;
    this.#settleKnown();
    this.#plan();
    this.#tell();
  }

  /** Asks a question for as long as someone wants it; gives it back by the function that is returned. */
  declare(declared: DeclaredQuery): () => void {
    const key = queryKey(declared);
    const known = this.#declared.get(key) ?? { declared, users: 0, shown: null };
    known.users += 1;
    this.#declared.set(key, known);
    this.#plan();
    return () => {
      known.users -= 1;
    };
  }

  /** The answer to show: that of the present selection, or, `isStale`, that of an earlier one. Null: none yet. */
  answerOf(key: string): { readonly block: RowBlock; readonly isStale: boolean } | null {
    const declared = this.#declared.get(key);
    if (declared === undefined) return null;
    const present = this.#answers.get(this.#cacheKey(key, declared.declared));
    if (present !== undefined) return { block: present, isStale: false };
    return declared.shown === null ? null : { block: declared.shown, isStale: true };
  }

  /** Transactions selected and in the scope; null until the first answer. */
  get counts(): { readonly rows: number; readonly ofRows: number } | null {
    return this.#shownCounts;
  }

  get failure(): AppError | null {
    return this.#failure;
  }

  /** 0..1 while columns are being loaded; null else. */
  get progress(): number | null {
    return this.#progress;
  }

  /** Whether an answer is under way. */
  get isBusy(): boolean {
    return this.#flights.size > 0;
  }

  /** How long the engine took for its last answer. */
  get milliseconds(): number | null {
    return this.#milliseconds;
  }

  /** Asks again for what failed. */
  retry(): void {
    this.#failure = null;
    this.#plan();
    this.#tell();
  }

  /** Rows came into the workspace: nothing that was answered holds any more. */
  forget(): void {
    this.#answers.clear();
    this.#counts.clear();
    for (const { cancel } of this.#flights) cancel.abort();
    this.#flights.clear();
    this.#plan();
    this.#tell();
  }

  /** Widgets declare one after the other while a page is drawn: they are asked for together. */
  #plan(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    setTimeout(() => {
      this.#isPlanned = false;
      this.#flush();
    }, 0);
  }

  #flush(): void {
    const question = this.#question;
    if (question === null || this.#failure !== null) return;
    for (const [key, { users }] of this.#declared) if (users <= 0) this.#declared.delete(key);
    const selection = selectionKey(question);
    for (const flight of this.#flights) {
      if (flight.selection === selection) continue;
      if (flight.isBrushing && question.brushing !== null) return;
      flight.cancel.abort();
      this.#flights.delete(flight);
    }
    const underWay = new Set([...this.#flights].flatMap(({ keys }) => [...keys]));
    const wanted = [...this.#declared]
      .filter(([key, { declared }]) => !underWay.has(key) && !this.#answers.has(this.#cacheKey(key, declared)))
      .map(([key]) => key);
    const first = this.#declared.keys().next().value;
    // Every chart may have left the changed filter out: the number of rows has changed all the same.
    if (wanted.length === 0 && underWay.size === 0 && first !== undefined && !this.#counts.has(selection))
      wanted.push(first);
    for (let at = 0; at < wanted.length; at += MOST_AT_ONCE)
      void this.#send(question, wanted.slice(at, at + MOST_AT_ONCE));
  }

  async #send(question: DashboardQuestion, keys: readonly string[]): Promise<void> {
    const cancel = new AbortController();
    const flight: Flight = {
      selection: selectionKey(question),
      isBrushing: question.brushing !== null,
      keys: new Set(keys),
      cancel,
    };
    this.#flights.add(flight);
    const asked = keys.flatMap((key, index) => {
      const declared = this.#declared.get(key)?.declared;
      return declared === undefined ? [] : [{ key, declared, name: `q${index}` }];
    });
    const result = await this.#ask(
      {
        ...question,
        queries: asked.map(({ name, declared: { query, without = [] } }) => ({ name, query, without: [...without] })),
      } as AggregateRequest,
      {
        signal: cancel.signal,
        onProgress: (share) => {
          if (!this.#flights.has(flight)) return;
          this.#progress = share;
          this.#tell();
        },
      },
    );
    // Given up meanwhile.
    if (!this.#flights.delete(flight)) return;
    if (this.#flights.size === 0) this.#progress = null;
    if (result.ok) this.#keep(question, asked, result.value);
    else if (result.error.code !== 'CANCELLED' && flight.selection === selectionKey(this.#question ?? question))
      this.#failure = result.error;
    this.#settleKnown();
    this.#plan();
    this.#tell();
  }

  #keep(
    question: DashboardQuestion,
    asked: readonly { readonly key: string; readonly declared: DeclaredQuery; readonly name: string }[],
    { answers, rows, ofRows, stamp, milliseconds }: AggregateAnswer,
  ): void {
    if (this.#stamp !== null && this.#stamp !== stamp) {
      this.#answers.clear();
      this.#counts.clear();
    }
    this.#stamp = stamp;
    this.#milliseconds = milliseconds;
    this.#counts.set(selectionKey(question), { rows, ofRows });
    this.#shownCounts = { rows, ofRows };
    for (const { key, declared, name } of asked) {
      const block = answers[name];
      if (block === undefined) continue;
      this.#answers.set(cacheKey(key, declared, question), block);
      const widget = this.#declared.get(key);
      if (widget !== undefined) widget.shown = block;
    }
  }

  /** What the present selection's kept answers show, for the time when it is left. */
  #settleKnown(): void {
    if (this.#question === null) return;
    this.#shownCounts = this.#counts.get(selectionKey(this.#question)) ?? this.#shownCounts;
    for (const [key, widget] of this.#declared)
      widget.shown = this.#answers.get(this.#cacheKey(key, widget.declared)) ?? widget.shown;
  }

  #cacheKey(key: string, declared: DeclaredQuery): string {
    return this.#question === null ? '' : cacheKey(key, declared, this.#question);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function selectionKey({ scope, selection }: DashboardQuestion): string {
  return JSON.stringify([scope, selection]);
}

/** Filters that a question leaves out make no other answer. */
function cacheKey(key: string, { without = [] }: DeclaredQuery, { scope, selection }: DashboardQuestion): string {
  const filters = selection.filters.filter(({ column }) => !without.includes(column));
  return JSON.stringify([scope, filters, selection.search, key]);
}
