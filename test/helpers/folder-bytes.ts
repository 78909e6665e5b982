import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder, by path relative to it. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted();
}

/** The files below a folder that hold a text, whether as UTF-8 or as UTF-16. */
export function filesHolding(folder: string, text: string): readonly string[] {
  const needles = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  return filesBelow(folder).filter((name) => {
    const content = readFileSync(join(folder, name));
    return needles.some((needle) => content.includes(needle));
  });
}
