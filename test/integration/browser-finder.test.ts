import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { needsNoSandbox } from '../../src/main/browser/browser-switches.ts';
import { findBrowsers, type BrowserPlaces } from '../../src/main/browser/find-browser.ts';
import { dataFolder } from '../../src/main/hosts/data-folder.ts';
import { openable, openCommands, showCommands } from '../../src/main/hosts/desktop-opener.ts';
import { documentsFolder } from '../../src/main/hosts/documents-folder.ts';
import { findElectron } from '../../src/main/hosts/find-electron.ts';
import { hasDisplay } from '../../src/main/hosts/has-display.ts';
import { claimProfile } from '../../src/main/hosts/web/browser-profile.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

function places(
  platform: NodeJS.Platform,
  programs: readonly string[],
  env: NodeJS.ProcessEnv = {},
  home = '/home/ana',
): BrowserPlaces {
  return { platform, env, home, isProgram: (path) => programs.includes(path) };
}

const found = (...given: Parameters<typeof places>): readonly string[] =>
  findBrowsers(places(...given)).map(({ name, packaging, path }) => `${name} ${packaging} ${path}`);

describe('a browser is found', () => {
  it('on Linux in PATH first, then where packages put it', () => {
    const programs = ['/opt/brave.com/brave/brave', '/usr/bin/google-chrome', '/home/ana/bin/chromium'];
    expect(found('linux', programs, { PATH: '/home/ana/bin:/usr/bin:relative' })).toEqual([
      'Chromium plain /home/ana/bin/chromium',
      'Google Chrome plain /usr/bin/google-chrome',
      'Brave plain /opt/brave.com/brave/brave',
    ]);
  });

  it('on Linux as a snap, but not by the script that only starts the snap', () => {
    const programs = ['/snap/bin/chromium', '/usr/bin/chromium-browser'];
    expect(found('linux', programs, { PATH: '/usr/bin:/snap/bin' })).toEqual(['Chromium snap /snap/bin/chromium']);
    expect(found('linux', ['/usr/bin/chromium-browser'])).toEqual(['Chromium plain /usr/bin/chromium-browser']);
  });

  it('on Linux as a flatpak, of the system or the person', () => {
    expect(
      found('linux', [
        '/var/lib/flatpak/exports/bin/com.google.Chrome',
        '/home/ana/.local/share/flatpak/exports/bin/org.chromium.Chromium',
      ]),
    ).toEqual([
      'Chromium flatpak /home/ana/.local/share/flatpak/exports/bin/org.chromium.Chromium',
      'Google Chrome flatpak /var/lib/flatpak/exports/bin/com.google.Chrome',
    ]);
  });

  it('on macOS for all and for one person', () => {
    const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    const chrome = '/Users/ana/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(found('darwin', [edge, chrome], {}, '/Users/ana')).toEqual([
      `Google Chrome plain ${chrome}`,
      `Microsoft Edge plain ${edge}`,
    ]);
  });

  it('on Windows in the folders of programs, whatever they are called', () => {
    const edge = 'D:\\Programme (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const chrome = 'C:\\Users\\ana\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe';
    expect(found('win32', [edge, chrome], { 'ProgramFiles(x86)': 'D:\\Programme (x86)' }, 'C:\\Users\\ana')).toEqual([
      `Google Chrome plain ${chrome}`,
      `Microsoft Edge plain ${edge}`,
    ]);
  });

  it('by the variable that names one, and then no other', () => {
    const programs = ['/opt/mine', '/usr/bin/chromium'];
    expect(found('linux', programs, { VERISCOPE_BROWSER: '/opt/mine' })).toEqual([
      'The chosen browser plain /opt/mine',
    ]);
    expect(found('linux', programs, { VERISCOPE_BROWSER: '/opt/none' })).toEqual([]);
  });

  it('nowhere where there is none', () => {
    for (const platform of ['linux', 'darwin', 'win32', 'freebsd'] as const) expect(found(platform, [])).toEqual([]);
  });
});

it.each([
  ['linux', 0, true],
  ['linux', 1000, false],
  ['darwin', 0, false],
  ['win32', undefined, false],
] as const)('on %s as user %s the sandbox is left out: %s', (platform, user, expected) => {
  expect(needsNoSandbox(platform, user)).toBe(expected);
});

it.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: '', WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['linux', { DISPLAY: ':0' }, true],
  ['darwin', {}, true],
  ['win32', {}, true],
] as const)('a display on %s with %o: %s', (platform, env, expected) => {
  expect(hasDisplay(env, platform)).toBe(expected);
});

it('the data folder follows the custom of the platform, unless it is chosen', () => {
  const home = '/home/ana';
  expect([
    dataFolder({}, 'linux', home),
    dataFolder({ XDG_DATA_HOME: '/data' }, 'linux', home),
    dataFolder({ XDG_DATA_HOME: '/data', VERISCOPE_HOME: '/mine' }, 'linux', home),
    dataFolder({}, 'darwin', home),
    dataFolder({ LOCALAPPDATA: '/local' }, 'win32', home),
  ]).toEqual([
    join(home, '.local/share/veriscope'),
    join('/data', 'veriscope'),
    '/mine',
    join(home, 'Library/Application Support/Veriscope'),
    join('/local', 'Veriscope'),
  ]);
});

it('documents are where the desktop says, else in Documents, else at home', () => {
  const home = temporaryFolder();
  expect(documentsFolder({}, 'linux', home)).toBe(home);
  mkdirSync(join(home, 'Documents'));
  expect(documentsFolder({}, 'linux', home)).toBe(join(home, 'Documents'));
  mkdirSync(join(home, '.config'));
  writeFileSync(join(home, '.config', 'user-dirs.dirs'), '# by xdg\nXDG_DOCUMENTS_DIR="$HOME/Documentos"\n');
  expect(documentsFolder({}, 'linux', home)).toBe(join(home, 'Documents'));
  mkdirSync(join(home, 'Documentos'));
  expect(documentsFolder({}, 'linux', home)).toBe(join(home, 'Documentos'));
  expect(documentsFolder({}, 'darwin', home)).toBe(join(home, 'Documents'));
});

describe('opening with the desktop', () => {
  it('hands a path over as one argument that no shell reads', () => {
    const path = "/tmp/a & b; $(touch x), 'c'.html";
    expect(openCommands(path, 'linux')).toEqual([{ command: 'xdg-open', args: [path] }]);
    expect(openCommands(path, 'darwin')).toEqual([{ command: 'open', args: [path] }]);
    expect(openCommands('C:\\a & b, %PATH%.html', 'win32')).toEqual([
      {
        command: 'rundll32.exe',
        args: ['url.dll,FileProtocolHandler', 'C:\\a & b, %PATH%.html'],
        verbatim: true,
        anyExit: true,
      },
    ]);
  });

  it('shows a file among its neighbours', () => {
    const [manager, folder] = showCommands('/tmp/a,b c.csv', 'linux');
    expect(manager?.args.at(-2)).toBe('array:string:file:///tmp/a%2Cb%20c.csv');
    expect(folder).toEqual({ command: 'xdg-open', args: ['/tmp'] });
    expect(showCommands('C:\\a,b\\c d.csv', 'win32')[0]?.args).toEqual(['/select,"C:\\a,b\\c d.csv"']);
    expect(showCommands('/tmp/x.csv', 'darwin')[0]?.args).toEqual(['-R', '/tmp/x.csv']);
  });

  it('is for what this application writes, and for nothing that a desktop would run', () => {
    const folder = temporaryFolder();
    const file = (name: string): string => {
      const path = join(folder, name);
      writeFileSync(path, 'x');
      return path;
    };
    for (const name of ['r.html', 'r.PDF', 'r.csv', 'r.json', 'r.parquet']) expect(openable(file(name))).toMatch(name);
    for (const name of ['run.sh', 'run.desktop', 'run.exe', 'run.html.bat', 'html'])
      expect(() => openable(file(name))).toThrow(/is no report and no export/);
    symlinkSync(join(folder, 'run.sh'), join(folder, 'disguised.html'));
    mkdirSync(join(folder, 'folder.html'));
    expect(() => openable(join(folder, 'disguised.html'))).toThrow(/is no report/);
    expect(() => openable(join(folder, 'folder.html'))).toThrow(/is no report/);
    expect(() => openable(join(folder, 'nothing.html'))).toThrow(/is not there/);
  });
});

describe('Electron is taken', () => {
  it('where its binary and what it is to run are both there', () => {
    const root = temporaryFolder();
    const binary = join(root, 'node_modules/electron/dist/electron');
    expect(findElectron(root, {}, 'linux')).toBeNull();
    mkdirSync(join(root, 'node_modules/electron/dist'), { recursive: true });
    writeFileSync(binary, '');
    expect(findElectron(root, {}, 'linux')).toBeNull();
    mkdirSync(join(root, 'dist/electron'), { recursive: true });
    writeFileSync(join(root, 'dist/electron/main.js'), '');
    expect(findElectron(root, {}, 'linux')).toEqual({ binary, args: [root] });
    expect(findElectron(root, {}, 'win32')).toBeNull();
    expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'none') }, 'linux')).toBeNull();
  });
});

describe('the profile of a window', () => {
  const browser = { name: 'Chromium', path: '/usr/bin/chromium', packaging: 'plain' } as const;

  it('is the same every time, and another one while a first host runs', () => {
    const folder = temporaryFolder();
    const first = claimProfile(folder, browser);
    const second = claimProfile(folder, browser);
    expect([first.folder, second.folder]).toEqual([
      join(folder, 'browser', 'window-1'),
      join(folder, 'browser', 'window-2'),
    ]);
    first.release();
    expect(claimProfile(folder, browser).folder).toBe(first.folder);
  });

  it('is free again when the host that had it was killed', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'browser'));
    const lock = join(folder, 'browser', 'window-1.lock');
    for (const holder of ['999999999', 'nonsense', '']) {
      writeFileSync(lock, holder);
      const profile = claimProfile(folder, browser);
      expect(profile.folder).toBe(join(folder, 'browser', 'window-1'));
      profile.release();
      expect(existsSync(lock)).toBe(false);
    }
  });
});
