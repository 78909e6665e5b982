/** The languages of the user interface, the report and the model card. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language. */
export type LocalizedText = Readonly<Record<Language, string>>;
