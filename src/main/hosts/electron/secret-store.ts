import { safeStorage } from 'electron';
import { err, ok, type Result } from '../../../shared/result.ts';

/** Encrypts small secrets (the password of a database) with a key that the system keeps for this person. */
export interface SecretStore {
  /** Fails with `SECRETS_UNPROTECTED` where the system keeps no such key: then a secret may be used, but not kept. */
  encrypt(secret: string): Promise<Result<Uint8Array>>;
  /** Fails with `SECRETS_UNPROTECTED` too for what was encrypted by another person or on another computer. */
  decrypt(encrypted: Uint8Array): Promise<Result<string>>;
}

/** The secret store of the system; to be used when the application is ready. */
export function secretStore(platform: NodeJS.Platform = process.platform): SecretStore {
  const isProtected = async (): Promise<boolean> =>
    // Without a keyring, Chromium on Linux encrypts with a password that is in its source.
    (platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())) &&
    (await safeStorage.isAsyncEncryptionAvailable());
  return {
    encrypt: async (secret) => {
      if (!(await isProtected())) return unprotected();
      return ok(new Uint8Array(await safeStorage.encryptStringAsync(secret)));
    },
    decrypt: async (encrypted) => {
      if (!(await isProtected())) return unprotected();
      try {
        return ok((await safeStorage.decryptStringAsync(Buffer.from(encrypted))).result);
      } catch {
        return err('SECRETS_UNPROTECTED', 'The kept secret cannot be read.', 'Enter it again.');
      }
    },
  };
}

const unprotected = () =>
  err(
    'SECRETS_UNPROTECTED',
    'This computer offers no protected place for secrets.',
    'Enter it each time, or set up a keyring (GNOME Keyring, KWallet) and start Veriscope again.',
  );
