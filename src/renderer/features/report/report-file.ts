/** Formats of a report, by the ending of its file. */
export const REPORT_FORMATS = ['html', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A proposal for where a report goes: `FOLDER/NAME report 2025-01-31.html`. */
export function proposedReport(
  folder: string,
  separator: string,
  name: string,
  format: ReportFormat,
  now: Date = new Date(),
): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${folder}${separator}${name} report ${day.join('-')}.${format}`;
}

/** The same file with the ending of a format. */
export function withFormat(file: string, format: ReportFormat): string {
  return `${file.replace(/\.(html?|pdf)$/i, '')}.${format}`;
}

/** The folder of a path, whatever the platform's separator. */
export function folderOf(file: string): string {
  return file.replace(/[\\/][^\\/]*$/, '');
}

/** The name of a workspace from its folder: without path and ending. */
export function workspaceName(folder: string): string {
  return (
    folder
      .replace(/[\\/]+$/, '')
      .split(/[\\/]/)
      .at(-1) ?? folder
  ).replace(/\.veriscope$/, '');
}
