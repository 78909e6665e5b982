import type { Command } from 'commander';
import type { CommandLine } from './command-line.ts';
import { addExportCommand } from './commands/export-command.ts';
import { addFiguresCommand } from './commands/figures-command.ts';
import { addImportCommand } from './commands/import-command.ts';
import { addInfoCommand } from './commands/info-command.ts';
import { addQueryCommand } from './commands/query-command.ts';
import { addRejectsCommand } from './commands/rejects-command.ts';
import { addReportCommand } from './commands/report-command.ts';
import { addSampleCommand } from './commands/sample-command.ts';
import { openProgram } from './open-program.ts';

/** The whole command line. Nothing runs until it is parsed; the documentation is made from it. */
export function veriscopeProgram(line: CommandLine): Command {
  const program = openProgram(line, line.app.productVersion);
  addSampleCommand(program, line);
  addImportCommand(program, line);
  addInfoCommand(program, line);
  addRejectsCommand(program, line);
  addFiguresCommand(program, line);
  addQueryCommand(program, line);
  addExportCommand(program, line);
  addReportCommand(program, line);
  return program;
}
