import { createContext, useContext } from 'react';
import type { ChartTable } from './chart-table.ts';

/** How a chart draws itself anew for a file. */
export interface ChartPicture {
  readonly width: number;
  readonly height: number;
  /** The chart as an SVG document, in the colours of the present scheme. */
  readonly svg: () => string;
}

/** What a chart and the card around it tell each other. */
export interface ChartCardValue {
  readonly table: ChartTable | null;
  /** Says that a chart is drawn, or, with null, that it is gone. */
  readonly onPicture: (picture: (() => ChartPicture) | null) => void;
  /** CSS pixels that the chart may take; null: as high as its place. */
  readonly height: number | null;
}

export const ChartCardContext = createContext<ChartCardValue>({ table: null, onPicture: () => {}, height: null });

export function useChartCard(): ChartCardValue {
  return useContext(ChartCardContext);
}
