import type { CommanderError } from 'commander';
import type { AppError } from '../shared/result.ts';

/** A command line that cannot be understood, told like every other error. `command` is the command it names, if any. */
export function usageError(error: CommanderError, command: string | null): AppError {
  const hint = `veriscope ${command === null ? '' : `${command} `}--help tells what ${command === null ? 'there is' : 'it takes'}.`;
  if (error.code === 'commander.help') return { code: 'USAGE', message: 'No command was given.', hint };
  const plain = error.message
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (.*)\?\)$/, ' (did you mean $1?)')
    .trim();
  const sentence = plain.charAt(0).toUpperCase() + plain.slice(1);
  return { code: 'USAGE', message: /[.?!]$/.test(sentence) ? sentence : `${sentence}.`, hint };
}
