/**
 * Where a distribution may hook in updates of its own. Veriscope asks no server for anything, so there is none by default;
 * a distributor passes one to `startElectronHost`.
 */
export interface UpdateSource {
  /** Called once, when the first window is open. */
  start(): void;
}
