import { InvalidArgumentError, Option, type Command } from 'commander';
import type { CommandLine } from '../command-line.ts';
import { reportResult } from '../output.ts';
import { ProgressLine } from '../progress-line.ts';
import { counted, sized } from '../text-table.ts';

/** Reads a whole number argument of at least `least`. */
export const wholeNumber =
  (least: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || !Number.isSafeInteger(value)) throw new InvalidArgumentError(`Give a whole number of at least ${least}.`);
    return value;
  };

interface SampleOptions {
  readonly rows: number;
  readonly seed: number;
  readonly preset?: 'january-2025';
  readonly format: 'csv' | 'json';
  readonly out: string;
  readonly json?: true;
}

export function addSampleCommand(program: Command, line: CommandLine): void {
  program
    .command('sample')
    .summary('write a synthetic dataset')
    .description(
      'Writes a synthetic dataset of face-verification transactions: the same seed gives the same file on every machine. ' +
        'A name that ends in .gz is compressed. JSON has the shape of the raw documents, with made-up identities.',
    )
    .addOption(new Option('--rows <n>', 'number of transactions').argParser(wholeNumber(1)).default(10_000))
    .addOption(new Option('--seed <n>', 'seed of the random numbers').argParser(wholeNumber(0)).default(1))
    .addOption(new Option('--preset <name>', 'a dataset with fixed counts (14,654 rows); ignores --rows').choices(['january-2025']))
    .addOption(new Option('--format <format>', 'format of the file').choices(['csv', 'json']).default('csv'))
    .requiredOption('--out <file>', 'file to write')
    .option('--json', 'print one JSON object')
    .action(async ({ preset, json, ...options }: SampleOptions) => {
      const progress = new ProgressLine(line.streams.notes);
      const result = await line.app.invoke(
        'sample.write',
        { ...options, preset: preset ?? null },
        { signal: line.signal, onProgress: (step) => progress.show(step) },
      );
      progress.end();
      const words = ({ file, rows, bytes }: { file: string; rows: number; bytes: number }): string =>
        `Wrote ${counted(rows)} transactions (${sized(bytes)}) to ${file}\n`;
      line.exit(reportResult(line.streams, result, json === true, words));
    });
}
