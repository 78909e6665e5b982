import { z } from 'zod';
import { printLinkText, readLinkText } from '../../../state/link-text.ts';
import { TableViewState } from './table-view-state.ts';

const VERSION = 1;
const Envelope = z.object({ v: z.literal(VERSION), view: TableViewState });

/** A view as text for an address: JSON in base64url, with the version of its form. */
export function printView(view: TableViewState): string {
  return printLinkText({ v: VERSION, view });
}

/** The view that a text stands for; null where it is none, or of a form that this version does not know. */
export function readView(text: string): TableViewState | null {
  const parsed = Envelope.safeParse(readLinkText(text));
  return parsed.success ? parsed.data.view : null;
}
