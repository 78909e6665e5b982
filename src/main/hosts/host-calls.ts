import type { z } from 'zod';
import { HOST_CALLS } from '../../shared/contract/host-calls.ts';
import { AppException, err, ok, type Result } from '../../shared/result.ts';
import type { Answerer } from '../rpc/serve-calls.ts';

export type HostCallName = keyof typeof HOST_CALLS;
export type HostRequest<Name extends HostCallName> = z.output<(typeof HOST_CALLS)[Name]['request']>;
export type HostAnswer<Name extends HostCallName> = z.output<(typeof HOST_CALLS)[Name]['answer']>;

/** A handler for every call that a host answers itself; may throw an `AppException`. */
export type HostHandlers = {
  readonly [Name in HostCallName]: (
    request: HostRequest<Name>,
    signal: AbortSignal,
  ) => HostAnswer<Name> | Promise<HostAnswer<Name>>;
};

/** Checks requests by their schemas and answers them with the handlers. */
export function hostAnswerer(handlers: HostHandlers): Answerer {
  return async (name, request, { signal }) => {
    if (!isHostCall(name))
      return err('USAGE', 'There is no call of this name.', 'See the list of calls in the documentation.');
    const parsed = HOST_CALLS[name].request.safeParse(request);
    if (!parsed.success) return err('USAGE', 'The request is not valid.', 'Load the window again.');
    return answered(() => (handlers[name] as (given: unknown, signal: AbortSignal) => unknown)(parsed.data, signal));
  };
}

async function answered(handle: () => unknown): Promise<Result<unknown>> {
  try {
    return ok(await handle());
  } catch (error) {
    if (error instanceof AppException) return error.toErr();
    const kind = error instanceof Error ? error.name : typeof error;
    return err('INTERNAL', `Something failed that should not (${kind}).`, 'Try again.');
  }
}

function isHostCall(name: string): name is HostCallName {
  return Object.hasOwn(HOST_CALLS, name);
}
