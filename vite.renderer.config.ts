import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window: static files for both hosts. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'src/renderer'),
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    target: 'chrome140',
    outDir: resolve(import.meta.dirname, 'dist/renderer'),
    emptyOutDir: true,
    sourcemap: false,
    // Everything comes from this computer: larger files cost nothing, more of them do.
    chunkSizeWarningLimit: 4000,
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      // What the first page needs comes as one file in place of dozens: the window waits for the last of them.
      output: { codeSplitting: { groups: [{ name: 'window', tags: ['$initial'] }] } },
    },
  },
});
