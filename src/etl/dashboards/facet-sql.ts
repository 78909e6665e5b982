import type { Facet } from '../../shared/contract/aggregate.ts';

/** Attempts from this one on are counted together. */
export const ATTEMPT_CAP = 10;

/** What a facet is over `transform`: its SQL, and how its values travel. */
export interface FacetDefinition {
  readonly sql: string;
  readonly kind: 'text' | 'number' | 'truth';
}

const text = (sql: string): FacetDefinition => ({ sql, kind: 'text' });
const number = (sql: string): FacetDefinition => ({ sql, kind: 'number' });
const truth = (sql: string): FacetDefinition => ({ sql, kind: 'truth' });

const DEFINITIONS: Readonly<Record<Facet, FacetDefinition>> = {
  client: text('"convenio"'),
  code: number('"summary_code"'),
  description: text('"summary_desc"'),
  status: text('"summary_status"'),
  day: text('substr("date", 1, 10)'),
  month: text('substr("date", 1, 7)'),
  year: number('"date_year"'),
  weekday: number('isodow("x_local_time")'),
  hour: number('"date_hour"'),
  minute: number('"date_minute"'),
  attempt: number(`least("x_attempt_number", ${ATTEMPT_CAP})`),
  near_class: text('"image_quality_near_img"'),
  far_class: text('"image_quality_far_img"'),
  near_aspect: text('"aspect_ratio_near_img"'),
  far_aspect: text('"aspect_ratio_far_img"'),
  same_class: truth('"same_image_quality"'),
  same_aspect: truth('"same_aspect_ratio"'),
};

/** What transactions are grouped by, as SQL over `transform`: the one definition for figures and dashboards. */
export function facetSql(facet: Facet): FacetDefinition {
  return DEFINITIONS[facet];
}
