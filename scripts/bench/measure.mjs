import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Measurement
 * @property {number} seconds wall time of the whole process
 * @property {number | null} peakMegabytes largest resident memory; null where the system does not tell
 * @property {string} output what it printed on stdout
 */

const POLL_MILLISECONDS = 10;

/**
 * Runs a command to its end and measures it from outside, start-up included.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<Measurement>}
 */
export function measure(command, args) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let complaints = '';
    /** @type {number | null} */
    let peak = null;
    const poll = setInterval(() => {
      peak = peakOf(child.pid) ?? peak;
    }, POLL_MILLISECONDS);
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (complaints += data));
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(poll);
      const seconds = (performance.now() - started) / 1000;
      if (code === 0) resolve({ seconds, peakMegabytes: peak, output });
      else reject(new Error(`${command} ended with ${code}: ${complaints}`));
    });
  });
}

/**
 * The kernel's own high-water mark, where there is one.
 * @param {number | undefined} pid
 */
function peakOf(pid) {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found ? (Number(found[1]) * 1024) / 1e6 : null;
  } catch {
    return null;
  }
}

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/**
 * The value that this share of the values does not exceed.
 * @param {number[]} values
 * @param {number} share
 */
export function quantile(values, share) {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
