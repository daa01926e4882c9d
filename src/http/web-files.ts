import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Context, MiddlewareHandler } from 'hono'

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

/** One build of the web app: its files as the browser asks for them, and its page. */
type WebBuild = {
  readonly stamp: string
  readonly paths: ReadonlySet<string>
  readonly index: Buffer
  readonly tag: string
}

/**
 * Serves the built web app: files under /assets bear a hash of their content in their names and are kept for good,
 * everything else is asked for anew; a path that is no file is a page of the app and gets index.html. A new build in
 * the folder is served from its first request on.
 */
export function webFiles(folder: string): MiddlewareHandler {
  let build = readBuild(folder)
  return async (context, next) => {
    const path = decodePath(new URL(context.req.url).pathname)
    if (
      (context.req.method !== 'GET' && context.req.method !== 'HEAD') ||
      path === null ||
      path.startsWith('/api/')
    )
      return next()
    // While a build is being swapped in there is no stamp for a moment: then the old one still answers.
    const stamp = stampOf(folder)
    if (stamp !== null && stamp !== build.stamp) build = readBuild(folder)
    if (path !== '/index.html' && build.paths.has(path)) return answerFile(context, join(folder, path), path)
    // A missing script must not come back as a page: the browser would report nonsense.
    if (path !== '/index.html' && (path.startsWith('/assets/') || /\.[a-z\d]{1,5}$/.test(path)))
      return context.text('没有这个文件，页面可能已更新，请刷新。', 404)
    context.header('Content-Type', 'text/html; charset=utf-8')
    context.header('Cache-Control', 'no-cache')
    context.header('ETag', build.tag)
    if (context.req.header('If-None-Match') === build.tag) return context.body(null, 304)
    return context.body(new Uint8Array(build.index))
  }
}

async function answerFile(context: Context, file: string, path: string): Promise<Response> {
  const content = await readFile(file).catch(() => null)
  if (content === null) return context.text('没有这个文件，页面可能已更新，请刷新。', 404)
  context.header('Content-Type', mimeTypes[extname(path)] ?? 'application/octet-stream')
  context.header('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
  return context.body(new Uint8Array(content))
}

function readBuild(folder: string): WebBuild {
  const index = readFileSync(join(folder, 'index.html'))
  const tag = `"${createHash('sha256').update(index).digest('base64url').slice(0, 22)}"`
  return { stamp: stampOf(folder) ?? '', paths: listFiles(folder), index, tag }
}

function stampOf(folder: string): string | null {
  const stat = statSync(join(folder, 'index.html'), { throwIfNoEntry: false })
  return stat === undefined ? null : `${stat.ino}-${stat.mtimeMs}-${stat.size}`
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
