import { app } from 'electron';
import type { Settings } from '../../../shared/contract/settings.ts';
import { LANGUAGES, type Language } from '../../../shared/language.ts';

/** The language for a setting: as chosen, or the first of the computer's that the product speaks. */
export function hostLanguage(
  setting: Settings['language'],
  computer: readonly string[] = app.getPreferredSystemLanguages(),
): Language {
  if (setting !== 'system') return setting;
  const known = computer.map((tag) => LANGUAGES.find((language) => tag.toLowerCase().split(/[-_]/)[0] === language));
  return known.find((language) => language !== undefined) ?? 'en';
}
