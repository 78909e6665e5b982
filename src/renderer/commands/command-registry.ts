import { useEffect } from 'react';
import { create } from 'zustand';
import type { Command } from './command.ts';

interface Registry {
  readonly commands: ReadonlyMap<string, Command>;
}

/** The commands that can be run now: each page adds its own while it is shown. */
export const useRegistry = create<Registry>(() => ({ commands: new Map() }));

/** Offers commands while the component is there; of two with one id, the later counts. Pass a memoised list. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    useRegistry.setState(({ commands: known }) => ({
      commands: new Map([...known, ...commands.map((command) => [command.id, command] as const)]),
    }));
    return () => {
      useRegistry.setState(({ commands: known }) => ({
        commands: new Map([...known].filter(([, command]) => !commands.includes(command))),
      }));
    };
  }, [commands]);
}

/** Runs a command by its id; false where it is not offered now. */
export function runCommand(id: string): boolean {
  const command = useRegistry.getState().commands.get(id);
  command?.run();
  return command !== undefined;
}
