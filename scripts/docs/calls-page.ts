import { z } from 'zod';
import { WINDOW_CALLS, type WindowCallName } from '../../src/shared/contract/calls.ts';
import { EXIT_CODE_BY_ERROR } from '../../src/shared/error-codes.ts';
import { CALL_SENTENCES } from './call-sentences.ts';
import { GENERATED, code, page, table } from './markdown.ts';
import { fieldLines, type FieldLine, type JsonSchema } from './schema-fields.ts';

const NAMES = Object.keys(WINDOW_CALLS) as WindowCallName[];

/** Every call of the contract with its request, its answer and its progress. */
export function callsPage(): string {
  return page(
    GENERATED,
    '# Calls',
    INTRODUCTION,
    table(
      ['call', 'what it does'],
      NAMES.map((name) => [`[${code(name)}](#${name.replaceAll('.', '').toLowerCase()})`, CALL_SENTENCES[name]]),
    ),
    ...NAMES.map(callSection),
  );
}

const INTRODUCTION = `A window can make these calls and nothing else; those of the engine are open to the command line too. Calls that start with \`host\`, \`settings\`,
\`recent\` and \`state\` are answered by the window's host, the others by the engine. The schemas stand in
[\`src/shared/contract\`](../src/shared/contract) and check every request before anything runs. An answer is \`{ok: true, value}\` or
\`{ok: false, error: {code, message, hint}}\` with one of ${Object.keys(EXIT_CODE_BY_ERROR).length} [error codes](cli-reference.md#error-codes); nothing is thrown.

In the tables \`a[].b\` is the field \`b\` of every entry of the list \`a\`, and \`a?.b\` the field \`b\` of \`a\`, which may be null.`;

function callSection(name: WindowCallName): string {
  const { request, answer, progress } = WINDOW_CALLS[name];
  return page(
    `## ${name}`,
    CALL_SENTENCES[name],
    '**Request**',
    requestTable(fieldLines(schemaOf(request, 'input'))),
    '**Answer**',
    answerTable(fieldLines(schemaOf(answer, 'output'))),
    `**Progress:** ${fieldLines(schemaOf(progress, 'output'))
      .map((line) => `${nameText(line)}: ${line.type}`)
      .join('; ')}.`,
  ).trimEnd();
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema;
}

const nameText = ({ path, names }: FieldLine): string =>
  names.map((name, index) => code(index === 0 ? path + name : name)).join(', ');

function requestTable(lines: readonly FieldLine[]): string {
  return table(
    ['field', 'type', 'default'],
    lines.map((line) => [nameText(line), line.type, line.required ? 'required' : line.fallback]),
  );
}

function answerTable(lines: readonly FieldLine[]): string {
  return table(
    ['field', 'type'],
    lines.map((line) => [nameText(line), line.type]),
  );
}
