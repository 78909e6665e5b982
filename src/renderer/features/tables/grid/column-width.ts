import type { CardColumn } from '../../../../shared/contract/model-card.ts';

/** The width of a column that nobody has changed, in CSS pixels. */
export function columnWidth({ name, kind, group }: CardColumn): number {
  switch (kind) {
    case 'timestamp':
      return 206;
    case 'text':
      if (name === 'file_token') return 250;
      if (name === 'procesoConvenioGuid') return 190;
      if (name === 'summary_desc') return 170;
      return name.length > 14 ? 150 : 126;
    case 'boolean':
      return 118;
    case 'integer':
      return group === 'date' ? 96 : 122;
    case 'score':
    case 'probability':
    case 'duration':
      // Room for the name in two lines.
      return Math.min(186, Math.max(112, Math.round(name.length * 3.6 + 28)));
  }
}
