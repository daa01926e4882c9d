import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { MiddlewareHandler } from 'hono'

const mimeTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/**
 * Serves the built web app: files under /assets bear a hash of their content in their names and are kept for good,
 * everything else is asked for anew; a path that is no file is a page of the app and gets index.html.
 */
export function webFiles(folder: string): MiddlewareHandler {
  const files = listFiles(folder)
  const index = readFileSync(join(folder, 'index.html'))
  const indexTag = `"${createHash('sha256').update(index).digest('base64url').slice(0, 22)}"`
  return async (context, next) => {
    const path = decodePath(new URL(context.req.url).pathname)
    if (
      (context.req.method !== 'GET' && context.req.method !== 'HEAD') ||
      path === null ||
      path.startsWith('/api/')
    )
      return next()
    if (path !== '/index.html' && files.has(path)) {
      const content = await readFile(join(folder, path)).catch(() => null)
      if (content === null) return context.text('文件已更新，请刷新页面。', 404)
      context.header('Content-Type', mimeTypes[extname(path)] ?? 'application/octet-stream')
      context.header(
        'Cache-Control',
        path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
      return context.body(new Uint8Array(content))
    }
    // A missing script must not come back as a page: the browser would report nonsense.
    if (path.startsWith('/assets/') || /\.[a-z\d]{1,5}$/.test(path)) {
      if (path !== '/index.html') return context.text('没有这个文件。', 404)
    }
    context.header('Content-Type', 'text/html; charset=utf-8')
    context.header('Cache-Control', 'no-cache')
    context.header('ETag', indexTag)
    if (context.req.header('If-None-Match') === indexTag) return context.body(null, 304)
    return context.body(new Uint8Array(index))
  }
}

/** Paths as the browser asks for them; only these are ever read, so that no path leads out of the folder. */
function listFiles(folder: string, under = ''): Set<string> {
  const found = new Set<string>()
  for (const entry of readdirSync(join(folder, under), { withFileTypes: true })) {
    const path = `${under}/${entry.name}`
    if (entry.isDirectory()) for (const inner of listFiles(folder, path)) found.add(inner)
    else if (entry.isFile() && !entry.name.startsWith('.')) found.add(path)
  }
  return found
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
