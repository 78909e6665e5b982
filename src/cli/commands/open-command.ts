import type { Command } from 'commander';
import { AppException } from '../../shared/result.ts';
import type { ProgramLine } from '../command-line.ts';
import { reportError } from '../output.ts';

interface OpenCommandOptions {
  readonly headless?: true;
  readonly web?: true;
}

export function addOpenCommand(program: Command, line: ProgramLine): void {
  program
    .command('open')
    .summary('open the application')
    .description(
      'Opens the application and waits until its last window is closed: in Electron where its binary is there, else in a window of an installed Chromium, Google Chrome, Microsoft Edge or Brave. ' +
        'Without a display or a browser it prints an address on 127.0.0.1 and stays until Ctrl-C. Each address works once; Enter prints another.',
    )
    .argument('[path]', 'workspace or CSV file to open')
    .option('--headless', 'open no window: print the address')
    .option('--web', 'take a browser although Electron is there')
    .action(async (path: string | undefined, { headless, web }: OpenCommandOptions) => {
      const { openApplication } = await import('../../main/hosts/open-application.ts');
      try {
        await openApplication({
          path: path ?? null,
          headless: headless === true,
          web: web === true,
          signal: line.signal,
          out: line.streams.out,
          notes: line.streams.notes,
          input: process.stdin.isTTY ? process.stdin : null,
        });
        line.exit(0);
      } catch (error) {
        if (!(error instanceof AppException)) throw error;
        line.exit(reportError(line.streams, error.error, false));
      }
    });
}
