import { CALLS, type CallName } from '../../shared/contract/calls.ts';
import { err } from '../../shared/result.ts';
import type { App } from '../app.ts';
import type { Answerer } from './serve-calls.ts';

/** Answers the calls of the engine by its app, which checks each request by its schema. */
export function appAnswerer(app: App): Answerer {
  return (name, request, options) =>
    isCallName(name)
      ? app.invoke(name, request as never, options)
      : Promise.resolve(err('USAGE', 'There is no call of this name.', 'See the list of calls in the documentation.'));
}

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(CALLS, name);
}
