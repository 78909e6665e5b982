/** A `summary_code` as the catalogue writes it: at least four digits. */
export function codeText(code: number): string {
  return String(code).padStart(4, '0');
}
