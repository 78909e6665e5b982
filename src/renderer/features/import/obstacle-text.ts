import { EXIT_CODE_BY_ERROR, type ErrorCode } from '../../../shared/error-codes.ts';
import type { Language } from '../../../shared/language.ts';
import type { ImportPreview } from '../../../shared/contract/preview.ts';
import type { AppError } from '../../../shared/result.ts';
import { errorText, type ErrorText } from '../../i18n/error-words.ts';
import { OBSTACLE_PARTS_ES, obstacleWords, type ObstacleKey } from './obstacle-words.ts';

type Obstacle = NonNullable<ImportPreview['obstacle']>;

const isErrorCode = (code: string): code is ErrorCode => code in EXIT_CODE_BY_ERROR;

/** What stands in the way of an import, as any other failure. */
export function obstacleError({ code, message, hint }: Obstacle): AppError {
  return { code: isErrorCode(code) ? code : 'INTERNAL', message, hint };
}

/** What stands in the way of an import, in the window's language and as exactly as the engine says it. */
export function obstacleText(obstacle: Obstacle, language: Language): ErrorText {
  const general = errorText(obstacleError(obstacle), language);
  if (language === 'en') return general;
  const title = inSpanish(obstacle.message);
  return title === null ? general : { title, detail: null, hint: inSpanish(obstacle.hint) ?? general.hint };
}

/** One of the engine's sentences in Spanish; null for one that is not known. */
function inSpanish(sentence: string): string | null {
  for (const { key, pattern } of PATTERNS) {
    const found = pattern.exec(sentence);
    if (found !== null)
      return obstacleWords.texts.es[key].replaceAll(VALUE, (_, name: string) =>
        spanishPart(found.groups?.[name] ?? ''),
      );
  }
  return null;
}

const VALUE = /\{\{(\w+)\}\}/g;

const PATTERNS = Object.entries(obstacleWords.texts.en).map(([key, text]) => ({
  key: key as ObstacleKey,
  pattern: new RegExp(`^${text.split(VALUE).map(partOfPattern).join('')}$`, 's'),
}));

/** Splitting by {@link VALUE} leaves what is written at even places and the names of values at odd ones. */
function partOfPattern(part: string, place: number): string {
  return place % 2 === 1 ? `(?<${part}>.*)` : part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}

function spanishPart(part: string): string {
  return OBSTACLE_PARTS_ES.reduce((text, [english, spanish]) => text.replace(english, spanish), part);
}
