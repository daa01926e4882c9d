// Builds what `npx gongdao` and `npm start` run: the server and CLI by tsc into dist/server, the web app by Vite into
// dist/web. Each is built only when what it is made from has changed, beside the old one, and swapped in when whole.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { withBuildLock } from './build-lock.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const shared = ['package-lock.json', 'tsconfig.base.json', 'tools/build.mjs']

/** What each part is made from; a test checks that the web imports nothing outside these. */
const parts = [
  {
    name: 'server',
    title: '服务端与命令行',
    sources: ['src', 'tsconfig.json', 'tsconfig.build.json', ...shared],
    isSource: (path) => !path.startsWith('src/web/') && !/\.test\.tsx?$/.test(path),
    compile: compileServer,
  },
  {
    name: 'web',
    title: '网页',
    sources: ['src/web', 'src/domain', 'src/http/contract', 'docs/help', 'vite.config.ts', ...shared],
    isSource: (path) => !/\.test\.tsx?$/.test(path),
    compile: compileWeb,
  },
]

/** Builds what is out of date; `only` names the parts wanted, `say` gets one Chinese line per step. */
export async function build({ only = parts.map((part) => part.name), say = () => {}, force = false } = {}) {
  const wanted = () => parts.filter((part) => only.includes(part.name) && (force || !isCurrent(part)))
  if (wanted().length === 0) return { built: [] }
  mkdirSync(join(root, 'dist'), { recursive: true })
  return withBuildLock(join(root, 'dist', '.build-lock'), say, async () => {
    removeLeftovers()
    const outdated = wanted() // again: another build may just have done it
    const outcomes = await Promise.allSettled(outdated.map((part) => buildPart(part, say)))
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
    return { built: outdated.map((part) => part.name) }
  })
}

async function buildPart(part, say) {
  const startedAt = performance.now()
  const stamp = stampOf(part)
  const fresh = join(root, 'dist', `.${part.name}-${process.pid}`)
  rmSync(fresh, { recursive: true, force: true })
  say(`正在构建${part.title}……`)
  try {
    await part.compile(fresh)
    writeFileSync(join(fresh, '.stamp'), stamp)
    swapIn(fresh, join(root, 'dist', part.name))
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  say(`${part.title}构建完成（${((performance.now() - startedAt) / 1000).toFixed(1)} 秒）`)
}

// Types are the business of `npm test`; a build only has to be quick and whole.
async function compileServer(outFolder) {
  await run(packageFile('typescript', 'bin/tsc'), [
    '-p',
    'tsconfig.build.json',
    '--noCheck',
    '--outDir',
    outFolder,
  ])
  const assets = sourceFiles(['src']).filter((path) => /\.(sql|json)$/.test(path) && !path.startsWith('src/web/'))
  for (const path of assets.filter((path) => !path.endsWith('tsconfig.json')))
    cpSync(join(root, path), join(outFolder, relative('src', path)), { recursive: true })
}

async function compileWeb(outFolder) {
  const build = ['build', '--emptyOutDir', '--logLevel', 'warn', '--outDir']
  await run(packageFile('vite', 'bin/vite.js'), [...build, outFolder])
  const verifier = `${outFolder}-verifier`
  try {
    await run(packageFile('vite', 'bin/vite.js'), [...build, verifier, '--mode', 'verifier'])
    writeFileSync(join(outFolder, 'verify.html'), verifierPage(verifier))
  } finally {
    rmSync(verifier, { recursive: true, force: true })
  }
}

/**
 * The verifier as one file that opens from a disk: its program and style are within it, and its own policy lets it run
 * nothing else and reach nothing.
 */
function verifierPage(folder) {
  // In a page the program must not look like its own end.
  const script = readFileSync(join(folder, 'verify.js'), 'utf8').replaceAll('</script', '<\\/script')
  const style = readFileSync(join(root, 'src/web/verifier/verify.css'), 'utf8')
  const hash = createHash('sha256').update(script).digest('base64')
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`
  return readFileSync(join(root, 'src/web/verifier/verify.html'), 'utf8')
    .replace(
      '</title>',
      () =>
        `</title>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />\n    <style>${style}</style>`,
    )
    .replace('</body>', () => `<script>${script}</script>\n  </body>`)
}

function packageFile(name, path) {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), path)
  } catch {
    throw new BuildFailed(`缺少构建工具 ${name}：安装时略去了开发依赖，请在项目目录运行 npm ci 后再试。`)
  }
}

function run(script, args) {
  return new Promise((resolve, reject) => {
    // The tests build too, under NODE_ENV=test, and the slow React for development would then be what people get.
    const env = { ...process.env, NODE_ENV: 'production' }
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output = []
    child.stdout.on('data', (chunk) => output.push(chunk))
    child.stderr.on('data', (chunk) => output.push(chunk))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) return resolve()
      const said = stripVTControlCharacters(Buffer.concat(output).toString()).trim()
      reject(
        new BuildFailed(
          `构建失败（${relative(root, script)} 退出码 ${code ?? signal}），原有的构建保持不动：\n${said}`,
        ),
      )
    })
  })
}

/** What a build that was interrupted left behind; we hold the lock, so no other build is using it. */
function removeLeftovers() {
  for (const name of readdirSync(join(root, 'dist')))
    if (/^\.(server|web)-\d+(-old|-verifier)?$/.test(name))
      rmSync(join(root, 'dist', name), { recursive: true, force: true })
}

/** The old build steps aside whole and goes last, so that a failure in between can be undone by building again. */
function swapIn(fresh, target) {
  const old = `${fresh}-old`
  rmSync(old, { recursive: true, force: true })
  if (existsSync(target)) renameSync(target, old)
  renameSync(fresh, target)
  rmSync(old, { recursive: true, force: true })
}

function isCurrent(part) {
  const stampFile = join(root, 'dist', part.name, '.stamp')
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOf(part)
}

function stampOf(part) {
  const hash = createHash('sha256')
  for (const path of sourceFiles(part.sources).filter(part.isSource))
    hash.update(`${path}\0`).update(
      createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest(),
    )
  return hash.digest('hex')
}

function sourceFiles(paths) {
  return paths.flatMap((path) => {
    const full = join(root, path)
    if (!existsSync(full)) return []
    const entries = readdirSafely(full)
    return entries === null ? [path] : sourceFiles(entries.map((name) => `${path}/${name}`))
  })
}

function readdirSafely(folder) {
  try {
    return readdirSync(folder).sort()
  } catch (error) {
    if (error.code === 'ENOTDIR') return null
    throw error
  }
}

/** A failure whose message is meant for the person at the terminal. */
export class BuildFailed extends Error {}

/** What to print for a failed build: our own sentences as they are, file trouble named, anything else with its trace. */
export function buildFailureText(error) {
  if (error instanceof BuildFailed) return error.message
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code))
    return `源文件有变动，需要重新构建，但不能写入 ${error.path ?? join(root, 'dist')}：请用安装时的用户运行一次 npm run build。`
  if (error.code === 'ENOSPC') return `磁盘空间不足，构建写不下 ${join(root, 'dist')}：请清出空间后再试。`
  return `构建失败：${error.stack ?? error}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const only = parts.map((part) => part.name).filter((name) => process.argv.includes(`--${name}`))
    const { built } = await build({
      ...(only.length > 0 && { only }),
      say: (line) => console.log(line),
      force: process.argv.includes('--force'),
    })
    if (built.length === 0) console.log('构建已是最新。')
  } catch (error) {
    console.error(buildFailureText(error))
    process.exitCode = 1
  }
}
