import { GUESS_READING } from '../../src/shared/contract/preview.ts';
import { importCsv } from '../../src/main/engine/import/import-csv.ts';

/** Imports a file in a process of its own, so that a test can kill it: `node import-child.ts WORKSPACE FILE`. */
const [workspace = '', file = ''] = process.argv.slice(2);
await importCsv(
  { workspace, file, maxRejects: null, defaultZone: 'UTC', reading: GUESS_READING },
  {
    signal: new AbortController().signal,
    onProgress: ({ stage }) => process.stdout.write(`${stage}\n`),
    productVersion: '0.0.0-test',
    now: () => new Date(),
  },
);
process.stdout.write('done\n');
