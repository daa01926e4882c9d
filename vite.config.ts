import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

const app: UserConfig = {
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    // The floor that docs/how-to-run.md states and public/old-browser.js asks for.
    target: ['chrome111', 'edge111', 'firefox115', 'safari16.4'],
    emptyOutDir: true,
    // Fonts stay files of their own: the content security policy allows no data: fonts, and they cache for good.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4680' } },
}

/** The page that checks proof files: one program without modules, which tools/build.mjs puts into one HTML file. */
const verifier: UserConfig = {
  root: 'src/web',
  publicDir: false,
  build: {
    ...app.build,
    lib: { entry: 'verifier/verify.ts', formats: ['iife'], name: 'verifier', fileName: () => 'verify.js' },
  },
}

export default defineConfig(({ mode }) => (mode === 'verifier' ? verifier : app))
