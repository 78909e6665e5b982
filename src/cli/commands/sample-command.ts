import { Option, type Command } from 'commander';
import { SampleRequest } from '../../shared/contract/calls.ts';
import { wholeNumber } from '../argument-parsers.ts';
import type { CommandLine } from '../command-line.ts';
import { jsonOption, outOption } from '../common-options.ts';
import { reportResult } from '../output.ts';
import { ProgressLine } from '../progress-line.ts';
import { counted, sized } from '../text-table.ts';

interface SampleOptions {
  readonly rows: number;
  readonly seed: number;
  readonly preset?: 'january-2025';
  readonly format: 'csv' | 'json';
  readonly out: string;
  readonly json?: true;
}

const { rows: ROWS, seed: SEED } = SampleRequest.shape;

export function addSampleCommand(program: Command, line: CommandLine): void {
  program
    .command('sample')
    .summary('write a synthetic dataset')
    .description(
      'Writes a synthetic dataset of face-verification transactions: the same seed gives the same file on every machine. ' +
        'A name that ends in .gz is compressed. JSON has the shape of the raw documents, with made-up identities.',
    )
    .addOption(
      new Option('--rows <n>', 'number of transactions')
        .argParser(wholeNumber(1, ROWS.unwrap().maxValue))
        .default(ROWS.parse(undefined)),
    )
    .addOption(
      new Option('--seed <n>', 'seed of the random numbers')
        .argParser(wholeNumber(0, SEED.unwrap().maxValue))
        .default(SEED.parse(undefined)),
    )
    .addOption(
      new Option('--preset <name>', 'a dataset with fixed counts (14,654 rows); ignores --rows').choices([
        'january-2025',
      ]),
    )
    .addOption(new Option('--format <format>', 'format of the file').choices(['csv', 'json']).default('csv'))
    .addOption(outOption('file to write; replaced where it exists'))
    .addOption(jsonOption())
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
