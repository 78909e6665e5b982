import { CommanderError, type Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import type { ProgramLine } from './command-line.ts';
import { openProgram } from './open-program.ts';
import { reportError } from './output.ts';
import { usageError } from './usage-error.ts';

const streams = { out: process.stdout, notes: process.stderr };
const cancel = new AbortController();
let interrupts = 0;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupts += 1;
    cancel.abort();
    // Someone who presses Ctrl-C three times wants out now; the next start takes back what was half done.
    if (interrupts === 3) process.exit(130);
  });
}
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) closes the pipe: not an error of ours.
  if (error.code === 'EPIPE') process.exit(0);
  const message = `The answer could not be written (${error.code ?? error.name}).`;
  process.exit(
    reportError(
      streams,
      { code: 'OUTPUT_NOT_WRITABLE', message, hint: 'Check where the output goes and the free space there.' },
      false,
    ),
  );
});
// Nobody reads the progress: no reason to stop.
process.stderr.on('error', () => undefined);

const line: ProgramLine = {
  streams,
  signal: cancel.signal,
  exit: (code) => {
    process.exitCode = code;
  },
};
const words = process.argv.slice(2);
// A window's engine is a process of its own: loaded here too, it would only keep the window waiting.
const program = words[0] === 'open' ? openProgram(line, packageJson.version) : await wholeProgram();
const command = program.commands.find((known) => known.name() === words[0])?.name() ?? null;
const json = words.includes('--json') || (command === 'query' && /(^| )--format[ =]json( |$)/.test(words.join(' ')));
const silence = (): void => undefined;
for (const each of [program, ...program.commands]) {
  each.exitOverride();
  // Errors of usage are told below like all others.
  each.configureOutput({ outputError: silence, ...(json ? { writeErr: silence } : {}) });
}
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  if (error.exitCode === 0) process.exitCode = 0;
  // Without a command the help was shown instead.
  else if (error.code === 'commander.help' && !json) process.exitCode = 2;
  else process.exitCode = reportError(streams, usageError(error, command), json);
}

async function wholeProgram(): Promise<Command> {
  const [{ createApp }, { veriscopeProgram }] = await Promise.all([import('../main/app.ts'), import('./program.ts')]);
  return veriscopeProgram({ ...line, app: createApp(packageJson.version) });
}
