import { ViewContent, ViewFile, type SavedView } from '../../../../shared/contract/saved-view.ts';

/** Views as the text of a file that another workspace can import. */
export function printViewFile(views: readonly SavedView[]): string {
  const file: ViewFile = {
    format: 'veriscope-views',
    version: 1,
    views: views.map((view) => ViewContent.parse(view)),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The views of a file; null where it holds none that this version understands. */
export function readViewFile(text: string): readonly ViewContent[] | null {
  try {
    const parsed = ViewFile.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.views : null;
  } catch {
    return null;
  }
}
