import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** Each becomes `dist/node/NAME.js`; a worker thread is started from there by `new URL('./NAME.js', import.meta.url)`. */
const entries = {
  veriscope: 'src/cli/main.ts',
  'book-writer-thread': 'src/main/engine/book/book-writer-thread.ts',
  'engine-process': 'src/main/process/engine-process.ts',
  'engine-utility': 'src/main/process/engine-utility.ts',
  'job-thread': 'src/main/process/job-thread.ts',
};

/** Pure JavaScript that loads faster as part of the bundle; every other dependency stays outside it. */
const bundled = ['@msgpack/msgpack', 'commander', 'echarts', 'pure-rand', 'tslib', 'ws', 'zod', 'zrender'];

const existing = Object.entries(entries)
  .map(([name, file]) => [name, resolve(import.meta.dirname, file)] as const)
  .filter(([, file]) => existsSync(file));

export default defineConfig({
  publicDir: false,
  plugins: [keepLazy('echarts', 'zrender')],
  ssr: { target: 'node', noExternal: bundled, external: ['@duckdb/node-api', 'better-sqlite3'] },
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist/node',
    emptyOutDir: false,
    sourcemap: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: Object.fromEntries(existing),
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

/** Fails the build when a command would load one of these packages at start-up, instead of by a dynamic import. */
function keepLazy(...packages: string[]): Plugin {
  return {
    name: 'veriscope:keep-lazy',
    generateBundle(_options, bundle) {
      const seen = new Set<string>();
      const visit = (fileName: string): void => {
        const chunk = bundle[fileName];
        if (chunk?.type !== 'chunk' || seen.has(fileName)) return;
        seen.add(fileName);
        const heavy = packages.find((name) => chunk.moduleIds.some((id) => id.includes(`/node_modules/${name}/`)));
        if (heavy) this.error(`${heavy} would load at start-up: reach it through a dynamic import() only`);
        chunk.imports.forEach(visit);
      };
      for (const [fileName, chunk] of Object.entries(bundle)) {
        if (chunk.type === 'chunk' && chunk.isEntry) visit(fileName);
      }
    },
  };
}
