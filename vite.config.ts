import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown, type UserConfig } from 'vite'

/** What opens at a door without a signal (src/web/service-worker.js): this page, and all that its code asks for. */
const offlinePage = { path: '/inspect', module: 'pages/inspect/inspect-page.tsx' }
const ownFiles = ['/old-browser.js', '/manifest.webmanifest', '/icons/mark-192.png']

function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one): one is Rolldown.OutputChunk => one.type === 'chunk')
      const roots = chunks.filter(
        ({ isEntry, facadeModuleId }) => isEntry || facadeModuleId?.endsWith(offlinePage.module) === true,
      )
      const needed = new Set<string>()
      const add = (fileName: string): void => {
        if (needed.has(fileName)) return
        needed.add(fileName)
        const chunk = chunks.find((one) => one.fileName === fileName)
        for (const name of chunk?.imports ?? []) add(name)
        for (const name of chunk?.viteMetadata?.importedCss ?? []) needed.add(name)
        for (const name of chunk?.viteMetadata?.importedAssets ?? []) if (name.endsWith('.svg')) needed.add(name)
      }
      for (const { fileName } of roots) add(fileName)
      const files = [offlinePage.path, ...ownFiles, ...[...needed].map((name) => `/${name}`)].toSorted()
      const source = readFileSync('src/web/service-worker.js', 'utf8')
      // Names with a hash say what is in them; the content of the others counts for itself.
      const version = createHash('sha256').update(files.join('\n')).update(source)
      for (const name of ['src/web/index.html', ...ownFiles.map((file) => `src/web/public${file}`)])
        version.update(readFileSync(name))
      this.emitFile({
        type: 'asset',
        fileName: 'service-worker.js',
        source: source
          .replace('__VERSION__', version.digest('hex').slice(0, 16))
          .replace('__FILES__', JSON.stringify(files)),
      })
    },
  }
}

const app: UserConfig = {
  root: 'src/web',
  plugins: [react(), serviceWorker()],
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
