/**
 * Tables that only an import or a rebuild in progress has. They live in a database of their own beside the lens, so that
 * dropping them gives the disk its space back.
 */
export const PASSING_DATABASE = 'passing';
/** Texts of a source that the careful reader has read. */
export const CAREFUL = `${PASSING_DATABASE}.careful`;
/** Staging rows on their way from the book to a lens that is made anew. */
export const REBUILT = `${PASSING_DATABASE}.rebuilt`;
