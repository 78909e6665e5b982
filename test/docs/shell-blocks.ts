/** A command that the documentation tells the reader to run. */
export interface DocumentedCommand {
  /** In the document, from 1. */
  readonly line: number;
  readonly text: string;
  /** What a comment `# exits with 4` promises; else 0. */
  readonly exit: number;
}

/** A fenced block of shell commands, with the text block that shows what they print, where one follows. */
export interface ShellBlock {
  readonly commands: readonly DocumentedCommand[];
  readonly shown: readonly string[];
}

const EXIT = /\s+# exits with (\d+)\s*$/;

/** The ```sh blocks of a Markdown document, in order. */
export function shellBlocks(markdown: string): readonly ShellBlock[] {
  const lines = markdown.split('\n');
  const blocks: ShellBlock[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    if (lines[index] !== '```sh') continue;
    const end = lines.indexOf('```', index + 1);
    const commands = commandsOf(lines.slice(index + 1, end), index + 2);
    const next = lines.findIndex((line, place) => place > end && line !== '');
    const shown = lines[next] === '```text' ? lines.slice(next + 1, lines.indexOf('```', next + 1)) : [];
    blocks.push({ commands, shown });
    index = end;
  }
  return blocks;
}

/** Joins lines that a backslash or an open quote continues; comments of their own are left out. */
function commandsOf(lines: readonly string[], firstLine: number): readonly DocumentedCommand[] {
  const commands: DocumentedCommand[] = [];
  let text = '';
  let start = firstLine;
  for (const [offset, line] of lines.entries()) {
    if (text === '' && (line === '' || line.startsWith('#'))) continue;
    if (text === '') start = firstLine + offset;
    text += text === '' ? line : `\n${line}`;
    if (line.endsWith('\\') || hasOpenQuote(text)) continue;
    commands.push({ line: start, text: text.replace(EXIT, ''), exit: Number(EXIT.exec(text)?.[1] ?? 0) });
    text = '';
  }
  if (text !== '') throw new Error(`the command in line ${start} does not end`);
  return commands;
}

function hasOpenQuote(text: string): boolean {
  let open = '';
  for (const character of text) {
    if (open === '' && (character === '"' || character === "'")) open = character;
    else if (character === open) open = '';
  }
  return open !== '';
}

/** Numbers that differ from run to run, as `…`. */
export function withoutChances(line: string): string {
  return line
    .replaceAll(/\d+\.\d\d s\b/g, '… s')
    .replaceAll(/\b[0-9a-f]{12,64}\b…?/g, '…')
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\b(?!\.\d{6})/g, '…')
    .replaceAll(/\d+(\.\d)? (kB|MB)\b/g, '… MB')
    .trim();
}
