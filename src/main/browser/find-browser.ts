import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/** An installed browser of the Chromium family. */
export interface Browser {
  readonly name: string;
  readonly path: string;
  /** A sandboxed package sees only some folders: profiles go where it may write. */
  readonly packaging: 'plain' | 'snap' | 'flatpak';
}

/** Where to look: this computer, or one that a test makes up. */
export interface BrowserPlaces {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  /** Whether a program stands at a path. */
  readonly isProgram: (path: string) => boolean;
}

/** What a person may set to the path of a browser of the Chromium family, to use that one. */
export const BROWSER_VARIABLE = 'VERISCOPE_BROWSER';

/** The browsers that were found, the most fitting first: the one that a person chose is the only one then. */
export function findBrowsers(places: BrowserPlaces = thisComputer()): readonly Browser[] {
  const chosen = places.env[BROWSER_VARIABLE] ?? '';
  const wanted: readonly Browser[] =
    chosen === '' ? candidates(places) : [{ name: 'The chosen browser', path: chosen, packaging: 'plain' }];
  return wanted.filter(({ path }) => places.isProgram(path));
}

function thisComputer(): BrowserPlaces {
  return { platform: process.platform, env: process.env, home: homedir(), isProgram };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function candidates(places: BrowserPlaces): readonly Browser[] {
  switch (places.platform) {
    case 'win32':
      return windowsBrowsers(places);
    case 'darwin':
      return macBrowsers(places);
    default:
      return linuxBrowsers(places);
  }
}

const LINUX_COMMANDS: readonly (readonly [name: string, commands: readonly string[]])[] = [
  ['Chromium', ['chromium', 'chromium-browser', 'ungoogled-chromium']],
  ['Google Chrome', ['google-chrome-stable', 'google-chrome']],
  ['Microsoft Edge', ['microsoft-edge-stable', 'microsoft-edge']],
  ['Brave', ['brave-browser', 'brave-browser-stable', 'brave']],
];
const LINUX_FOLDERS = [
  '/usr/bin',
  '/usr/local/bin',
  '/opt/google/chrome',
  '/opt/microsoft/msedge',
  '/opt/brave.com/brave',
];
const SNAPS = [
  ['Chromium', 'chromium'],
  ['Brave', 'brave'],
] as const;
const FLATPAKS = [
  ['Chromium', 'org.chromium.Chromium'],
  ['Google Chrome', 'com.google.Chrome'],
  ['Microsoft Edge', 'com.microsoft.Edge'],
  ['Brave', 'com.brave.Browser'],
] as const;

function linuxBrowsers({ env, home, isProgram: isThere }: BrowserPlaces): readonly Browser[] {
  const inPath = (env['PATH'] ?? '')
    .split(':')
    .filter((folder) => folder.startsWith('/') && !folder.includes('/snap/'));
  const folders = [...new Set([...inPath, ...LINUX_FOLDERS])];
  const snaps = SNAPS.map(([name, command]) => ({ name, path: `/snap/bin/${command}`, packaging: 'snap' as const }));
  const plain = LINUX_COMMANDS.flatMap(([name, commands]) =>
    commands
      // Ubuntu's chromium-browser only starts the snap.
      .filter((command) => command !== 'chromium-browser' || !isThere('/snap/bin/chromium'))
      .flatMap((command) => folders.map((folder) => posix.join(folder, command)))
      .map((path) => ({ name, path, packaging: 'plain' as const })),
  );
  const exports = ['/var/lib/flatpak/exports/bin', posix.join(home, '.local/share/flatpak/exports/bin')];
  const flatpaks = FLATPAKS.flatMap(([name, id]) =>
    exports.map((folder) => ({ name, path: posix.join(folder, id), packaging: 'flatpak' as const })),
  );
  return [...plain.filter(({ path }) => !path.startsWith('/snap/')), ...snaps, ...flatpaks];
}

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'] as const;

function macBrowsers({ home }: BrowserPlaces): readonly Browser[] {
  return MAC_APPS.flatMap((name) =>
    ['/Applications', posix.join(home, 'Applications')].map((folder) => ({
      name,
      path: posix.join(folder, `${name}.app`, 'Contents/MacOS', name),
      packaging: 'plain' as const,
    })),
  );
}

const WINDOWS_PROGRAMS = [
  ['Google Chrome', 'Google\\Chrome\\Application\\chrome.exe'],
  ['Microsoft Edge', 'Microsoft\\Edge\\Application\\msedge.exe'],
  ['Chromium', 'Chromium\\Application\\chrome.exe'],
  ['Brave', 'BraveSoftware\\Brave-Browser\\Application\\brave.exe'],
] as const;

function windowsBrowsers({ env, home }: BrowserPlaces): readonly Browser[] {
  const folders = [
    env['ProgramFiles'] ?? 'C:\\Program Files',
    env['ProgramFiles(x86)'] ?? 'C:\\Program Files (x86)',
    env['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'),
  ];
  return WINDOWS_PROGRAMS.flatMap(([name, program]) =>
    folders.map((folder) => ({ name, path: win32.join(folder, program), packaging: 'plain' as const })),
  );
}
