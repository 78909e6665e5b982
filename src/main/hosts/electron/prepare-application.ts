import { join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import { registerAppScheme } from './app-scheme.ts';
import { guardContents } from './guard-contents.ts';
import { workspaceOrFile } from './opened-paths.ts';

/** What a second start hands to the first. */
const StartData = z.object({ paths: z.array(z.string()).readonly() });
type StartData = z.infer<typeof StartData>;

/** What the system asks of the running application. */
export interface StartEvents {
  /** A file or a workspace is to be opened. */
  readonly onPath: (path: string) => void;
  /** Somebody has started the application again. */
  readonly onSecondStart: () => void;
}

/**
 * Everything that has to be settled before Electron is ready. False where the application runs already: then it was told
 * what to open, and this process has to go. `folder`: where the application keeps what is its own.
 */
export function prepareApplication(folder: string, paths: readonly string[], events: StartEvents): boolean {
  app.setName('Veriscope');
  app.setPath('userData', join(folder, 'electron'));
  app.setAppUserModelId('io.veriscope.desktop');
  if (!app.requestSingleInstanceLock({ paths } satisfies StartData)) return false;
  // Nothing is to be found by name: a second wall behind the guard of the session.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  registerAppScheme();
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit')
      process.stderr.write(`veriscope: a process is gone (${type}, ${reason}, ${exitCode}).\n`);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    events.onPath(workspaceOrFile(path));
  });
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    events.onSecondStart();
    for (const path of StartData.safeParse(data).data?.paths ?? []) events.onPath(path);
  });
  return true;
}
