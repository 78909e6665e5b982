import { execFileSync } from 'node:child_process';
import type { RunningHost } from './running-host.ts';

/** The process of a host's engine; null while there is none. */
export function enginePid({ process: host }: RunningHost): number | null {
  try {
    const [line = ''] = execFileSync('pgrep', ['-P', String(host.pid)], { encoding: 'utf8' })
      .trim()
      .split('\n');
    return line === '' ? null : Number(line);
  } catch {
    // It found none.
    return null;
  }
}

/** Kills the engine as the system does when it runs out of memory. */
export function killEngine(host: RunningHost): number {
  const pid = enginePid(host);
  if (pid === null) throw new Error('the host has no engine');
  process.kill(pid, 'SIGKILL');
  return pid;
}
