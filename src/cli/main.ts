import { CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { createApp } from '../main/app.ts';
import { reportError } from './output.ts';
import { veriscopeProgram } from './program.ts';

const cancel = new AbortController();
let interrupts = 0;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    interrupts += 1;
    cancel.abort();
    // Someone who presses Ctrl-C three times wants out now; the next start takes back what was half done.
    if (interrupts === 3) process.exit(130);
  });
}
// A reader that has seen enough (`| head`) closes the pipe: not an error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 70));

const streams = { out: process.stdout, notes: process.stderr };
const program = veriscopeProgram({
  app: createApp(packageJson.version),
  streams,
  signal: cancel.signal,
  exit: (code) => {
    process.exitCode = code;
  },
});
const json = process.argv.includes('--json');
for (const command of [program, ...program.commands]) {
  command.exitOverride();
  // As JSON, an error of usage is one object on stdout like every other.
  if (json) command.configureOutput({ writeErr: () => undefined });
}
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  if (error.exitCode === 0) process.exitCode = 0;
  else {
    process.exitCode = 2;
    if (json) {
      const message = error.message.replace(/^error: /, '');
      reportError(streams, { code: 'USAGE', message, hint: 'veriscope COMMAND --help tells what the command takes.' }, true);
    }
  }
}
