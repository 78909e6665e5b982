#!/usr/bin/env node
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundlePath, isBuildFresh } from '../scripts/lib/freshness.mjs';
import { findNode24, isRunningNode24 } from '../scripts/lib/paths.mjs';

/** Only a window needs the window, and what shows it. @type {import('../scripts/lib/freshness.mjs').PartName[]} */
const parts = process.argv[2] === 'open' ? ['node', 'window', 'electron', 'preload'] : ['node'];

if (!isRunningNode24()) process.exitCode = await runAgainUnderNode24();
else if (await isReady()) await import(pathToFileURL(bundlePath).href);
else process.exitCode = 1;

async function runAgainUnderNode24() {
  const { run } = await import('../scripts/lib/child.mjs');
  const node24 = findNode24();
  if (node24) return (await run(node24, [fileURLToPath(import.meta.url), ...process.argv.slice(2)])).code;
  tell(`Veriscope runs on Node.js 24 or newer (this is ${process.versions.node}).`);
  tell('Install that, or run `npm install` in the folder of Veriscope, which brings it along.');
  return 1;
}

async function isReady() {
  if (parts.every(isBuildFresh)) return true;
  tell('Building Veriscope ...');
  try {
    const { buildIfStale } = await import('../scripts/build.mjs');
    await buildIfStale(parts);
    return true;
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    tell('The build failed. If a package is missing, run `npm install`; else see the message above.');
    return false;
  }
}

/** @param {string} message */
function tell(message) {
  process.stderr.write(`${message}\n`);
}
