import { workspacePaths } from '../../src/main/engine/workspace.ts';
import { tryWriterLock } from '../../src/main/engine/writing/writer-lock.ts';

/** Takes the writer's lock of a workspace in a process of its own until it is killed: `node lock-child.ts WORKSPACE`. */
const [workspace = ''] = process.argv.slice(2);
const lock = tryWriterLock(workspacePaths(workspace), 'import');
process.stdout.write(`${lock.kind}\n`);
setInterval(() => lock, 1000);
