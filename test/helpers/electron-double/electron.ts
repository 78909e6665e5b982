import type Electron from 'electron';
import { BrowserWindow } from './browser-window.ts';
import { app, resetApp } from './app.ts';
import { emitEvent } from './emit-event.ts';
import { privilegedSchemes, resetSessions, session } from './session.ts';
import { resetSystem } from './system.ts';
import { UtilityProcess } from './utility-process.ts';

/**
 * A double of the few parts of Electron that the host uses, for computers without its binary: Vitest puts it in place of
 * the package. Its classes are held to Electron's own types where those can be narrowed to a part.
 */
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { MessageChannelMain } from './message-channel.ts';
export { session } from './session.ts';
export { dialog, Menu, nativeTheme, safeStorage, screen, shell } from './system.ts';
export { UtilityProcess as utilityProcess } from './utility-process.ts';

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => void privilegedSchemes.push(...schemes),
  handle: (scheme, handler) => session.defaultSession.protocol.handle(scheme, handler),
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>;

/** Ends everything that runs and forgets everything that was set, so that a host can be started anew. */
export async function resetElectron(): Promise<void> {
  // A host that does not know it is over would start its engine again.
  emitEvent(app, 'will-quit');
  resetApp();
  for (const window of BrowserWindow.open.slice()) window.destroy();
  await Promise.all(
    UtilityProcess.running.map(async (engine) => {
      const ended = new Promise((resolve) => engine.once('exit', resolve));
      engine.endByForce();
      await ended;
    }),
  );
  resetSessions();
  resetSystem();
}
