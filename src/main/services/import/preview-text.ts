import type { ImportPreview } from '../../../shared/contract/preview.ts';
import { LineSurveyor } from '../../../etl/sources/csv/line-surveyor.ts';
import type { ContentStart } from '../../../etl/sources/csv/read-content-start.ts';
import { HEAD_BYTES } from '../../../etl/sources/csv/survey-csv.ts';
import { decoderOf, guessEncoding, type TextEncoding } from '../../../etl/sources/csv/text-encoding.ts';

/** The start of a source as text. */
export interface PreviewText {
  readonly encoding: ImportPreview['encoding'];
  readonly text: string;
  /** As much of it as an import looks at for the header. */
  readonly head: string;
  readonly headIsWhole: boolean;
}

/** Decodes the start of a source, as chosen or as an import would guess if there were no more of it. */
export function previewText(start: ContentStart, chosen: TextEncoding | null): PreviewText {
  const encoding = chosen ?? guessed(start.bytes);
  return {
    encoding,
    text: decoderOf(encoding).decode(start.bytes, { stream: !start.isWhole }),
    head: decoderOf(encoding).decode(start.bytes.subarray(0, HEAD_BYTES)),
    headIsWhole: start.isWhole && start.bytes.length <= HEAD_BYTES,
  };
}

function guessed(bytes: Buffer): TextEncoding {
  const byStart = guessEncoding(bytes);
  if (byStart !== 'utf-8') return byStart;
  const surveyor = new LineSurveyor(',', 0);
  surveyor.add(bytes);
  surveyor.end();
  return surveyor.encoding;
}
