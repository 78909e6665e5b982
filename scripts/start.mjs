import { projectPath } from './lib/paths.mjs';
import { runScript } from './lib/say.mjs';
import { runNode24, setUp } from './set-up.mjs';

/**
 * Opens the application: sets the checkout up where that is due, builds what is out of date, then does what
 * `veriscope open` does. What follows `npm start --` goes there: a workspace or a CSV file, `--headless`.
 */
async function main() {
  await setUp();
  // npm changes to the project's folder; paths are meant from where it was called.
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  return (await runNode24([projectPath('bin', 'veriscope.mjs'), 'open', ...process.argv.slice(2)], { cwd })).code;
}

await runScript(main);
