import { create } from 'zustand';
import type { PreparationControl } from './use-preparation.ts';

/** The preparation of the workspace that this window shows, for the status line; null where none is open. */
export const useOpenPreparation = create<{ readonly control: PreparationControl | null }>(() => ({ control: null }));
