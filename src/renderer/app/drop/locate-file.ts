import type { CallClient } from '../../../shared/rpc/call-client.ts';
import type { Result } from '../../../shared/result.ts';

const HEAD_BYTES = 65_536;

/** Asks the host where a file lies, by its name, size, time and the hash of its start. An empty list: nowhere that it looked. */
export async function locateFile(
  client: CallClient,
  file: File,
  signal: AbortSignal,
): Promise<Result<{ readonly paths: readonly string[] }>> {
  const head = await file
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    // It was moved or deleted since it was dropped.
    .catch(() => null);
  if (head === null) return { ok: true, value: { paths: [] } };
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', head));
  const headSha256 = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const { name, size: bytes, lastModified: modified } = file;
  return client.invoke('host.locate', { name, bytes, modified, headSha256 }, { signal });
}
