import { EventEmitter } from 'node:events';
import type Electron from 'electron';

type SchemeHandler = Parameters<Electron.Protocol['handle']>[1];
type RequestHandler = NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>;
type DeviceHandler = NonNullable<Parameters<Electron.Session['setDevicePermissionHandler']>[0]>;
type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void;
type Permission = Parameters<RequestHandler>[1];

/** The schemes that were made privileged before the application was ready. */
export const privilegedSchemes: Electron.CustomScheme[] = [];

/** A session: everything that a page asks for passes its guards, as in Electron. */
export class Session
  extends EventEmitter
  implements
    Pick<
      Electron.Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setProxy'
      | 'setSpellCheckerEnabled'
    >
{
  readonly handlers = new Map<string, SchemeHandler>();
  proxy: Electron.ProxyConfig | null = null;
  isSpellCheckerEnabled = true;
  #beforeRequest: BeforeRequest | null = null;
  #onRequest: RequestHandler | null = null;
  #onCheck: CheckHandler | null = null;
  #onDevice: DeviceHandler | null = null;

  readonly protocol = {
    handle: (scheme, handler) => {
      if (this.handlers.has(scheme)) throw new TypeError(`The scheme has been registered: ${scheme}`);
      this.handlers.set(scheme, handler);
    },
    unhandle: (scheme) => void this.handlers.delete(scheme),
    isProtocolHandled: (scheme) => this.handlers.has(scheme),
  } satisfies Pick<Electron.Protocol, 'handle' | 'unhandle' | 'isProtocolHandled'>;

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest | null) => {
      this.#beforeRequest = listener;
    },
  };

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#onRequest = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#onCheck = handler;
  }

  setDevicePermissionHandler(handler: DeviceHandler | null): void {
    this.#onDevice = handler;
  }

  setProxy(config: Electron.ProxyConfig): Promise<void> {
    this.proxy = config;
    return Promise.resolve();
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.isSpellCheckerEnabled = enable;
  }

  /** Fetches as a page would: null where a guard cancels it or nobody answers the scheme. */
  async fetch(url: string, method = 'GET'): Promise<Response | null> {
    if (await this.#isCancelled(url, method)) return null;
    const handler = this.handlers.get(new URL(url).protocol.replace(':', ''));
    // A request of a custom scheme cannot be made by Node's own class.
    return handler === undefined ? null : handler({ url, method } as Request);
  }

  /** Asks for a permission as a page at `url` would; granted by default, as in Electron. */
  async requestPermission(permission: Permission, url: string): Promise<boolean> {
    const handler = this.#onRequest;
    if (handler === null) return true;
    return new Promise((resolve) => {
      handler({} as Electron.WebContents, permission, resolve, { requestingUrl: url, isMainFrame: true });
    });
  }

  checkPermission(permission: Permission, origin: string): boolean {
    return this.#onCheck?.(null, permission, origin, { isMainFrame: true, requestingUrl: origin }) ?? true;
  }

  checkDevice(deviceType: 'hid' | 'serial' | 'usb', origin: string): boolean {
    return this.#onDevice?.({ deviceType, origin, device: {} } as never) ?? true;
  }

  async #isCancelled(url: string, method: string): Promise<boolean> {
    const listener = this.#beforeRequest;
    if (listener === null) return false;
    const { cancel } = await new Promise<Electron.CallbackResponse>((resolve) =>
      listener({ url, method } as Electron.OnBeforeRequestListenerDetails, resolve),
    );
    return cancel === true;
  }
}

/** The sessions that were made, by partition. */
export const partitions = new Map<string, Session>();
let defaultSession = new Session();

export const session = {
  get defaultSession(): Session {
    return defaultSession;
  },
  fromPartition: (partition: string): Session => {
    const known = partitions.get(partition) ?? new Session();
    partitions.set(partition, known);
    return known;
  },
};

export function resetSessions(): void {
  partitions.clear();
  privilegedSchemes.length = 0;
  defaultSession = new Session();
}
