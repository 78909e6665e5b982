import { AppException } from '../../src/shared/result.ts';
import { keepOpenAccess } from '../../src/main/engine/keep-open-access.ts';
import { ACCESS_PER_CALL } from '../../src/main/engine/workspace-access.ts';
import { createApp } from '../../src/main/app.ts';

/**
 * Reads workspaces in a process of its own, as a user who may write nowhere: `node reading-child.ts WORKSPACE…`. Prints a
 * line of JSON for each: what every way of reading it came to.
 */
if (process.getuid?.() === 0) {
  process.setgid?.(65_534);
  process.setuid?.(65_534);
}
const kept = keepOpenAccess();
for (const workspace of process.argv.slice(2)) {
  const told: unknown[] = [];
  for (const access of [ACCESS_PER_CALL, kept]) {
    for (const sealed of [false, true]) {
      const count = access.withLens(
        workspace,
        async (lens, book) => [
          ...(await lens.rows('SELECT count(*) AS n FROM transform')).map(({ n }) => n),
          book.prepare('SELECT count(*) FROM transform').pluck().get(),
        ],
        { sealed },
      );
      told.push(
        await count.catch((error: unknown) => (error instanceof AppException ? error.error.code : String(error))),
      );
    }
    const info = await createApp('0.0.0-test', { access }).invoke('workspace.info', { workspace });
    told.push(info.ok ? info.value.tables.staging : info.error.code);
  }
  const prepared = await createApp('0.0.0-test').invoke('workspace.prepare', { workspace });
  told.push(prepared.ok ? prepared.value.rebuilt : prepared.error.code);
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
await kept.dispose();
