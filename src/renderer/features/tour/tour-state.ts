import { create } from 'zustand';

/** Whether the introduction was asked for again since this window opened. */
export const useTourAsked = create<{ readonly isAsked: boolean }>(() => ({ isAsked: false }));
