/** A tag of a page, with its attributes as written. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a page consists of. Parsing it fails where it is not well-formed. */
export interface ParsedPage {
  readonly tags: readonly Tag[];
  /** All text between tags, without style sheets. */
  readonly text: string;
}

const VOID = new Set(['meta', 'link', 'br', 'wbr', 'img', 'input', 'hr']);
const ENTITY = /&(?:amp|lt|gt|quot|#39);/g;
const PLAIN: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

const decode = (text: string): string => text.replaceAll(ENTITY, (entity) => PLAIN[entity] ?? entity);

function attributesOf(source: string): Readonly<Record<string, string>> {
  const rest = source.replaceAll(/\s+([\w-]+)(?:="([^"<]*)")?/g, '');
  if (rest.trim() !== '') throw new Error(`attributes cannot be read: ${source}`);
  return Object.fromEntries(
    [...source.matchAll(/\s+([\w-]+)(?:="([^"<]*)")?/g)].map(([, name = '', value = '']) => [name, decode(value)]),
  );
}

/** Reads a page as strictly as XML wants it: every tag closed in order, attributes in double quotes, no bare `<` or `&`. */
export function parsePage(html: string): ParsedPage {
  const open: string[] = [];
  const tags: Tag[] = [];
  const texts: string[] = [];
  const pieces = html.replace(/^<!doctype html>\s*/, '').replace(/<style>[^<]*<\/style>/, '');
  for (const [, text = '', tag] of pieces.matchAll(/([^<]*)(<[^>]*>|$)/g)) {
    if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text)) throw new Error(`bare & in: ${text}`);
    if (text.includes('>')) throw new Error(`bare > in: ${text}`);
    texts.push(decode(text));
    if (tag === undefined || tag === '') continue;
    const [, closing, name = '', attributes = '', selfClosing] =
      /^<(\/?)([a-z][a-z0-9]*)((?:\s+[\w-]+(?:="[^"<]*")?)*)\s*(\/?)>$/i.exec(tag) ?? [];
    if (name === '') throw new Error(`tag cannot be read: ${tag}`);
    if (closing === '/') {
      if (open.pop() !== name) throw new Error(`${tag} closes another tag`);
      continue;
    }
    tags.push({ name, attributes: attributesOf(attributes) });
    if (selfClosing !== '/' && !VOID.has(name)) open.push(name);
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(', ')}`);
  return { tags, text: texts.join('') };
}
