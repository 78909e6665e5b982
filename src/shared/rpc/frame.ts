import { decode, encode } from '@msgpack/msgpack';
import { z } from 'zod';

const body = z.instanceof(Uint8Array);
const id = z.string().min(1).max(100);

/**
 * What travels between a window and its host. The body is encoded apart, so that whoever only passes a frame on reads the
 * envelope alone. `progress` and `answer` bear the `id` of their `call`.
 */
export const Frame = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), id, name: z.string().max(100), body }),
  z.object({ kind: z.literal('cancel'), id }),
  z.object({ kind: z.literal('progress'), id, body }),
  z.object({ kind: z.literal('answer'), id, body }),
  z.object({ kind: z.literal('event'), name: z.string().max(100), body }),
]);
export type Frame = z.infer<typeof Frame>;

export function encodeFrame(frame: Frame): Uint8Array {
  return encode(frame);
}

/** An envelope holds no lists and few, short fields: what claims to is not decoded. */
const ENVELOPE = { maxArrayLength: 0, maxMapLength: 8, maxStrLength: 200, maxExtLength: 0 };

/** Null for anything that is no frame. */
export function decodeFrame(message: Uint8Array): Frame | null {
  try {
    const parsed = Frame.safeParse(decode(message, ENVELOPE));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** A body: plain data, bytes included. Fields that are undefined are left out. */
export function encodeBody(value: unknown): Uint8Array<ArrayBuffer> {
  return encode(value, { ignoreUndefined: true });
}

/** Throws a `RangeError` or `DecodeError` for bytes that hold no value, or that claim to hold more than they can. */
export function decodeBody(bytes: Uint8Array): unknown {
  return decode(bytes, { maxArrayLength: bytes.length, maxMapLength: bytes.length });
}
