import { fastSteps, runSteps, testStep } from './lib/gate.mjs';
import { runScript } from './lib/say.mjs';
import { ensureSystemPeers } from './lib/system-peers.mjs';
import { setUp } from './set-up.mjs';

await runScript(async () => {
  await setUp();
  await ensureSystemPeers();
  return runSteps([...fastSteps, testStep(process.argv.slice(2))]);
});
