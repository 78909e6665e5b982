import { fastSteps, runSteps } from './lib/gate.mjs';
import { runScript } from './lib/say.mjs';
import { setUp } from './set-up.mjs';

await runScript(async () => {
  await setUp();
  return runSteps(fastSteps);
});
