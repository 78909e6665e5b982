import type { Argument, Command, Option } from 'commander';
import { veriscopeProgram } from '../../src/cli/program.ts';
import { EXIT_CODE_BY_ERROR, type ErrorCode } from '../../src/shared/error-codes.ts';
import { ERROR_SENTENCES, EXIT_CODE_SENTENCES } from './error-sentences.ts';
import { GENERATED, code, codes, page, table } from './markdown.ts';

/** The program as it is documented; it cannot run anything. */
export function documentedProgram(): Command {
  return veriscopeProgram({
    app: { productVersion: '', invoke: () => Promise.reject(new Error('the documentation runs nothing')) },
    streams: { out: process.stdout, notes: process.stderr },
    signal: new AbortController().signal,
    exit: () => undefined,
  });
}

/** Every command, argument, option, exit code and error code. */
export function cliReferencePage(): string {
  const program = documentedProgram();
  return page(
    GENERATED,
    '# Command line reference',
    'In a checkout the command is `npx veriscope`; it builds itself anew when a source has changed.',
    table(
      ['command', 'what it does'],
      program.commands.map((command) => [`[${code(command.name())}](#veriscope-${command.name()})`, command.summary()]),
    ),
    CONVENTIONS,
    ...program.commands.map(commandSection),
    '## Exit codes',
    table(
      ['code', 'meaning'],
      Object.entries(EXIT_CODE_SENTENCES).map(([exitCode, sentence]) => [exitCode, sentence]),
    ),
    '## Error codes',
    'An error tells its code in parentheses, or as `error.code` of the JSON object. Codes stay as they are; messages may change.',
    table(
      ['error', 'exit code', 'meaning'],
      (Object.keys(EXIT_CODE_BY_ERROR) as ErrorCode[]).map((error) => [
        code(error),
        String(EXIT_CODE_BY_ERROR[error]),
        ERROR_SENTENCES[error],
      ]),
    ),
  );
}

const CONVENTIONS = `- **Data goes to stdout, all else to stderr.** Progress is one line that is rewritten in a terminal, and one line a stage elsewhere.
- **\`--json\`** prints exactly one line on stdout: \`{"ok": true, …}\`, or \`{"ok": false, "error": {"code", "message", "hint"}}\`. The
  fields are those of the [calls](calls.md).
- **Ctrl-C** cancels what runs; the workspace and the files are then as before. A third Ctrl-C ends the process at once.
- \`veriscope --version\` prints the version, \`veriscope COMMAND --help\` what a command takes.
- \`VERISCOPE_DEBUG=1\` in the environment prints the details of an unforeseen error. They may quote data.`;

function commandSection(command: Command): string {
  const { options, registeredArguments: args } = command;
  const usage = [
    'veriscope',
    command.name(),
    ...args.map((argument) => `<${argument.name()}>`),
    ...options.filter(({ mandatory }) => mandatory).map(({ flags }) => flags),
    ...(options.some(({ mandatory }) => !mandatory) ? ['[options]'] : []),
  ];
  return page(
    `## veriscope ${command.name()}`,
    command.description(),
    `    ${usage.join(' ')}`,
    table(['argument or option', 'meaning', 'default'], [...args.map(argumentRow), ...options.map(optionRow)]),
  ).trimEnd();
}

function argumentRow(argument: Argument): readonly string[] {
  return [code(`<${argument.name()}>`), argument.description, argument.required ? 'required' : ''];
}

function optionRow(option: Option): readonly string[] {
  const choices = option.argChoices === undefined ? '' : `: ${codes(option.argChoices)}`;
  return [code(option.flags), `${option.description}${choices}`, option.mandatory ? 'required' : defaultText(option)];
}

function defaultText({ defaultValue, defaultValueDescription }: Option): string {
  if (defaultValueDescription !== undefined) return defaultValueDescription;
  const value: unknown = defaultValue;
  if (typeof value === 'number') return value.toLocaleString('en-US');
  return typeof value === 'string' ? code(value) : '';
}
