import { z } from 'zod';
import { TableViewState } from './table-view-state.ts';

const VERSION = 1;
const Envelope = z.object({ v: z.literal(VERSION), view: TableViewState });

/** A view as text for an address: JSON in base64url, with the version of its form. */
export function printView(view: TableViewState): string {
  const bytes = new TextEncoder().encode(JSON.stringify({ v: VERSION, view }));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The view that a text stands for; null where it is none, or of a form that this version does not know. */
export function readView(text: string): TableViewState | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const json = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(binary, (character) => character.charCodeAt(0)),
    );
    const parsed = Envelope.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data.view : null;
  } catch {
    return null;
  }
}
