import type { ColourToken } from '../../../../shared/design-tokens/colour-tokens.ts';

/** What a chart shows, free of the library that draws it. Texts are for the reader: already worded, rounded and localised. */
export type ChartPicture =
  | {
      /** Columns over an ordered axis, each a stack of the series. */
      readonly kind: 'stacked-columns';
      readonly categories: readonly string[];
      readonly series: readonly { readonly colour: ColourToken; readonly values: readonly number[] }[];
      /** Above each column. */
      readonly totals?: readonly string[];
    }
  | {
      /** One dot a row on a logarithmic axis. */
      readonly kind: 'lollipops';
      readonly rows: readonly {
        readonly label: string;
        readonly value: number;
        readonly text: string;
        readonly colour: ColourToken;
      }[];
    }
  | {
      /** Shares 0..1 with their intervals, and the share of all as a line. */
      readonly kind: 'intervals';
      readonly rows: readonly {
        readonly label: string;
        readonly rate: number;
        readonly low: number;
        readonly high: number;
        readonly text: string;
        readonly colour: ColourToken;
      }[];
      readonly reference: { readonly rate: number; readonly text: string } | null;
    }
  | {
      /** Two bars a row in one colour, the second one pale. */
      readonly kind: 'paired-bars';
      readonly rows: readonly {
        readonly label: string;
        readonly colour: ColourToken;
        readonly strong: { readonly value: number; readonly text: string };
        readonly pale: { readonly value: number; readonly text: string } | null;
      }[];
    }
  | {
      /** p50, p95 and p99 as three marks on one line. */
      readonly kind: 'percentiles';
      readonly rows: readonly {
        readonly label: string;
        readonly colour: ColourToken;
        readonly p50: number;
        readonly p95: number;
        readonly p99: number | null;
        readonly text: string;
      }[];
    }
  | {
      /** Rows divided into shares that add up to 1. */
      readonly kind: 'share-bars';
      readonly colours: readonly ColourToken[];
      readonly rows: readonly { readonly label: string; readonly text: string; readonly shares: readonly number[] }[];
    }
  | {
      /** Cells coloured by class; `steps` has one colour for each class. */
      readonly kind: 'heat-grid';
      readonly columns: readonly string[];
      readonly rows: readonly { readonly label: string; readonly classes: readonly number[] }[];
      readonly steps: readonly ColourToken[];
    };

export type PictureKind = ChartPicture['kind'];
export type PictureOf<Kind extends PictureKind> = Extract<ChartPicture, { readonly kind: Kind }>;
