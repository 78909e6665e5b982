import { readFileSync, writeFileSync } from 'node:fs';
import { generatedPages } from './docs/generated-pages.ts';
import { projectPath } from './lib/paths.mjs';

// `npm run docs`: writes the generated pages of docs/. A test fails where they are not what this would write.
for (const { file, text } of generatedPages()) {
  const path = projectPath(file);
  if (currentText(path) === text) continue;
  writeFileSync(path, text);
  process.stdout.write(`wrote ${file}\n`);
}

function currentText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
