import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [quiet] keep the output instead of showing it
 * @property {boolean} [shell] let the system's shell find the command
 */

/**
 * @typedef {object} RunResult
 * @property {number} code exit code; 128 + n for a child killed by signal n; 127 when it could not be started
 * @property {string} output what a quiet child wrote
 */

/**
 * The exit code a shell would report for a child that ended.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCodeOf(code, signal) {
  if (signal) return 128 + (constants.signals[signal] ?? 0);
  return code ?? 1;
}

/**
 * Passes SIGINT, SIGTERM and SIGHUP on to a child and keeps the parent alive until the child has ended.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} stops passing them on
 */
export function forwardSignals(child) {
  // A terminal sends Ctrl-C to the whole process group, so the child has it already.
  const hasTerminal = [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY);
  const interrupt = () => void (hasTerminal || child.kill('SIGINT'));
  const terminate = () => void child.kill('SIGTERM');
  const hangUp = () => void child.kill('SIGHUP');
  process.on('SIGINT', interrupt).on('SIGTERM', terminate).on('SIGHUP', hangUp);
  return () => void process.off('SIGINT', interrupt).off('SIGTERM', terminate).off('SIGHUP', hangUp);
}

/**
 * Runs a command to its end and never throws.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, { cwd, env, quiet = false, shell = false } = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { cwd, env, shell, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    const stopForwarding = forwardSignals(child);
    const keep = (/** @type {Buffer} */ chunk) => void (output += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => {
      stopForwarding();
      resolve({ code: 127, output: `${output}${error.message}\n` });
    });
    child.once('close', (code, signal) => {
      stopForwarding();
      resolve({ code: exitCodeOf(code, signal), output });
    });
  });
}
