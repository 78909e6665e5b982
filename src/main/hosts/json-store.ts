import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { writePrivateFile } from './write-private-file.ts';

/**
 * One small JSON file, checked by a schema: what does not fit it counts as absent. A folder that cannot be written is no
 * reason to fail: then a value is remembered until the program ends.
 */
export class JsonStore<Schema extends z.ZodType> {
  readonly #path: string;
  readonly #schema: Schema;
  readonly #fallback: z.output<Schema>;
  #unwritten: { readonly value: z.output<Schema> } | null = null;

  constructor(path: string, schema: Schema, fallback: z.output<Schema>) {
    this.#path = path;
    this.#schema = schema;
    this.#fallback = fallback;
  }

  read(): z.output<Schema> {
    if (this.#unwritten !== null) return this.#unwritten.value;
    try {
      return this.#schema.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      return this.#fallback;
    }
  }

  /** False where it is remembered only until the program ends. */
  write(value: z.output<Schema>): boolean {
    const isWritten = writePrivateFile(this.#path, JSON.stringify(value));
    this.#unwritten = isWritten ? null : { value };
    return isWritten;
  }
}
