import { projectPath } from './lib/paths.mjs';
import { runScript } from './lib/say.mjs';
import { runNode24, setUp } from './set-up.mjs';

// npm run bench -- NAME …: set up, build, and measure with Node.js 24. What can be measured stands in scripts/bench/.
await runScript(async () => {
  await setUp();
  const [name = 'import', ...options] = process.argv.slice(2);
  const built = await runNode24([projectPath('scripts', 'build.mjs')], { quiet: true });
  if (built.code !== 0) return built.code;
  return (await runNode24([projectPath('scripts', 'bench', `${name}-bench.mjs`), ...options])).code;
});
