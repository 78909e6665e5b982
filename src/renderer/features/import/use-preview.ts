import { useDebouncedValue } from '@mantine/hooks';
import type { ImportPreview, ReadingChoice } from '../../../shared/contract/preview.ts';
import { useCall } from '../../client/use-call.ts';
import type { CallFailure } from '../../client/value-of.ts';

/** Milliseconds without a further change after which the file is looked at again. */
const SETTLED = 250;

/** How a file would be read, and whether a newer answer is on its way. */
export interface PreviewState {
  /** The last answer, until the next one is there. */
  readonly preview: ImportPreview | undefined;
  readonly failure: CallFailure | null;
  readonly isUpdating: boolean;
  /** Looks at the file again, which may have been changed meanwhile. */
  readonly readAgain: () => void;
}

/** The preview of a file for a reading that a person is still changing. */
export function usePreview(file: string, reading: ReadingChoice): PreviewState {
  const [settled] = useDebouncedValue(reading, SETTLED);
  const { data, error, isFetching, refetch } = useCall(
    'import.preview',
    { file, reading: settled },
    { keepPrevious: true },
  );
  return {
    preview: error === null ? data : undefined,
    failure: error,
    isUpdating: isFetching || settled !== reading,
    readAgain: () => void refetch(),
  };
}
