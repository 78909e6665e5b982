import type { AppError } from '../result.ts';

/** The answer to calls that an engine which is gone left open. */
export const ENGINE_STOPPED: AppError = {
  code: 'ENGINE_STOPPED',
  message: 'The engine stopped unexpectedly and is being started again.',
  hint: 'Nothing of your workspaces is lost; try again in a moment.',
};
