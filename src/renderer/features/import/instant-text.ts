/** An instant of ISO 8601 as people read it, in UTC, with fractions only where there are any. */
export function instantText(iso: string): string {
  return `${iso
    .replace('T', ' ')
    .replace(/(\.\d*?)0*Z$/, '$1')
    .replace(/\.$|Z$/, '')} UTC`;
}
