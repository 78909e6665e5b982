import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../../scripts/lib/paths.mjs';

const below = (folder: string): readonly string[] =>
  readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...below('docs')];

const read = (file: string): string => readFileSync(projectPath(file), 'utf8');
const withoutCode = (markdown: string): string =>
  markdown.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, 'code');

/** The anchors that GitHub makes of headings. */
function anchors(markdown: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, heading = ''] of markdown.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/^#{1,6} (.*)$/gm)) {
    const plain = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = plain.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(/\s/g, '-');
    let unique = anchor;
    for (let count = 1; found.has(unique); count += 1) unique = `${anchor}-${count}`;
    found.add(unique);
  }
  return found;
}

describe.each(DOCUMENTS)('%s', (file) => {
  const targets = [...withoutCode(read(file)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);

  it('links to what is there', () => {
    const broken = targets.filter((target) => {
      if (target.startsWith('https://')) return false;
      const [path = '', anchor] = target.split('#');
      const place = path === '' ? file : normalize(join(dirname(file), path));
      if (place.startsWith('..') || !existsSync(projectPath(place))) return true;
      return anchor !== undefined && !anchors(read(place)).has(anchor);
    });
    expect(broken).toEqual([]);
  });

  it("names no place on the writer's computer", () => {
    expect(read(file)).not.toMatch(/(^|[\s"'`(])\/(home|root|tmp|Users)\//m);
  });
});
