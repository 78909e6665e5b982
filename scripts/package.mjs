import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRunningNode24, projectPath } from './lib/paths.mjs';
import { runScript } from './lib/say.mjs';
import { runNode24, setUp } from './set-up.mjs';

/** Where the bundles stand that are packed; `electron-builder.yml` takes them from there. */
const packingFolder = projectPath('dist', 'packing');
/** What the application runs of the bundles of `vite.config.ts`; the rest is the command line and the web host. */
const enginePrograms = ['engine-utility', 'job-thread', 'book-writer-thread'];

/** Builds what is packed, and nothing else: no source maps, no files of an earlier build. */
export async function buildForPacking() {
  rmSync(packingFolder, { recursive: true, force: true });
  await bundle('vite.config.ts', 'node', '', enginePrograms);
  await bundle('vite.electron.config.ts', 'electron', '');
  await bundle('vite.preload.config.ts', 'preload', '');
  await bundle('vite.renderer.config.ts', 'renderer', 'src/renderer');
}

/**
 * @param {string} configFile
 * @param {string} folder
 * @param {string} root
 * @param {string[]} [programs] the only entries to build
 */
async function bundle(configFile, folder, root, programs) {
  const { build, loadConfigFromFile } = await import('vite');
  const environment = { command: /** @type {const} */ ('build'), mode: 'production' };
  const loaded = await loadConfigFromFile(
    environment,
    projectPath(configFile),
    undefined,
    'silent',
    undefined,
    'native',
  );
  if (!loaded) throw new Error(`${configFile} cannot be read`);
  const { config } = loaded;
  const input = config.build?.rolldownOptions?.input;
  if (programs && typeof input === 'object' && !Array.isArray(input))
    for (const name of Object.keys(input)) if (!programs.includes(name)) delete input[name];
  await build({
    ...config,
    configFile: false,
    root: projectPath(root),
    logLevel: 'warn',
    build: { ...config.build, outDir: join(packingFolder, folder), emptyOutDir: true, sourcemap: false },
  });
}

/** Packs the application for this computer. Arguments go to electron-builder: `npm run package -- --linux deb`. */
async function main() {
  if (!isRunningNode24()) {
    await setUp();
    return (await runNode24([fileURLToPath(import.meta.url), ...process.argv.slice(2)])).code;
  }
  await buildForPacking();
  const builder = projectPath('node_modules', 'electron-builder', 'cli.js');
  return (await runNode24([builder, '--config', 'electron-builder.yml', ...process.argv.slice(2)])).code;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await runScript(main);
