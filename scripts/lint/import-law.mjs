import { relative, sep } from 'node:path';
import { judgeFileName, judgeImport } from './judge-import.mjs';

/** @typedef {Record<string, any>} SyntaxNode */
/** @typedef {{ cwd: string, filename: string, report: (finding: { node: SyntaxNode, message: string }) => void }} Context */

const onlyImports = {
  meta: { type: 'problem', docs: { description: 'Folders import each other only as the import law allows' } },
  /** @param {Context} context */
  create(context) {
    const file = pathInProject(context);
    const judge = (/** @type {SyntaxNode} */ node, /** @type {string} */ specifier) => {
      const message = judgeImport(file, specifier);
      if (message) context.report({ node, message });
    };
    const judgeSource = (/** @type {SyntaxNode} */ node) => {
      const specifier = literalOf(node['source'] ?? node['argument']);
      if (specifier !== undefined) judge(node, specifier);
    };
    return {
      ImportDeclaration: judgeSource,
      ExportAllDeclaration: judgeSource,
      ExportNamedDeclaration: judgeSource,
      TSImportType: judgeSource,
      /** @param {SyntaxNode} node */
      ImportExpression(node) {
        if (literalOf(node['source']) !== undefined) judgeSource(node);
        else if (file.startsWith('src/')) context.report({ node, message: 'import() needs a literal path here' });
      },
      /** @param {SyntaxNode} node */
      CallExpression(node) {
        const specifier = node['callee'].name === 'require' ? literalOf(node['arguments'][0]) : undefined;
        if (specifier !== undefined) judge(node, specifier);
      },
    };
  },
};

const onlyKebabCase = {
  meta: { type: 'problem', docs: { description: 'Source files are TypeScript and named in kebab-case' } },
  /** @param {Context} context */
  create(context) {
    return {
      /** @param {SyntaxNode} node */
      Program(node) {
        const message = judgeFileName(pathInProject(context));
        if (message) context.report({ node, message });
      },
    };
  },
};

/** @param {Context} context */
function pathInProject({ cwd, filename }) {
  return relative(cwd, filename).split(sep).join('/');
}

/**
 * @param {SyntaxNode | null | undefined} node
 * @returns {string | undefined} the text of a string, or of a template without gaps
 */
function literalOf(node) {
  if (node?.['type'] === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node?.['type'] === 'TSLiteralType') return literalOf(node['literal']);
  if (node?.['type'] === 'TemplateLiteral' && node['expressions'].length === 0) return node['quasis'][0].value.cooked;
  return undefined;
}

export default {
  meta: { name: 'veriscope' },
  rules: { 'import-law': onlyImports, 'file-name': onlyKebabCase },
};
