import { describe, expect, it, onTestFinished } from 'vitest';
import { secretStore } from '../../src/main/hosts/electron/secret-store.ts';
import { resetElectron } from '../helpers/electron-double/electron.ts';
import { keyring } from '../helpers/electron-double/system.ts';

const SECRET = 'correct horse';

describe('the secret store', () => {
  it('encrypts what it gives back, and holds nothing of it in plain', async () => {
    const store = secretStore('linux');
    const encrypted = await store.encrypt(SECRET);
    expect(encrypted.ok).toBe(true);
    if (!encrypted.ok) return;
    expect(Buffer.from(encrypted.value).toString('latin1')).not.toContain(SECRET);
    expect(await store.decrypt(encrypted.value)).toEqual({ ok: true, value: SECRET });
  });

  it.each(['basic_text', 'unknown'] as const)('refuses on Linux where the backend is %s', async (backend) => {
    onTestFinished(resetElectron);
    const encrypted = await secretStore('linux').encrypt(SECRET);
    keyring.backend = backend;
    expect(await secretStore('linux').encrypt(SECRET)).toMatchObject({
      ok: false,
      error: { code: 'SECRETS_UNPROTECTED' },
    });
    if (encrypted.ok)
      expect(await secretStore('linux').decrypt(encrypted.value)).toMatchObject({
        ok: false,
        error: { code: 'SECRETS_UNPROTECTED' },
      });
  });

  it('does not ask for a Linux backend elsewhere', async () => {
    onTestFinished(resetElectron);
    keyring.backend = 'unknown';
    expect(await secretStore('darwin').encrypt(SECRET)).toMatchObject({ ok: true });
  });

  it('refuses where the system keeps no key', async () => {
    onTestFinished(resetElectron);
    keyring.isThere = false;
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(await secretStore(platform).encrypt(SECRET)).toMatchObject({ ok: false });
  });

  it('says so of a secret that was encrypted elsewhere, without its text', async () => {
    const answer = await secretStore('darwin').decrypt(Buffer.from('not encrypted here'));
    expect(answer).toMatchObject({ ok: false, error: { code: 'SECRETS_UNPROTECTED', hint: 'Enter it again.' } });
    expect(JSON.stringify(answer)).not.toContain('not encrypted here');
  });
});
