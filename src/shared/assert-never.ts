/** Closes a `kind` union: compiles only when every member was handled before. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
