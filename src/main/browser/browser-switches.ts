import type { Browser } from './find-browser.ts';

/**
 * Switches for every browser that is started here: nothing of its own goes over a network, nothing is asked, and nothing is
 * taken from the person's own profile.
 */
export function quietSwitches(profile: string): readonly string[] {
  return [
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-sync',
    '--disable-client-side-phishing-detection',
    '--disable-breakpad',
    '--metrics-recording-only',
    '--no-pings',
    '--no-service-autorun',
    '--password-store=basic',
    '--use-mock-keychain',
    '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,InterestFeedContentSuggestions,msEdgeSidebarV2',
    // Whatever else the browser would like to fetch goes to a port where nobody listens; this computer's own addresses do not.
    '--proxy-server=http://127.0.0.1:1',
  ];
}

/** Chromium refuses to start its sandbox as root. */
export function needsNoSandbox(platform = process.platform, user = process.getuid?.()): boolean {
  return platform === 'linux' && user === 0;
}

/** The line that tells a person that the sandbox is off. */
export const NO_SANDBOX_NOTE = 'Running as root: the browser is started without its sandbox (--no-sandbox).';

/** What the platform and the user demand. */
export function platformSwitches(): readonly string[] {
  const shared = process.platform === 'linux' ? ['--disable-dev-shm-usage'] : [];
  // With the second one no bar above every window tells again what the terminal told.
  return needsNoSandbox() ? [...shared, '--no-sandbox', '--test-type'] : shared;
}

/** What to install, for a computer on which no browser was found. */
export function browserHint(platform = process.platform): string {
  const which =
    platform === 'win32' ? 'Microsoft Edge, Google Chrome or Chromium' : 'Chromium, Google Chrome or Microsoft Edge';
  return `Install ${which}, or set VERISCOPE_BROWSER to the path of one.`;
}

/** `name at path`, for messages. */
export const called = ({ name, path }: Browser): string => `${name} (${path})`;
