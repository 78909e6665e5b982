import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The preload script: in a sandbox it must be one CommonJS file that requires nothing but `electron`. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  ssr: { target: 'webworker', noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    target: 'chrome140',
    outDir: resolve(import.meta.dirname, 'dist/preload'),
    emptyOutDir: false,
    sourcemap: false,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { preload: resolve(import.meta.dirname, 'src/preload/preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
});
