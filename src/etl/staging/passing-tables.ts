/**
 * Tables that only an import in progress has. They live in a database of their own beside the lens, so that dropping
 * them gives the disk its space back.
 */
export const PASSING_DATABASE = 'passing';
/** Typed rows of the source, by ordinal (row id). */
export const INCOMING = `${PASSING_DATABASE}.incoming`;
/** Ordinals of incoming rows that are not loaded. */
export const EXCLUDED = `${PASSING_DATABASE}.excluded`;
/** Texts of a source that the careful reader has read. */
export const CAREFUL = `${PASSING_DATABASE}.careful`;
/** Staging rows on their way from the book to a lens that is made anew. */
export const REBUILT = `${PASSING_DATABASE}.rebuilt`;
