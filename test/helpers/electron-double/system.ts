import type Electron from 'electron';

interface Question {
  readonly options: Electron.MessageBoxOptions;
  /** Presses a button by its label. */
  readonly press: (label: string) => void;
}

/** What dialogs were asked and are to answer. */
export const dialogs = {
  /** Message boxes that are open. */
  questions: [] as Question[],
  opened: [] as Electron.OpenDialogOptions[],
  saved: [] as Electron.SaveDialogOptions[],
  /** What the file dialogs give; null: cancelled. */
  path: null as string | null,
};

export const dialog = {
  showMessageBox: (...args: [unknown, Electron.MessageBoxOptions] | [Electron.MessageBoxOptions]) => {
    const options = args.length === 2 ? args[1] : args[0];
    return new Promise<Electron.MessageBoxReturnValue>((resolve) => {
      const close = (response: number): void => {
        dialogs.questions.splice(dialogs.questions.indexOf(question), 1);
        resolve({ response, checkboxChecked: false });
      };
      const question: Question = {
        options,
        press: (label) => {
          const index = options.buttons?.indexOf(label) ?? -1;
          if (index < 0) throw new Error(`no button ${label} among ${options.buttons?.join(', ')}`);
          close(index);
        },
      };
      options.signal?.addEventListener('abort', () => close(options.cancelId ?? 0));
      dialogs.questions.push(question);
    });
  },
  showOpenDialog: (_window: unknown, options: Electron.OpenDialogOptions) => {
    dialogs.opened.push(options);
    const canceled = dialogs.path === null;
    return Promise.resolve({ canceled, filePaths: dialogs.path === null ? [] : [dialogs.path] });
  },
  showSaveDialog: (_window: unknown, options: Electron.SaveDialogOptions) => {
    dialogs.saved.push(options);
    return Promise.resolve({ canceled: dialogs.path === null, filePath: dialogs.path ?? '' });
  },
};

/** What was handed to the system's programs. */
export const shown = { files: [] as string[], folders: [] as string[] };

export const shell = {
  openPath: (path) => {
    shown.files.push(path);
    return Promise.resolve('');
  },
  showItemInFolder: (path) => void shown.folders.push(path),
} satisfies Pick<Electron.Shell, 'openPath' | 'showItemInFolder'>;

/** The menu that is shown, as it was described. */
export const menus = { template: [] as Electron.MenuItemConstructorOptions[], builds: 0 };

export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => ({ template }),
  setApplicationMenu: (menu: { readonly template: Electron.MenuItemConstructorOptions[] } | null) => {
    menus.template = menu?.template ?? [];
    menus.builds += 1;
  },
};

const DISPLAY = { x: 0, y: 0, width: 1920, height: 1040 };
export const screen = {
  areas: [DISPLAY] as Electron.Rectangle[],
  getAllDisplays: () => screen.areas.map((workArea) => ({ workArea })),
  getPrimaryDisplay: () => ({ workArea: screen.areas[0] ?? DISPLAY, workAreaSize: screen.areas[0] ?? DISPLAY }),
};

export const nativeTheme: Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors'> = {
  themeSource: 'system',
  shouldUseDarkColors: false,
};

/** The keyring of the system. Its encryption is a rotation: enough to tell plain from encrypted. */
export const keyring: { backend: ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>; isThere: boolean } = {
  backend: 'gnome_libsecret',
  isThere: true,
};
const MARK = Buffer.from('v10');

export const safeStorage = {
  getSelectedStorageBackend: () => keyring.backend,
  isAsyncEncryptionAvailable: () => Promise.resolve(keyring.isThere),
  encryptStringAsync: (text) =>
    Promise.resolve(Buffer.concat([MARK, Buffer.from(text, 'utf8').map((byte) => byte ^ 0x5a)])),
  decryptStringAsync: (encrypted) =>
    encrypted.subarray(0, 3).equals(MARK)
      ? Promise.resolve({
          shouldReEncrypt: false,
          result: Buffer.from(encrypted.subarray(3).map((byte) => byte ^ 0x5a)).toString('utf8'),
        })
      : Promise.reject(new Error('Error while decrypting the ciphertext')),
} satisfies Pick<
  Electron.SafeStorage,
  'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
>;

export function resetSystem(): void {
  Object.assign(dialogs, { questions: [], opened: [], saved: [], path: null });
  Object.assign(shown, { files: [], folders: [] });
  Object.assign(menus, { template: [], builds: 0 });
  Object.assign(keyring, { backend: 'gnome_libsecret', isThere: true });
  nativeTheme.themeSource = 'system';
  screen.areas = [DISPLAY];
}
