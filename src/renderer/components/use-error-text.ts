import { useCallback } from 'react';
import type { AppError } from '../../shared/result.ts';
import { useConnection } from '../client/connection.ts';
import { errorText, type ErrorText } from '../i18n/error-words.ts';
import { useLanguage } from '../i18n/use-words.ts';

/** Says failures in the window's language; of an engine that stopped, what has become of it since. */
export function useErrorText(): (error: AppError) => ErrorText {
  const language = useLanguage();
  const engine = useConnection((connection) => connection.engine);
  return useCallback((error) => errorText(error, language, engine), [language, engine]);
}
