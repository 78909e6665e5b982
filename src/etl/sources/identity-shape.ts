import { isIP } from 'node:net';

/** What a value that is no pseudonym looks like. */
export type IdentityShape = 'email' | 'phone' | 'ip-address' | 'uuid' | 'document-number' | 'person-name';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;
const UUID = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
/** A raw process id is a document number and the time at which the process began. */
const PROCESS_TIME = /^(.+)_\d{4}-\d\d-\d\d[_T ]\d\d:\d\d(:\d\d)?.*$/;
const ISO_DATE = /^\d{4}-\d\d-\d\d/;

/** With the country's code, or with the signs that only telephone numbers have. */
const PHONE = /^(?:\+|00)[\d\s().-]+$|^\(\d{1,4}\)[\d\s.-]+$|^3\d{2}[\s.-]\d{3}[\s.-]?\d{4}$|^3\d{9}$/;
const PHONE_DIGITS = { least: 7, most: 15 };

/** Up to eleven digits, as documents have them from Colombia's to Brazil's; fewer than six are somebody's own numbering. */
const DOCUMENT_DIGITS = { least: 6, most: 11 };
const GROUPED_DIGITS = /^\d[\d.\s]*\d(?:-[\dkK])?$/;
/** A kind of document before its number. */
const DOCUMENT_WITH_KIND =
  /^(?:c\.?c|t\.?i|c\.?e|n\.?i\.?t|dni|nie|nuip|rut|run|cpf|curp|ppt|pep|pasaporte|passport)[.:#\s-]*\d[\d.\s-]{4,}$/i;
/** Spain's two, a passport's, Mexico's. */
const DOCUMENT_WITH_LETTERS =
  /^(?:\d{8}[A-Z]|[XYZ]\d{7}[A-Z]|[A-Z]{1,2}[1-9]\d{5,8}|[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d)$/;

const NAME_WORD = String.raw`\p{Lu}(?:[\p{L}\p{M}]+|['’]\p{L}[\p{L}\p{M}]*)(?:[-'’][\p{L}\p{M}]+)*\.?`;
const LINKING_WORD = '(?:de|del|la|las|los|da|das|do|dos|di|van|von|der|y|e)';
const PERSON_NAME = new RegExp(
  String.raw`^${NAME_WORD}(?:,?\s+(?:${LINKING_WORD}|${NAME_WORD}|\p{Lu}\.)){0,5},?\s+${NAME_WORD}$`,
  'u',
);
/** Words that stand for nobody in particular. */
const NOBODY =
  /\b(?:anonymous|anonymized|anonymised|an[oó]nim[oa]|client|cliente|convenio|documento|empty|error|missing|no|none|not|null|person|persona|process|proceso|pseudonym|redacted|sin|test|unknown|user|usuario|desconocid[oa])\b/iu;

const digitsOf = (text: string): number => text.match(/\d/g)?.length ?? 0;
const within = (count: number, { least, most }: { least: number; most: number }): boolean =>
  count >= least && count <= most;

/**
 * What real identity a value in a column of pseudonyms looks like, or null. Pseudonyms are names with a number
 * (`documento_12`) or hashes; a plain number counts as a document's number where it is long enough for one.
 */
export function identityShape(written: string): IdentityShape | null {
  // Programs that take a number for a measure write 1020304050.0.
  const text = written.trim().replace(/^(\d+)\.0$/, '$1');
  if (EMAIL.test(text)) return 'email';
  if (UUID.test(text)) return 'uuid';
  if (isIP(text) !== 0) return 'ip-address';
  const person = PROCESS_TIME.exec(text)?.[1];
  if (person !== undefined) return identityShape(person) ?? 'document-number';
  if (ISO_DATE.test(text)) return null;
  if (PHONE.test(text) && within(digitsOf(text), PHONE_DIGITS)) return 'phone';
  if (isDocumentNumber(text)) return 'document-number';
  return PERSON_NAME.test(text) && !NOBODY.test(text) ? 'person-name' : null;
}

function isDocumentNumber(text: string): boolean {
  if (DOCUMENT_WITH_KIND.test(text) || DOCUMENT_WITH_LETTERS.test(text)) return true;
  return GROUPED_DIGITS.test(text) && within(digitsOf(text), DOCUMENT_DIGITS);
}

const MASK = '••••';

/** A value of which only the first character and the signs between its parts are left: `j••••@••••`. */
export function maskedIdentity(written: string): string {
  const text = written.trim();
  const first = /^[\p{L}\p{N}]\p{M}*/u.exec(text)?.[0] ?? '';
  const masked = (part: string): string => part.replaceAll(/[\p{L}\p{M}\p{N}]+/gu, MASK);
  if (EMAIL.test(text)) return `${first}${MASK}@${MASK}`;
  return `${first}${masked(text)}`.slice(0, 60);
}
