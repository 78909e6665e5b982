/** How many rows of an answer may be shown, to choose from. */
export const ROW_LIMITS = [100, 1000, 10_000, 100_000] as const;
export const DEFAULT_LIMIT = 10_000;
