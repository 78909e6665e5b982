import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** Electron's main process. The engine, which it starts, is among the bundles of `vite.config.ts`. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  ssr: { target: 'node', noExternal: true, external: ['electron', '@duckdb/node-api', 'better-sqlite3'] },
  build: {
    ssr: true,
    target: 'node24',
    outDir: resolve(import.meta.dirname, 'dist/electron'),
    emptyOutDir: false,
    sourcemap: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { main: resolve(import.meta.dirname, 'src/main/hosts/electron/main.ts') },
      output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
});
