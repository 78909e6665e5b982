/** The texts of a row as one CSV record; a missing text is an empty field. */
export function rawTextOf(texts: readonly (string | null)[], delimiter: string): string {
  return texts
    .map((text) => {
      if (text === null) return '';
      return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(delimiter);
}
