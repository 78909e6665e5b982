const PLAIN = /^[a-z_][a-z0-9_]*$/;

/** A column's name as SQL needs it: quoted only where it must be. */
export function quotedName(name: string): string {
  return PLAIN.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
