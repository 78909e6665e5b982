/** The encodings that a CSV may have. Windows-1252 is what spreadsheets write as "ANSI" and contains all of Latin-1's letters. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The encoding of a file by its first bytes: a byte order mark, or the zero bytes that ASCII text has in UTF-16.
 * Otherwise UTF-8, until a byte proves that it is not.
 */
export function guessEncoding(head: Buffer): TextEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const sample = head.subarray(0, 4096);
  let zeroAtEven = 0;
  let zeroAtOdd = 0;
  for (let index = 0; index + 1 < sample.length; index += 2) {
    if (sample[index] === 0) zeroAtEven += 1;
    if (sample[index + 1] === 0) zeroAtOdd += 1;
  }
  const pairs = Math.max(1, Math.floor(sample.length / 2));
  if (zeroAtOdd / pairs > 0.4 && zeroAtEven === 0) return 'utf-16le';
  if (zeroAtEven / pairs > 0.4 && zeroAtOdd === 0) return 'utf-16be';
  return 'utf-8';
}

/** A streaming decoder that drops the byte order mark; undecodable bytes become U+FFFD. */
export function decoderOf(encoding: TextEncoding): InstanceType<typeof TextDecoder> {
  return new TextDecoder(encoding, { fatal: false, ignoreBOM: false });
}
