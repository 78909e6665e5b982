import { Command } from 'commander';
import type { ProgramLine } from './command-line.ts';
import { addOpenCommand } from './commands/open-command.ts';

/** The command line as far as opening a window goes: it loads no engine. */
export function openProgram(line: ProgramLine, productVersion: string): Command {
  const program = new Command('veriscope')
    .description('Offline explorer for the logs of identity-verification (face liveness) APIs.')
    .version(productVersion, '--version', 'print the version');
  addOpenCommand(program, line);
  return program;
}
