import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
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
})
