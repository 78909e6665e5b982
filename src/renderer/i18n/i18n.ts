import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, type Language } from '../../shared/language.ts';

/** The window's translator. Texts are added by the features that use them. */
export const translator: i18n = createInstance();

await translator.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  supportedLngs: [...LANGUAGES],
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  returnNull: false,
});

/** The language for a setting: as chosen, or the first of the computer's that the product speaks. */
export function languageFor(setting: Language | 'system', computer: readonly string[] = navigator.languages): Language {
  if (setting !== 'system') return setting;
  const known = computer.map((tag) => LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language));
  return known.find((language) => language !== undefined) ?? 'en';
}
