import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasDisplay, openFile } from './lib/open-file.mjs';
import { isBuildFresh } from './lib/freshness.mjs';
import { projectPath } from './lib/paths.mjs';
import { sampleFolder } from './lib/sample-folder.mjs';
import { runScript, say } from './lib/say.mjs';
import { runNode24, setUp } from './set-up.mjs';

const preset = 'january-2025';

/** Shows what Veriscope does with a month of sample data: makes it, imports it, reports on it. */
async function main() {
  const isHeadless = process.argv.includes('--headless') || !hasDisplay();
  await setUp();
  const built = isBuildFresh() ? 0 : await script('build.mjs');
  if (built !== 0) return built;

  const folder = sampleFolder();
  const workspace = join(folder, `${preset}.veriscope`);
  const report = join(folder, `${preset}.html`);
  mkdirSync(folder, { recursive: true });

  const csv = join(folder, `${preset}.csv`);
  const code =
    (await makeSample(csv)) ||
    (await veriscope('import', csv, '--workspace', workspace)) ||
    (await veriscope('report', '--workspace', workspace, '--out', report));
  if (code !== 0) return code;

  process.stdout.write(`\nReport:    ${report}\n           ${pathToFileURL(report).href}\nWorkspace: ${workspace}\n`);
  if (!isHeadless && !(await openFile(report))) say('The desktop has no program to open it with: open it yourself.');
  return 0;
}

/**
 * Writes the sample in a passing folder first: a file that is in its place is whole.
 * @param {string} csv
 */
async function makeSample(csv) {
  if (existsSync(csv)) return 0;
  const passing = mkdtempSync(join(dirname(csv), 'making-'));
  const partial = join(passing, basename(csv));
  const code = await veriscope('sample', '--preset', preset, '--out', partial);
  if (code === 0) renameSync(partial, csv);
  rmSync(passing, { recursive: true, force: true });
  return code;
}

async function veriscope(/** @type {string[]} */ ...args) {
  return (await runNode24([projectPath('bin', 'veriscope.mjs'), ...args])).code;
}

async function script(/** @type {string} */ name) {
  return (await runNode24([projectPath('scripts', name)])).code;
}

await runScript(main);
