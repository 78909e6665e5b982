import type { Language } from '../../../../shared/language.ts';
import type { ColourToken } from '../../../../shared/design-tokens/colour-tokens.ts';
import type { Histogram } from '../../../../shared/contract/profile.ts';
import type { ChartPicture } from './chart-picture.ts';

/**
 * The report between description and page: what it says and in which order, in words and numbers of its language, but
 * free of any markup. Every text is plain; whoever draws the page escapes it.
 */
export interface Report {
  readonly language: Language;
  /** Names the program. */
  readonly eyebrow: string;
  readonly title: string;
  readonly subtitle: string;
  /** Of all imports together; `null` where there is none. */
  readonly ledger: LedgerEquation | null;
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
  readonly footer: readonly string[];
  readonly labels: PageLabels;
}

/** Words of the page itself. */
export interface PageLabels {
  readonly contents: string;
  readonly skipToContent: string;
  readonly dataTable: string;
}

/** `code`: the value is a name, a hash or a path rather than words. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly code?: boolean;
}

/** A part with an entry in the table of contents; parts nest once. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly lead: string | null;
  readonly blocks: readonly Block[];
  readonly parts: readonly Section[];
}

export type Block =
  | { readonly kind: 'cards'; readonly cards: readonly Card[] }
  | { readonly kind: 'findings'; readonly findings: readonly { readonly text: string; readonly target: string }[] }
  | { readonly kind: 'runs'; readonly runs: readonly RunEntry[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'notes'; readonly notes: readonly string[] }
  | { readonly kind: 'charts'; readonly charts: readonly Chart[] }
  | { readonly kind: 'alerts'; readonly alerts: readonly AlertEntry[] }
  | { readonly kind: 'columns'; readonly columns: readonly ColumnEntry[] };

/** A headline figure. A rate also says its interval, 0..1, to be drawn. */
export interface Card {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly interval: { readonly low: number; readonly high: number; readonly text: string } | null;
}

/** `read = loaded + rejected + duplicates`, each with its word. */
export interface LedgerEquation {
  readonly read: Fact;
  readonly parts: readonly Fact[];
}

export interface RunEntry {
  readonly title: string;
  readonly summary: string;
  readonly open: boolean;
  readonly facts: readonly Fact[];
  readonly ledger: LedgerEquation;
  readonly lists: readonly { readonly title: string; readonly items: readonly string[] }[];
}

export interface Chart {
  readonly id: string;
  /** The finding in words, where there is one. */
  readonly title: string;
  /** Unit, n and how to read it. */
  readonly caption: string;
  /** What a person who does not see the picture should know. */
  readonly description: string;
  readonly legend: readonly LegendItem[];
  readonly picture: ChartPicture;
  readonly table: DataTable;
  readonly notes: readonly string[];
  readonly width: 'full' | 'half';
}

export interface LegendItem {
  readonly label: string;
  readonly colour: ColourToken;
  readonly mark: 'square' | 'pale' | 'dot' | 'ring' | 'tick';
}

export interface DataTable {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** All findings of one kind. */
export interface AlertEntry {
  readonly title: string;
  readonly explanation: string;
  readonly findings: readonly {
    readonly rows: string;
    readonly share: number;
    readonly detail: string | null;
    readonly reason: string | null;
    readonly columns: readonly string[];
  }[];
}

/** One column of the profiled table. */
export interface ColumnEntry {
  readonly name: string;
  readonly tags: readonly string[];
  readonly meaning: string;
  readonly counts: readonly string[];
  readonly missingShare: number;
  readonly body: ColumnBody;
}

export type ColumnBody =
  | {
      readonly kind: 'number';
      readonly histogram: Histogram;
      readonly edges: readonly [string, string];
      readonly outside: string | null;
      readonly description: string;
      readonly percentiles: readonly Fact[];
      readonly moments: readonly string[];
    }
  | { readonly kind: 'values'; readonly values: readonly TopValue[]; readonly other: string | null }
  | { readonly kind: 'notes'; readonly notes: readonly string[] };

export interface TopValue {
  readonly value: string;
  readonly share: number;
  readonly text: string;
}
