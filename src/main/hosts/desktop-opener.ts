import { spawn } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppException } from '../../shared/result.ts';
import { hasDisplay } from './has-display.ts';

/** What this application writes: nothing that a desktop would run. */
const OPENED = new Set(['.html', '.htm', '.pdf', '.csv', '.json', '.parquet']);

/** An opener that still runs after this many milliseconds has become the program that shows the file. */
const OPENED_AFTER = 3000;

/** A command with its arguments, which no shell looks at. */
export interface OpenerCommand {
  readonly command: string;
  readonly args: readonly string[];
  /** Windows hands a program one line: these arguments are quoted as it wants them. */
  readonly verbatim?: true;
  /** Windows' file manager ends with 1 when all went well. */
  readonly anyExit?: true;
}

/** Opens a report or an export with the desktop's program for it; false where there is no desktop or no such program. */
export async function openWithDesktop(path: string): Promise<boolean> {
  const file = openable(path);
  return hasDisplay() && firstThatWorks(openCommands(file));
}

/** Shows a file or folder in the desktop's file manager; false where there is none. */
export async function showInFileManager(path: string): Promise<boolean> {
  const file = existing(path);
  return hasDisplay() && firstThatWorks(showCommands(file));
}

/** Commands that open a file, the next one for where the one before fails. */
export function openCommands(file: string, platform = process.platform): readonly OpenerCommand[] {
  if (platform === 'darwin') return [{ command: 'open', args: [file] }];
  // Takes the rest of its line for one path, commas and ampersands included.
  if (platform === 'win32')
    return [{ command: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', file], verbatim: true, anyExit: true }];
  return [{ command: 'xdg-open', args: [file] }];
}

/** Commands that show a file among its neighbours, or where that cannot be had, its folder. */
export function showCommands(file: string, platform = process.platform): readonly OpenerCommand[] {
  if (platform === 'darwin') return [{ command: 'open', args: ['-R', file] }];
  if (platform === 'win32')
    return [{ command: 'explorer.exe', args: [`/select,"${file}"`], verbatim: true, anyExit: true }];
  // A comma would end the entry of dbus-send's list.
  const uri = pathToFileURL(file).href.replaceAll(',', '%2C');
  const manager = 'org.freedesktop.FileManager1';
  const args = ['--session', '--print-reply', `--dest=${manager}`, '/org/freedesktop/FileManager1'];
  return [
    { command: 'dbus-send', args: [...args, `${manager}.ShowItems`, `array:string:${uri}`, 'string:'] },
    { command: 'xdg-open', args: [dirname(file)] },
  ];
}

/** The file that a path leads to. Throws for one that is not there or that a desktop might run. */
export function openable(path: string): string {
  const file = existing(path);
  if (!statSync(file).isFile() || !OPENED.has(extname(file).toLowerCase()))
    throw new AppException(
      'USAGE',
      `${file} is no report and no export.`,
      'Only HTML, PDF, CSV, JSON and Parquet files are opened from here; open it from your file manager.',
    );
  return file;
}

function existing(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw new AppException('SOURCE_NOT_FOUND', `${path} is not there.`, 'It may have been moved or deleted.', {
      cause: error,
    });
  }
}

async function firstThatWorks(commands: readonly OpenerCommand[]): Promise<boolean> {
  for (const command of commands) if (await works(command)) return true;
  return false;
}

function works({ command, args, verbatim, anyExit }: OpenerCommand): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: 'ignore',
      detached: true,
      windowsVerbatimArguments: verbatim === true,
    });
    const timer = setTimeout(() => resolve(true), OPENED_AFTER);
    const settle = (opened: boolean): void => {
      clearTimeout(timer);
      resolve(opened);
    };
    child.once('error', () => settle(false));
    child.once('exit', (code) => settle(code === 0 || anyExit === true));
    child.unref();
  });
}
