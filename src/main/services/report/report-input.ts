import type { Figures } from '../../../shared/contract/figures.ts';
import type { TableProfile } from '../../../shared/contract/profile.ts';
import type { Provenance } from '../../../shared/contract/provenance.ts';
import type { DashboardPageName } from '../../../shared/dashboards/declared-query.ts';
import type { Language } from '../../../shared/language.ts';

/** Everything that a report is made of; nothing is read or computed from rows while it is made. */
export interface ReportInput {
  readonly figures: Figures;
  /** Saved views that the report has a chapter for, in their order. */
  readonly views: readonly ReportView[];
  readonly profile: TableProfile;
  readonly provenance: Provenance;
  readonly language: Language;
  readonly generatedAt: Date;
  readonly productVersion: string;
}

/** A saved view with the figures under its filters. */
export interface ReportView {
  readonly name: string;
  readonly page: DashboardPageName;
  readonly figures: Figures;
}
